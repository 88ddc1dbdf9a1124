import Formats
import GlossaryStore
import Terminology

/// The answers of a look-up, in the formats of `duizhao lookup`.
struct LookupReport {
  /// What was found for one query.
  struct Answer {
    let query: String
    let matches: [LookupMatch]
  }

  static let formats = ["text", "json", "jsonl", "tsv"]

  let answers: [Answer]

  func text(_ format: String, style: TerminalStyle) -> String {
    switch format {
    case "json": JSONValue.array(answers.map(json)).pretty + "\n"
    case "jsonl": answers.map { json($0).compact + "\n" }.joined()
    case "tsv": tsv
    default: answers.map { terminalText($0, style) }.joined(separator: "\n")
    }
  }

  // MARK: JSON

  private func json(_ answer: Answer) -> JSONValue {
    .object(["query": .string(answer.query), "matches": .array(answer.matches.map(json))])
  }

  private func json(_ match: LookupMatch) -> JSONValue {
    .object([
      "conceptID": .string(match.entry.id),
      "match": .string(match.kind.rawValue),
      "score": .number((match.score * 10000).rounded() / 10000),
      "glossary": .string(match.glossary),
      "subjectField": JSONValue(match.entry.subjectField),
      "definition": JSONValue(match.entry.definition),
      "note": JSONValue(match.entry.note),
      "terms": .array(
        TermLanguage.allCases.flatMap { match.entry.terms(in: $0) }.map { term in
          .object([
            "language": .string(term.language.rawValue),
            "text": .string(term.text),
            "status": .string(term.status.rawValue),
            "pinyin": JSONValue(term.pinyin),
          ])
        }),
    ])
  }

  // MARK: Table

  private var tsv: String {
    var result = "query\tconceptID\tmatch\tscore\tglossary\tzh-Hans\tzh-Hant\tpinyin\ten\n"
    for answer in answers {
      for match in answer.matches {
        let fields = [
          answer.query, match.entry.id, match.kind.rawValue, "\((match.score * 10000).rounded() / 10000)",
          match.glossary,
          texts(match.entry, .simplifiedChinese), texts(match.entry, .traditionalChinese),
          match.entry.terms(in: .simplifiedChinese).first?.pinyin ?? "", texts(match.entry, .english),
        ]
        result += fields.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t") + "\n"
      }
    }
    return result
  }

  private func texts(_ entry: ConceptEntry, _ language: TermLanguage) -> String {
    entry.terms(in: language).filter { $0.status == .preferred || $0.status == .admitted }.map(\.text).joined(
      separator: " | ")
  }

  // MARK: Terminal

  private func terminalText(_ answer: Answer, _ style: TerminalStyle) -> String {
    if answer.matches.isEmpty { return "\(style.bold(answer.query)): nothing found\n" }
    return answer.matches.enumerated().map { index, match in
      (index == 0 ? "" : "\n") + block(match, query: answer.query, style)
    }.joined()
  }

  private func block(_ match: LookupMatch, query: String, _ style: TerminalStyle) -> String {
    let entry = match.entry
    let chinese =
      (entry.preferredTerm(in: .simplifiedChinese) ?? entry.preferredTerm(in: .traditionalChinese))?.text ?? ""
    var head = style.bold(chinese)
    if let traditional = entry.preferredTerm(in: .traditionalChinese)?.text, traditional != chinese {
      head += " · \(traditional)"
    }
    if let pinyin = entry.terms(in: .simplifiedChinese).first?.pinyin { head += "  " + style.dim(pinyin) }
    var lines = [head]
    let width = 12
    for term in entry.terms(in: .english) { lines.append(line(term, width, style)) }
    for language in [TermLanguage.simplifiedChinese, .traditionalChinese] {
      for term in entry.terms(in: language) where term.text != chinese && term.status != .preferred {
        lines.append(line(term, width, style))
      }
    }
    if let definition = entry.definition { lines += wrapped(definition, indent: 2, style: { $0 }) }
    if let note = entry.note { lines += wrapped(note, indent: 2, style: style.dim) }
    var origin = [match.glossary]
    if let field = entry.subjectField { origin.append(field) }
    origin.append(entry.id)
    if match.kind != .exact {
      origin.append("matched by \(match.kind.rawValue): “\(match.term.text)”")
    } else if match.term.status != .preferred {
      origin.append("“\(match.term.text)” is \(match.term.status.rawValue)")
    }
    lines.append(style.dim("  " + origin.joined(separator: " · ")))
    return lines.map { $0 + "\n" }.joined()
  }

  /// A term after its status, the status in words and in colour.
  private func line(_ term: Term, _ width: Int, _ style: TerminalStyle) -> String {
    let label = term.status.rawValue
    let padding = String(repeating: " ", count: max(1, width - TerminalStyle.width(of: label)))
    let colored =
      switch term.status {
      case .preferred: style.green(label)
      case .admitted: style.cyan(label)
      case .deprecated, .superseded: style.yellow(label)
      case .forbidden: style.red(label)
      }
    return "  \(colored)\(padding)\(term.text)"
  }

  /// A text in lines of at most 100 columns with their margin.
  private func wrapped(_ text: String, indent: Int, style: (String) -> String) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return TerminalStyle.lines(of: text, width: 100 - indent).map { margin + style($0) }
  }
}
