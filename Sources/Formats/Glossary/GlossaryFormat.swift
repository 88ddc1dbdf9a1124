import Terminology
import TextCore

/// A file format that holds concept entries.
///
/// One file of this folder = one format.
public struct GlossaryFormat: Sendable {
  /// What the command line calls it: `csv`.
  public let id: String
  /// What it is, in a few words, for help pages.
  public let summary: String
  /// Without the dot, in lower case; the usual one first.
  public let fileExtensions: [String]
  /// Whether written entries read back equal, whatever they hold.
  public let isLossless: Bool
  /// The endings of the files that stand beside the main one, without the dot: `idx`, `dict.dz`.
  ///
  /// Empty for formats of one file.
  public let companionExtensions: [String]
  let stream: Stream?
  let writer: Writer?

  /// Reads a file and gives its entries one after another.
  typealias Stream = @Sendable (_ file: GlossaryFile, _ take: EntryTaker) throws(InputError) -> Void
  /// Reads a file whose entries are known only at its end.
  typealias Reader = @Sendable (_ file: GlossaryFile) throws(InputError) -> [ConceptEntry]
  typealias Writer = @Sendable (_ entries: [ConceptEntry], _ options: GlossaryWritingOptions) -> WrittenGlossary

  init(
    id: String, summary: String, fileExtensions: [String], isLossless: Bool = true, reader: Reader? = nil,
    stream: Stream? = nil,
    writer: (@Sendable (_ entries: [ConceptEntry]) -> WrittenGlossary)? = nil
  ) {
    var optionsWriter: Writer?
    if let writer { optionsWriter = { entries, _ in writer(entries) } }
    self.init(
      id: id, summary: summary, fileExtensions: fileExtensions, isLossless: isLossless, companionExtensions: [],
      reader: reader, stream: stream, optionsWriter: optionsWriter)
  }

  /// The initializer for formats that have a direction, several files, or other options.
  init(
    id: String, summary: String, fileExtensions: [String], isLossless: Bool = false, companionExtensions: [String] = [],
    reader: Reader? = nil, stream: Stream? = nil, optionsWriter: Writer?
  ) {
    self.id = id
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.isLossless = isLossless
    self.companionExtensions = companionExtensions
    self.stream = stream ?? reader.map(Self.stream)
    writer = optionsWriter
  }

  private static func stream(_ reader: @escaping Reader) -> Stream {
    { @Sendable file, take throws(InputError) in
      for entry in try reader(file) { try take(entry) }
    }
  }

  /// Every format, in the order of help pages.
  public static let all: [GlossaryFormat] = [
    .csv, .tsv, .xlsx, .json, .jsonl,
    .tbx, .tbxDCT, .tbx2, .tbxMin, .tbxMinDCT, .tbxLinguist, .tbxLinguistDCT, .tbxCore,
    .tmx, .xliff, .xliff12, .multiTerm,
    .omegat, .wordfast, .utx, .memoq, .po, .mo, .deepl, .google, .googleSet, .aws, .awsMulti, .azure,
    .stardict, .yomitan, .cedict, .markdown, .html, .docx,
  ]

  /// The format of that id.
  public static func named(_ id: String) -> GlossaryFormat? { all.first { $0.id == id } }

  /// The format that files of this name are in, by the ending of the name.
  public static func forPath(_ path: String) -> GlossaryFormat? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(ending) }
  }

  /// Whether files of this format can be imported.
  public var isReadable: Bool { stream != nil }
  /// Whether files of this format can be exported.
  public var isWritable: Bool { writer != nil }

  /// The entries that a file holds, in the order of the file.
  ///
  /// Each has an id that no other has.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk.
  ///   - path: For error messages.
  ///   - encoding: Nil to find out; XML names its own.
  /// - Throws: ``InputError`` with the line, for a file that is not in this format.
  public func entries(
    in bytes: [UInt8], path: String, encoding: TextEncoding? = nil
  ) throws(InputError) -> [ConceptEntry] {
    try entries(in: bytes, path: path, options: GlossaryReadingOptions(encoding: encoding))
  }

  /// The same with more to say about the file.
  ///
  /// - Parameter companions: What stands beside the file, by the endings of ``companionExtensions``.
  /// - Throws: ``InputError`` with the line, for a file that is not in this format.
  public func entries(
    in bytes: [UInt8], path: String, options: GlossaryReadingOptions, companions: [String: [UInt8]] = [:]
  ) throws(InputError) -> [ConceptEntry] {
    try glossary(in: bytes, path: path, options: options, companions: companions).entries
  }

  /// The entries that a file holds, and what was left out of them.
  ///
  /// - Parameter companions: What stands beside the file, by the endings of ``companionExtensions``.
  /// - Throws: ``InputError`` with the line, for a file that is not in this format.
  public func glossary(
    in bytes: [UInt8], path: String, options: GlossaryReadingOptions = GlossaryReadingOptions(),
    companions: [String: [UInt8]] = [:]
  ) throws(InputError) -> ReadGlossary {
    var entries: [ConceptEntry] = []
    let remarks = try read(bytes, path: path, options: options, companions: companions) { entries.append($0) }
    return ReadGlossary(entries: entries, remarks: remarks)
  }

  /// Gives the entries that a file holds one after another, each as soon as it is read, where the format allows it.
  ///
  /// - Parameter companions: What stands beside the file, by the endings of ``companionExtensions``.
  /// - Throws: ``InputError`` with the line, for a file that is not in this format, or what `take` throws; entries may
  ///   have been given before.
  /// - Returns: What was left out.
  public func read(
    _ bytes: [UInt8], path: String, options: GlossaryReadingOptions = GlossaryReadingOptions(),
    companions: [String: [UInt8]] = [:], giving take: (_ entry: ConceptEntry) throws(InputError) -> Void
  ) throws(InputError) -> [ReadingRemark] {
    guard let stream else {
      throw InputError(path: path, .malformed("the format “\(id)” can be written, but not read"))
    }
    let file = GlossaryFile(path: path, bytes: bytes, options: options, companions: companions)
    try stream(file, take)
    return file.remarks.all
  }

  /// The file that holds the entries, and what it could not hold; nil for a format that can only be read.
  ///
  /// The ids must be unique.
  public func file(
    holding entries: [ConceptEntry], options: GlossaryWritingOptions = GlossaryWritingOptions()
  ) -> WrittenGlossary? { writer?(entries, options) }
}

/// A file to read: what a format's reader gets.
struct GlossaryFile {
  let path: String
  let bytes: [UInt8]
  var options = GlossaryReadingOptions()
  var companions: [String: [UInt8]] = [:]
  /// Where the reader notes what it leaves out.
  let remarks = ReadingRemarks()

  var encoding: TextEncoding? { options.encoding }

  /// The decoded text of the file: in the encoding that the user names, else the one that the file declares, else the
  /// one that its bytes show.
  func text(declared: TextEncoding? = nil) throws(InputError) -> [UInt8] {
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    return try SourceText(path: path, bytes: bytes, encoding: encoding ?? declared).text.utf8
  }

  /// An error in a line of this file.
  func error(_ reason: InputError.Reason, line: Int? = nil) -> InputError {
    InputError(path: path, line: line, reason)
  }
}

/// A glossary in the bytes of a format.
public struct WrittenGlossary: Hashable, Sendable {
  public var bytes: [UInt8]
  /// The files that belong beside the main one.
  public var companions: [CompanionFile]
  /// What the format could not hold, in the order of the entries.
  public var losses: [FormatLoss]
  /// Why the file could not be made, for want of room or memory; nil when the bytes are whole.
  public private(set) var failure: String?

  public init(bytes: [UInt8], companions: [CompanionFile] = [], losses: [FormatLoss] = []) {
    self.bytes = bytes
    self.companions = companions
    self.losses = losses
  }

  /// A glossary in a container that a library made; nil where it could not.
  init(container: [UInt8]?, losses: [FormatLoss]) {
    self.init(bytes: container ?? [], losses: losses)
    if container == nil { failure = "the file could not be put together; is there room and memory left?" }
  }
}

/// A file that stands beside the main one of a format, under the same name with another ending.
public struct CompanionFile: Hashable, Sendable {
  /// Without the dot: `dict.dz`.
  public let fileExtension: String
  public let bytes: [UInt8]

  public init(fileExtension: String, bytes: [UInt8]) {
    self.fileExtension = fileExtension
    self.bytes = bytes
  }
}
