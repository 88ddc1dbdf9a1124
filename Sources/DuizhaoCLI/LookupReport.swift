import DuizhaoKit
import Formats
import GlossaryStore
import Terminology

/// The answers of a look-up, one after another, in the formats of `duizhao lookup`.
struct LookupReport {
  static let formats = ["text", "json", "jsonl", "tsv", "count"]

  let format: String
  private let view: LookupView
  private var isFirst = true

  init(format: String, style: TerminalStyle, width: Int, region: LookupQuery.Region?, queryCount: Int) {
    self.format = format
    view = LookupView(style: style, width: width, region: region, namesQueries: queryCount > 1)
  }

  /// What stands before the answers.
  var head: String {
    switch format {
    case "json": "["
    case "tsv": Self.columns.joined(separator: "\t") + "\n"
    default: ""
    }
  }

  /// What stands after the answers.
  var foot: String { format == "json" ? (isFirst ? "]\n" : "\n]\n") : "" }

  /// The next answer.
  mutating func next(_ answer: LookupAnswer) -> String {
    defer { isFirst = false }
    switch format {
    case "json":
      let lines = json(answer).pretty.split(separator: "\n").map { "  " + $0 }
      return (isFirst ? "\n" : ",\n") + lines.joined(separator: "\n")
    case "jsonl": return json(answer).compact + "\n"
    case "tsv": return rows(answer)
    default: return (isFirst ? "" : "\n") + view.text(of: answer)
    }
  }

  /// A line of the format `count`.
  static func countLine(_ query: String, _ count: Int) -> String { "\(BitextFormat.cell(query))\t\(count)\n" }

  // MARK: JSON

  private func json(_ answer: LookupAnswer) -> JSONValue {
    .object(["query": .string(answer.query), "matches": .array(answer.matches.map(json))])
  }

  private func json(_ match: LookupMatch) -> JSONValue {
    let entry = match.entry
    return .object([
      "conceptID": .string(entry.id),
      "match": .string(match.kind.rawValue),
      "score": .number(match.score),
      "glossary": .string(match.glossary),
      "subjectField": JSONValue(entry.subjectField),
      "definition": JSONValue(entry.definition),
      "note": JSONValue(entry.note),
      "terms": .array(TermLanguage.allCases.flatMap { entry.terms(in: $0) }.map(json)),
      "matchedTerm": .object([
        "language": .string(match.term.language.rawValue), "text": .string(match.term.text),
        "status": .string(match.term.status.rawValue),
      ]),
      "start": match.span.map { .integer($0.start) },
      "end": match.span.map { .integer($0.end) },
      "isReference": match.isReference ? .bool(true) : nil,
      "seen": match.evidence.map(json),
      "relations": entry.relations.isEmpty
        ? nil
        : .array(
          entry.relations.map {
            .object([
              "kind": .string($0.kind.rawValue), "target": .string($0.target), "note": $0.note.map { .string($0) },
            ])
          }),
    ])
  }

  private func json(_ seen: EvidenceSummary) -> JSONValue {
    .object([
      "count": .integer(seen.count),
      "examples": .array(
        seen.examples.map {
          .object([
            "zh": .string($0.chinese), "en": .string($0.english), "zhText": .string($0.chineseText),
            "enText": .string($0.englishText), "zhDocument": .string($0.chineseDocument),
            "enDocument": .string($0.englishDocument), "zhLine": .integer($0.chineseLine),
            "enLine": .integer($0.englishLine), "score": .number($0.score),
          ])
        }),
    ])
  }

  private func json(_ term: Term) -> JSONValue {
    .object([
      "language": .string(term.language.rawValue),
      "text": .string(term.text),
      "status": .string(term.status.rawValue),
      "pinyin": JSONValue(term.pinyin),
      "region": term.region.map { .string($0) },
      "contexts": term.contexts.isEmpty
        ? nil
        : .array(
          term.contexts.map {
            .object([
              "text": .string($0.text), "translation": $0.translation.map { .string($0) },
              "source": $0.source.map { .string($0) },
            ])
          }),
    ])
  }

  // MARK: Table

  private static let columns = [
    "query", "conceptID", "match", "score", "glossary", "zh-Hans", "zh-Hant", "pinyin", "en", "matched", "status",
  ]

  private func rows(_ answer: LookupAnswer) -> String {
    answer.matches.map { match in
      let fields = [
        answer.query, match.entry.id, match.kind.rawValue, "\(match.score)", match.glossary,
        texts(match.entry, .simplifiedChinese), texts(match.entry, .traditionalChinese),
        match.entry.terms(in: .simplifiedChinese).first?.pinyin ?? "", texts(match.entry, .english), match.term.text,
        match.term.status.rawValue,
      ]
      return fields.map(BitextFormat.cell).joined(separator: "\t") + "\n"
    }.joined()
  }

  private func texts(_ entry: ConceptEntry, _ language: TermLanguage) -> String {
    entry.terms(in: language).filter(\.isUsable).map(\.text).joined(separator: " | ")
  }
}
