import Entities
import Formats
import TextCore

/// Recognises what articles name: what `duizhao entities` does.
public struct EntitiesOperation {
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?

  public init(encoding: TextEncoding? = nil) { self.encoding = encoding }

  /// The people, places, organisations, terms, quantities and dates of one file.
  public func run(on path: String, in workspace: Workspace) throws -> EntitiesReport {
    let prepared = try PreparedText(try Files.source(at: path, encoding: encoding), repairer: workspace.repairer)
    let recognizer = try workspace.entityRecognizer()
    let concepts = try workspace.glossary().concepts
    let mentions = recognizer.mentions(in: prepared.text, language: prepared.language)
    return EntitiesReport(
      path: path, language: prepared.language, text: prepared.text,
      mentions: mentions.map { mention in
        let entry = mention.conceptID.flatMap { concepts.entry(withID: $0) }
        let counterpart = entry?.preferredTerm(in: prepared.language == .chinese ? .english : .simplifiedChinese)?.text
        return EntitiesReport.Item(
          mention: mention, fileSpan: prepared.text.fileSpan(of: mention.span), counterpart: counterpart)
      })
  }
}
