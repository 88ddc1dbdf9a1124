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
  let reader: Reader?
  let writer: Writer?

  typealias Reader = @Sendable (_ file: GlossaryFile) throws(InputError) -> [ConceptEntry]
  typealias Writer = @Sendable (_ entries: [ConceptEntry]) -> WrittenGlossary

  init(id: String, summary: String, fileExtensions: [String], reader: Reader? = nil, writer: Writer? = nil) {
    self.id = id
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.reader = reader
    self.writer = writer
  }

  /// Every format, in the order of help pages.
  public static let all: [GlossaryFormat] = [.csv, .tsv, .json, .jsonl, .tbx, .tbxDCT, .tbx2, .markdown, .cedict]

  /// The format of that id.
  public static func named(_ id: String) -> GlossaryFormat? { all.first { $0.id == id } }

  /// The format that files of this name are in, by the ending of the name.
  public static func forPath(_ path: String) -> GlossaryFormat? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(ending) }
  }

  /// Whether files of this format can be imported.
  public var isReadable: Bool { reader != nil }
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
    guard let reader else {
      throw InputError(path: path, .malformed("the format “\(id)” can be written, but not read"))
    }
    return try reader(GlossaryFile(path: path, bytes: bytes, encoding: encoding))
  }

  /// The file that holds the entries, and what it could not hold; nil for a format that can only be read.
  ///
  /// The ids must be unique.
  public func file(holding entries: [ConceptEntry]) -> WrittenGlossary? { writer?(entries) }
}

/// A file to read: what a format's reader gets.
struct GlossaryFile {
  let path: String
  let bytes: [UInt8]
  let encoding: TextEncoding?

  /// The decoded text of the file.
  func text() throws(InputError) -> [UInt8] {
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    return try SourceText(path: path, bytes: bytes, encoding: encoding).text.utf8
  }

  /// An error in a line of this file.
  func error(_ reason: InputError.Reason, line: Int? = nil) -> InputError {
    InputError(path: path, line: line, reason)
  }
}

/// A glossary in the bytes of a format.
public struct WrittenGlossary: Hashable, Sendable {
  public var bytes: [UInt8]
  /// What the format could not hold, in the order of the entries.
  public var losses: [FormatLoss]

  public init(bytes: [UInt8], losses: [FormatLoss] = []) {
    self.bytes = bytes
    self.losses = losses
  }
}
