import DuizhaoKit
import Formats
import GlossaryStore
import Terminology

/// An answer as a translator reads it in a terminal: the surest concepts in full, the others a line each, the terms of a
/// sentence as a table.
struct LookupView {
  let style: TerminalStyle
  /// The columns of the terminal.
  let width: Int
  let region: LookupQuery.Region?
  /// Whether each answer begins with its query.
  let namesQueries: Bool

  init(style: TerminalStyle, width: Int, region: LookupQuery.Region?, namesQueries: Bool) {
    self.style = style
    // Longer lines are hard to read.
    self.width = max(30, min(width, 100))
    self.region = region
    self.namesQueries = namesQueries
  }

  /// The answer, its lines ended.
  func text(of answer: LookupAnswer) -> String {
    let matches = answer.matches
    var lines: [String] = []
    guard let first = matches.first else { return style.bold(shown(answer.query)) + ": nothing found\n" }
    if namesQueries, first.kind != .inside { lines.append(style.dim("▸ ") + style.bold(shown(answer.query))) }
    if first.kind == .inside { return (lines + sentence(answer)).map { $0 + "\n" }.joined() }
    if first.kind == .fuzzy { lines.append(style.dim("“\(shown(answer.query))” is not there; near it:")) }
    let sure: Set<MatchKind> = [.exact, .inflected, .pinyin]
    let full = matches.prefix { $0.kind == first.kind && sure.contains($0.kind) }.count
    if full > 1 { lines.append(style.dim("\(full) concepts answer to “\(shown(answer.query))”:")) }
    for (index, match) in matches.prefix(max(full, 1)).enumerated() {
      if index > 0 { lines.append("") }
      lines += match.isReference ? dictionaryEntry(match) : entry(match)
    }
    let rest = matches.dropFirst(max(full, 1))
    if !rest.isEmpty { lines += [""] + table(rest) }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: A concept in full

  private func entry(_ match: LookupMatch) -> [String] {
    let entry = match.entry
    var lines = heading(entry)
    if !match.term.isUsable { lines.append(warning(match)) }
    let chinese = [TermLanguage.simplifiedChinese, .traditionalChinese]
    let headwords = Set(chinese.compactMap { entry.preferredTerm(in: $0)?.text })
    for language in [.english] + chinese {
      let terms = entry.terms(in: language).filter { !headwords.contains($0.text) || !$0.isUsable }
      for status in AdministrativeStatus.allCases {
        let isSaid = match.term.language == language && !match.term.isUsable
        let instead = isSaid ? nil : entry.preferredTerm(in: language)?.text
        lines += row(status, terms.filter { $0.status == status }, instead: instead)
      }
    }
    lines += labelled("meaning", entry.definition)
    for definition in entry.languageDefinitions { lines += labelled("meaning", definition.text) }
    lines += labelled("note", entry.note, style.dim)
    for context in entry.terms.flatMap(\.contexts).prefix(2) {
      lines += labelled("example", context.text)
      if let translation = context.translation { lines += labelled("", translation) }
    }
    if let seen = match.evidence, let best = seen.examples.first {
      lines += labelled(
        "seen", "\(seen.count) time\(seen.count == 1 ? "" : "s") in aligned texts, as in \(best.chinesePlace)")
      lines += labelled("", best.chineseText, style.dim) + labelled("", best.englishText, style.dim)
    }
    for relation in entry.relations { lines += labelled(Self.label(of: relation.kind), relation.target) }
    if entry.doNotTranslate { lines += labelled("keep", "stays as it is in translation") }
    return lines + origin(match)
  }

  /// The Chinese headword in both scripts, the region's first, and its reading.
  private func heading(_ entry: ConceptEntry) -> [String] {
    let scripts: [TermLanguage] =
      (region?.script ?? .simplifiedChinese) == .simplifiedChinese
      ? [.simplifiedChinese, .traditionalChinese] : [.traditionalChinese, .simplifiedChinese]
    var names: [String] = []
    for script in scripts {
      if let name = preferred(entry, in: script)?.text, !names.contains(name) { names.append(name) }
    }
    let pinyin = scripts.compactMap { preferred(entry, in: $0)?.pinyin }.first
    guard let name = names.first else { return [style.bold(shown(entry.terms.first?.text ?? entry.id))] }
    var head = style.bold(shown(name)) + names.dropFirst().map { " · \(shown($0))" }.joined()
    guard let pinyin else { return [head] }
    if names.reduce(0, { $0 + TerminalStyle.width(of: $1) + 3 }) + TerminalStyle.width(of: pinyin) > width {
      return [head, "  " + style.dim(shown(pinyin))]
    }
    head += "  " + style.dim(shown(pinyin))
    return [head]
  }

  /// The term to use of a script: the region's own before the others.
  private func preferred(_ entry: ConceptEntry, in language: TermLanguage) -> Term? {
    let usable = entry.terms(in: language).filter(\.isUsable)
    guard let region else { return usable.first }
    return usable.first { $0.region?.lowercased() == region.rawValue } ?? usable.first { $0.region == nil }
      ?? usable.first
  }

  /// What is wrong with the term that was asked for, and what to write instead.
  private func warning(_ match: LookupMatch) -> String {
    let term = match.term
    let instead = match.entry.preferredTerm(in: term.language).map { "; use “\(shown($0.text))”" } ?? ""
    return "  " + mark(term.status, "✗ “\(shown(term.text))” is \(term.status.rawValue)\(instead)")
  }

  /// The terms of one status on one row.
  private func row(_ status: AdministrativeStatus, _ terms: [Term], instead: String?) -> [String] {
    if terms.isEmpty { return [] }
    let names = terms.map { $0.text + ($0.region.map { " (\($0))" } ?? "") }
    let isUsable = status.isUsable
    // A preferred term stands alone: it is what the eye looks for.
    let text = names.joined(separator: status == .preferred ? " / " : "; ")
    let advice = isUsable ? "" : instead.map { " → use \($0)" } ?? ""
    return labelled((isUsable ? "" : "✗ ") + status.rawValue, text + advice) {
      status == .preferred ? style.bold($0) : $0
    } label: {
      mark(status, $0)
    }
  }

  private static let labelWidth = 16

  /// A label in a column of its own and a text beside it, in as many lines as it needs.
  private func labelled(
    _ label: String, _ text: String?, _ paint: (String) -> String = { $0 },
    label paintLabel: (String) -> String = { $0 }
  ) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let lines = TerminalStyle.lines(of: shown(text, limit: 600), width: width - Self.labelWidth)
    return lines.enumerated().map { index, line in
      let label = index == 0 ? label : ""
      let padding = String(repeating: " ", count: max(2, Self.labelWidth - 2 - TerminalStyle.width(of: label)))
      return "  " + (label.isEmpty ? "" : paintLabel(label)) + padding + paint(line)
    }
  }

  /// Where the concept comes from, and how it was found.
  private func origin(_ match: LookupMatch) -> [String] {
    let parts = [match.glossary, match.entry.subjectField, match.entry.id, why(match)].compactMap { $0 }
    return labelled("from", parts.joined(separator: " · "), style.dim, label: style.dim)
  }

  private static func label(of kind: ConceptRelation.Kind) -> String {
    switch kind {
    case .useInstead: "use instead"
    case .replacedBy: "replaced by"
    case .falseFriend: "not"
    case .partOf: "part of"
    case .exactMatch: "same as"
    case .broader, .related, .homonym: kind.rawValue
    }
  }

  // MARK: A dictionary entry

  /// A concept of a reference dictionary: what it says, in a few lines.
  private func dictionaryEntry(_ match: LookupMatch) -> [String] {
    let entry = match.entry
    let text = entry.definition ?? entry.terms(in: .english).map(\.text).joined(separator: "; ")
    var head = heading(entry)
    head[head.count - 1] += style.dim("  [\(match.glossary)]")
    let lines = TerminalStyle.lines(of: shown(text, limit: 600), width: width - 2)
    let more = lines.count > 4 ? [style.dim("  …")] : []
    return head + lines.prefix(4).map { "  " + $0 } + more + (why(match).map { [style.dim("  " + $0)] } ?? [])
  }

  // MARK: Lines

  /// Concepts a line each: the headword, its translation, how it was found.
  private func table(_ matches: ArraySlice<LookupMatch>) -> [String] {
    rows(
      matches.map { match in
        let entry = match.entry
        let head = region.flatMap { preferred(entry, in: $0.script)?.text } ?? entry.headword ?? match.term.text
        let english = entry.preferredTerm(in: .english)?.text ?? entry.definition ?? ""
        var remark = Self.name(of: match.kind)
        if match.term.text != head, match.term.text != english, match.kind != .words {
          remark += " “\(match.term.text)”"
        }
        if !match.term.isUsable { remark = "✗ \(match.term.status.rawValue) “\(match.term.text)”" }
        return Line(head: head, text: english, remark: remark, status: match.term.status, isDim: match.isReference)
      })
  }

  /// The terms of a sentence, in reading order.
  private func sentence(_ answer: LookupAnswer) -> [String] {
    var lines = TerminalStyle.lines(of: shown(answer.query, limit: 400), width: width).map { style.dim($0) }
    var last: LookupMatch?
    lines += rows(
      answer.matches.map { match in
        let entry = match.entry
        let isAgain = last?.span == match.span
        last = match
        let written = match.span.map { span in
          String(decoding: answer.query.utf8.dropFirst(span.start).prefix(span.length), as: UTF8.self)
        }
        var text =
          match.term.language.isChinese
          ? entry.preferredTerm(in: .english)?.text ?? entry.definition ?? ""
          : region.flatMap { preferred(entry, in: $0.script)?.text } ?? entry.headword ?? ""
        var remark = match.isReference ? "" : entry.subjectField ?? match.glossary
        if !match.term.isUsable {
          remark = "✗ \(match.term.status.rawValue)"
          if let instead = entry.preferredTerm(in: match.term.language)?.text { text += "  → \(instead)" }
        }
        return Line(
          head: isAgain ? "" : written ?? match.term.text, text: text, remark: remark, status: match.term.status,
          isDim: match.isReference)
      })
    return lines
  }

  /// One line of a table.
  private struct Line {
    let head: String
    let text: String
    let remark: String
    let status: AdministrativeStatus
    let isDim: Bool
  }

  /// Lines whose columns stand under each other; what does not fit the terminal is cut.
  private func rows(_ lines: [Line]) -> [String] {
    let heads = lines.map { TerminalStyle.width(of: shown($0.head)) }
    let first = min(heads.max() ?? 0, width / 3)
    let texts = lines.map { TerminalStyle.width(of: shown($0.text)) }
    let second = min(texts.max() ?? 0, max(width - first - 2 - 4 - 22, width / 3))
    return lines.map { line in
      let head = padded(line.head, first)
      let text = padded(line.text, second)
      let remark = cut(shown(line.remark), max(0, width - first - second - 6))
      let isWrong = !line.status.isUsable
      return "  " + (line.isDim ? head : style.bold(head)) + "  " + (line.isDim ? style.dim(text) : text) + "  "
        + (isWrong ? mark(line.status, remark) : style.dim(remark))
    }.map { $0.hasSuffix(" ") && !style.usesColor ? $0.trimmedEnd : $0 }
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    let text = cut(shown(text), columns)
    return text + String(repeating: " ", count: max(0, columns - TerminalStyle.width(of: text)))
  }

  /// The text in at most so many columns, with an ellipsis where something is left out.
  private func cut(_ text: String, _ columns: Int) -> String {
    if TerminalStyle.width(of: text) <= columns { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = TerminalStyle.width(of: String(character))
      if used + next > columns - 1 { break }
      result.append(character)
      used += next
    }
    return columns > 0 ? result + "…" : ""
  }

  // MARK: Words and colours

  private func mark(_ status: AdministrativeStatus, _ text: String) -> String {
    switch status {
    case .preferred: style.green(text)
    case .admitted: style.cyan(text)
    case .deprecated, .superseded: style.yellow(text)
    case .forbidden: style.red(text)
    }
  }

  /// How the term was found, when it was not asked for by its name.
  private func why(_ match: LookupMatch) -> String? {
    match.kind == .exact ? nil : "\(Self.name(of: match.kind)) “\(match.term.text)”"
  }

  private static func name(of kind: MatchKind) -> String {
    switch kind {
    case .exact: "is"
    case .inflected: "form of"
    case .pinyin: "pinyin of"
    case .initials: "initials of"
    case .prefix: "begins"
    case .contains: "part of"
    case .words: "words of"
    case .inside: "holds"
    case .fuzzy: "near"
    }
  }

  /// A text that cannot drive the terminal: control characters and changes of direction shown as U+FFFD, line breaks as
  /// spaces; of a long one the beginning.
  private func shown(_ text: String, limit: Int = 120) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == limit { return String(result) + "…" }
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension String {
  /// The string without spaces at its end.
  fileprivate var trimmedEnd: String {
    var result = self[...]
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
