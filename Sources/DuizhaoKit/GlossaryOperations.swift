import Formats
import GlossaryStore
import Terminology
import TextCore

extension GlossaryFormat {
  /// The format to read a file in: the one named, else by the ending of the path.
  /// - Throws: ``InputError`` that lists what can be read.
  public static func reading(_ path: String, named id: String? = nil) throws(InputError) -> GlossaryFormat {
    try chosen(id, path: path, option: "--as") { $0.isReadable }
  }

  /// The format to write a file in: the one named, else by the ending of the path.
  /// - Throws: ``InputError`` that lists what can be written.
  public static func writing(_ path: String?, named id: String?) throws(InputError) -> GlossaryFormat {
    try chosen(id, path: path ?? "-", option: "--format") { $0.isWritable }
  }

  private static func chosen(
    _ id: String?, path: String, option: String, where isUsable: (GlossaryFormat) -> Bool
  ) throws(InputError) -> GlossaryFormat {
    let known = all.filter(isUsable).map(\.id)
    if let id {
      guard let format = named(id), isUsable(format) else {
        throw InputError(path: option, .unknownFormat(id, known: known))
      }
      return format
    }
    guard let format = forPath(path), isUsable(format) else {
      throw InputError(
        path: path,
        .malformed("the name does not tell the format; name one with \(option): \(known.joined(separator: ", "))"))
    }
    return format
  }
}

/// Imports glossary files: what `duizhao import` does.
public struct ImportOperation {
  /// The format's id, or nil to tell it by the name.
  public var format: String?
  /// The glossary to import into.
  public var glossary: String
  /// Whether only to say what would happen.
  public var isDryRun: Bool
  /// How stored concepts are found, and what becomes of contradictions.
  public var options: ImportOptions
  /// What the files do not say themselves.
  public var reading: GlossaryReadingOptions
  /// Who imports, and when.
  public var origin: ChangeOrigin

  public init(
    format: String? = nil, glossary: String = GlossaryEditing.ownGlossary, isDryRun: Bool = false,
    options: ImportOptions = ImportOptions(), reading: GlossaryReadingOptions = GlossaryReadingOptions(),
    by origin: ChangeOrigin
  ) {
    self.format = format
    self.glossary = glossary
    self.isDryRun = isDryRun
    self.options = options
    self.reading = reading
    self.origin = origin
  }

  /// What came of one file.
  public struct Result: Hashable, Sendable {
    public let path: String
    public let report: ImportReport
    /// What the file holds besides, and was left out.
    public let remarks: [ReadingRemark]
  }

  /// Imports all files in one transaction: a file that cannot be read leaves everything as it was.
  ///
  /// A file is stored while it is read.
  public func run(on paths: [String], in workspace: Workspace) throws -> [Result] {
    let files = try paths.map { try Workspace.glossaryFile(at: $0, format: format) }
    let store = try workspace.editableStore()
    defer { store.close() }
    // Your own terms stand before the ones that ship.
    let info = try store.glossaries().first { $0.name == glossary } ?? GlossaryInfo(name: glossary, rank: 50)
    if !GlossaryEditing.isOwn(info) {
      throw InputError(
        path: "--into",
        .malformed(
          "“\(glossary)” is a glossary of the program, which is replaced by newer ones; import into one of your own"))
    }
    let indexer = store.entryIndexer
    var remarks: [[ReadingRemark]] = []
    let parts = files.map { file in
      var origin = origin
      origin.note = file.path
      return ImportPart(expecting: GlossaryReadAhead.expectedCount(of: file), by: origin) { take in
        remarks.append(try GlossaryReadAhead(file, options: reading, indexer: indexer).forEachEntry(take))
      }
    }
    let reports = try store.importing(parts, into: info, options: options, isDryRun: isDryRun)
    return zip(files, zip(reports, remarks)).map { Result(path: $0.path, report: $1.0, remarks: $1.1) }
  }
}

/// Exports glossaries: what `duizhao export` does.
public struct ExportOperation {
  /// The format's id, or nil to tell it by the name of the output.
  public var format: String?
  /// Words that an exported concept must have in its id, subject field or type; empty for all.
  public var selection: [String]
  /// The glossary to export, or nil for all but reference dictionaries.
  public var glossary: String?
  /// The direction and name, for formats that have them.
  public var writing: GlossaryWritingOptions
  /// How many sentences of aligned texts a concept gets as contexts, where some were recorded.
  public var examples: Int

  public init(
    format: String? = nil, selection: [String] = [], glossary: String? = nil,
    writing: GlossaryWritingOptions = GlossaryWritingOptions(), examples: Int = 0
  ) {
    self.format = format
    self.selection = selection
    self.glossary = glossary
    self.writing = writing
    self.examples = examples
  }

  /// The bytes of the exported glossary and what the format could not hold.
  public func run(output: String?, in workspace: Workspace) throws -> WrittenGlossary {
    let format = try GlossaryFormat.writing(output, named: format)
    var entries = try glossary.map { try workspace.concepts(inGlossary: $0) } ?? workspace.concepts()
    if !selection.isEmpty {
      let wanted = Set(selection)
      entries = entries.filter { entry in
        wanted.contains(entry.id) || entry.subjectField.map(wanted.contains) ?? false
          || entry.type.map(wanted.contains) ?? false
      }
    }
    if examples > 0 { try addEvidence(to: &entries, in: workspace) }
    return try format.file(holding: entries, options: writing, at: output)
  }
}

extension GlossaryFormat {
  /// The file that is to stand at a path (nil and `-` are standard output), and what the format, one that can be written,
  /// could not hold.
  ///
  /// - Throws: ``InputError`` for a format of several files where there is no path, and when the file cannot be made.
  public func file(
    holding entries: [ConceptEntry], options: GlossaryWritingOptions = GlossaryWritingOptions(), at output: String?
  ) throws(InputError) -> WrittenGlossary {
    if !companionExtensions.isEmpty, output == nil || output == "-" {
      throw InputError(
        path: "--format",
        .malformed("“\(id)” is several files: name the first with -o, as in -o words.\(fileExtensions[0])"))
    }
    var entries = entries
    Self.numberRepeatedIDs(of: &entries)
    guard let written = file(holding: entries, options: options) else {
      preconditionFailure("a format that can be written was chosen")
    }
    if let failure = written.failure { throw InputError(path: output ?? "-", .unwritable(failure)) }
    return written
  }

  /// Gives concepts whose id another one has already, from another glossary, an id of their own: `c1`, `c1-2`.
  private static func numberRepeatedIDs(of entries: inout [ConceptEntry]) {
    var taken = Set(entries.map(\.id))
    if taken.count == entries.count { return }
    var seen: Set<ConceptEntry.ID> = []
    for index in entries.indices where !seen.insert(entries[index].id).inserted {
      var number = 2
      while !taken.insert("\(entries[index].id)-\(number)").inserted { number += 1 }
      entries[index].id += "-\(number)"
    }
  }
}
