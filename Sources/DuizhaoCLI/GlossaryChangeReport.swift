import Formats
import GlossaryStore
import Terminology

/// Changes of a glossary, for people and for programs.
enum GlossaryChangeReport {
  static let formats = ["text", "json"]

  /// A line about a change: `17  2026-03-01T09:30:00Z  li  import  mine: 240 concepts (house.csv)`.
  static func line(_ change: Change) -> String {
    var line = "\(change.id)  \(change.origin.time)  \(change.origin.who ?? "-")  \(change.action.rawValue)  "
    // Evidence belongs to no glossary.
    line += change.glossary.isEmpty ? "evidence" : change.glossary
    if change.undoes == nil || !change.glossary.isEmpty {
      line += ": \(change.entryCount) concept\(change.entryCount == 1 ? "" : "s")"
    }
    if let undone = change.undoes { line += " (of change \(undone))" }
    if let note = change.origin.note { line += " (\(note))" }
    return change.isUndone ? line + ", undone" : line
  }

  static func json(_ change: Change, entries: [EntryChange]?) -> JSONValue {
    .object([
      "change": .integer(Int(change.id)),
      "time": .string(change.origin.time),
      "who": JSONValue(change.origin.who),
      "action": .string(change.action.rawValue),
      "glossary": .string(change.glossary),
      "concepts": .integer(change.entryCount),
      "note": JSONValue(change.origin.note),
      "undoes": change.undoes.map { .integer(Int($0)) },
      "isUndone": .bool(change.isUndone),
      "entries": entries.map { .array($0.map { json($0.before, $0.after) }) },
    ])
  }

  static func json(_ change: EntryChange) -> JSONValue {
    guard case .object(let members) = json(change.change, entries: nil),
      case .object(let entry) = json(change.before, change.after)
    else { return .null }
    return .object(members + entry)
  }

  // MARK: Concepts

  /// What became of a concept: its line, then each field that changed, or all of one that came.
  static func text(_ before: ConceptEntry?, _ after: ConceptEntry?, format: String) -> String {
    if format == "json" { return json(before, after).pretty + "\n" }
    guard let entry = after ?? before else { return "" }
    let sign = before == nil ? "+" : after == nil ? "-" : before == after ? "=" : "~"
    let terms = [entry.headword, entry.preferredTerm(in: .english)?.text].compactMap { $0 }.joined(separator: " = ")
    let text = "  \(sign) \(entry.id)  \(terms)\n"
    guard let after else { return text }
    let lines = before == nil ? EntryListing.lines(after) : changes(before, after).map { "\($0)" }
    return text + lines.map { "      \($0)\n" }.joined()
  }

  static func json(_ before: ConceptEntry?, _ after: ConceptEntry?) -> JSONValue {
    let action = before == nil ? "added" : after == nil ? "removed" : before == after ? "unchanged" : "changed"
    return .object([
      "conceptID": JSONValue(after?.id ?? before?.id),
      "state": .string(action),
      "changes": .array(
        changes(before, after).map {
          .object([
            "field": .string($0.field), "before": JSONValue($0.before), "after": JSONValue($0.after),
          ])
        }),
    ])
  }

  /// The fields that differ; of a concept that came or went, all that it says.
  private static func changes(_ before: ConceptEntry?, _ after: ConceptEntry?) -> [FieldChange] {
    let nothing = ConceptEntry(id: "", terms: [])
    return (before ?? nothing).changes(to: after ?? nothing)
  }
}
