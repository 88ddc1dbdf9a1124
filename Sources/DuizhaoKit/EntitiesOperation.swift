import Entities
import Formats
import Terminology
import TextCore

/// Recognises what articles name: what `duizhao entities` does.
public struct EntitiesOperation {
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?
  /// The kinds to give, or nil for all.
  public var kinds: Set<EntityKind>?
  /// Whether ordinary words of the glossary are given where ``kinds`` does not ask for them.
  public var listsWords: Bool

  /// Creates the operation.
  public init(encoding: TextEncoding? = nil, kinds: Set<EntityKind>? = nil, listsWords: Bool = false) {
    self.encoding = encoding
    self.kinds = kinds
    self.listsWords = listsWords
  }

  /// The people, places, organisations, terms, quantities and dates of one file.
  public func run(on path: String, in workspace: Workspace) throws -> EntitiesReport {
    let prepared = try PreparedText(
      try Files.source(at: path, encoding: encoding), cutsSegments: false, repairer: workspace.repairer)
    let other: TermLanguage = prepared.language == .chinese ? .english : .simplifiedChinese
    let concepts = try workspace.glossary().concepts
    let mentions = try mentions(of: prepared, in: workspace)
    var counterparts: [String: String] = [:]
    for id in mentions.conceptIDs {
      counterparts[id] = concepts.entry(withID: id)?.preferredTerm(in: other)?.text
    }
    return EntitiesReport(
      path: path, language: prepared.language, mentions: mentions, counterparts: counterparts)
  }

  private func mentions(of prepared: PreparedText, in workspace: Workspace) throws -> EntityMentions {
    let recognizer = try workspace.entityRecognizer()
    // Numbers and dates need no glossary and no names.
    var mentions =
      if let kinds, kinds.isSubset(of: [.quantity, .date]) {
        recognizer.values(in: prepared.text, language: prepared.language)
      } else {
        recognizer.found(in: prepared.text, language: prepared.language)
      }
    mentions.keep(where: lists)
    return mentions
  }

  private func lists(_ kind: EntityKind) -> Bool {
    if let kinds { return kinds.contains(kind) || listsWords && kind == .word }
    return listsWords || kind != .word
  }
}
