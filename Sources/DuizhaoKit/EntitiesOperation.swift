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
    var met: Set<String> = []
    for mention in mentions {
      guard let id = mention.conceptID, met.insert(id).inserted else { continue }
      counterparts[id] = concepts.entry(withID: id)?.preferredTerm(in: other)?.text
    }
    return EntitiesReport(
      path: path, language: prepared.language, text: prepared.text, mentions: mentions, counterparts: counterparts)
  }

  private func mentions(of prepared: PreparedText, in workspace: Workspace) throws -> [EntityMention] {
    let recognizer = try workspace.entityRecognizer()
    // Numbers and dates need no glossary and no names.
    if let kinds, kinds.isSubset(of: [.quantity, .date]) {
      var values = recognizer.values(in: prepared.text, language: prepared.language)
      values.removeAll { !kinds.contains($0.kind) }
      return values
    }
    var mentions = recognizer.mentions(in: prepared.text, language: prepared.language)
    mentions.removeAll { !lists($0.kind) }
    return mentions
  }

  private func lists(_ kind: EntityKind) -> Bool {
    if let kinds { return kinds.contains(kind) || listsWords && kind == .word }
    return listsWords || kind != .word
  }
}
