import Entities
import Formats
import TextCore

/// Recognises what articles name: what `duizhao entities` does.
public struct EntitiesOperation {
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?
  /// The kinds to give, or nil for all.
  public var kinds: Set<EntityKind>?

  /// Creates the operation.
  public init(encoding: TextEncoding? = nil, kinds: Set<EntityKind>? = nil) {
    self.encoding = encoding
    self.kinds = kinds
  }

  /// The people, places, organisations, terms, quantities and dates of one file.
  public func run(on path: String, in workspace: Workspace) throws -> EntitiesReport {
    let prepared = try PreparedText(try Files.source(at: path, encoding: encoding), repairer: workspace.repairer)
    let concepts = try workspace.glossary().concepts
    let mentions = try mentions(of: prepared, in: workspace)
    return EntitiesReport(
      path: path, language: prepared.language, text: prepared.text,
      mentions: mentions.map { mention in
        let entry = mention.conceptID.flatMap { concepts.entry(withID: $0) }
        let counterpart = entry?.preferredTerm(in: prepared.language == .chinese ? .english : .simplifiedChinese)?.text
        return EntitiesReport.Item(
          mention: mention, fileSpan: prepared.text.fileSpan(of: mention.span),
          counterpart: counterpart ?? mention.counterpart)
      })
  }

  private func mentions(of prepared: PreparedText, in workspace: Workspace) throws -> [EntityMention] {
    let recognizer = try workspace.entityRecognizer()
    guard let kinds else { return recognizer.mentions(in: prepared.text, language: prepared.language) }
    // Numbers and dates need no glossary and no names.
    let mentions =
      kinds.isSubset(of: [.quantity, .date])
      ? recognizer.values(in: prepared.text, language: prepared.language)
      : recognizer.mentions(in: prepared.text, language: prepared.language)
    return mentions.filter { kinds.contains($0.kind) }
  }
}
