import GlossaryAudit
import Names
import Terminology
import TextCore

/// Reads whole glossaries for the commands that look through, compare and count them.
extension Workspace {
  /// The concepts of glossary files and databases, or of the glossaries in force when none is named.
  ///
  /// Concepts of all of them stand one after the other, reference dictionaries left out.
  public func concepts(ofGlossaries paths: [String]) throws -> [ConceptEntry] {
    if paths.isEmpty { return try concepts() }
    return try paths.flatMap { try concepts(ofGlossary: $0) }
  }

  /// The concepts of one glossary file or database.
  public func concepts(ofGlossary path: String) throws -> [ConceptEntry] {
    let workspace = Workspace(
      data: data, glossaries: [path], configurationFolder: "/", onNotice: { [weak self] in self?.notice($0) })
    return try workspace.concepts()
  }

  /// What the checks find in the glossaries.
  /// - Throws: ``InputError`` for a check that does not exist, and for files that cannot be read.
  public func audit(_ paths: [String], selection: [String]) throws -> [AuditFinding] {
    for name in selection where !GlossaryCheck.all.contains(where: { $0.answers(to: name) }) {
      throw InputError(path: "--select", .unknownFormat(name, known: GlossaryCheck.all.map(\.id)))
    }
    let concepts = try concepts(ofGlossaries: paths)
    return GlossaryAudit(selection: selection, readings: readings.map { PinyinReader($0) }).findings(in: concepts)
  }

  /// The merge of two glossaries that grew out of a third one, or out of nothing.
  public func merged(base: String?, ours: String, theirs: String) throws -> GlossaryMerge {
    GlossaryMerge(
      base: try base.map { try concepts(ofGlossary: $0) } ?? [], ours: try concepts(ofGlossary: ours),
      theirs: try concepts(ofGlossary: theirs))
  }
}
