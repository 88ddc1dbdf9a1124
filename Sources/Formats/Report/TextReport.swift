import Lint
import TextCore

extension ReportFormat {
  /// For people: each finding with its line, what is flagged underlined, and what could stand there instead.
  public static let text = ReportFormat(id: "text") { report, style in
    var result = ""
    for place in report.places { result += TextReport(style).block(place) }
    let counts = report.counts.filter { $0.count > 0 }.map { "\($0.count) \($0.severity.noun($0.count))" }
    if !counts.isEmpty { result += counts.joined(separator: ", ") + "\n" }
    return result
  }
}

/// Writes findings for people.
struct TextReport {
  let style: ReportStyle

  init(_ style: ReportStyle) { self.style = style }

  /// A finding on a few lines, an empty one after it.
  func block(_ place: ReportedPlace) -> String {
    let finding = place.finding
    let name = colored(finding.severity.rawValue, Self.color(of: finding.severity))
    let segment = finding.segment.map { " (\($0)\(finding.side.map { " \($0.rawValue)" } ?? ""))" } ?? ""
    let rule = colored("[\(finding.rule)]", "2")
    var lines = [
      "\(place.path):\(place.line):\(place.column)\(segment): \(name): \(Self.visible(finding.message)) \(rule)"
    ]
    let width = max(20, style.width - 4)
    lines += marked(place.excerpt(width: width), finding.severity)
    if let other = finding.counterpart { lines += marked(Excerpt(other, width: width), finding.severity) }
    let suggestions = finding.suggestions.filter { !finding.message.contains("“\($0)”") }.map {
      $0.isEmpty ? "delete it" : "“\(Self.visible($0))”"
    }
    if !suggestions.isEmpty { lines.append("    " + colored("try: ", "2") + suggestions.joined(separator: " or ")) }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// A line with carets below what is flagged.
  private func marked(_ excerpt: Excerpt, _ severity: Severity) -> [String] {
    let line = "    " + excerpt.line
    if excerpt.carets.isEmpty { return [line] }
    let space = String(repeating: " ", count: excerpt.before)
    return [line, "    " + space + colored(excerpt.carets, Self.color(of: severity))]
  }

  private func colored(_ text: String, _ code: String) -> String {
    style.isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func color(of severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    }
  }

  /// The text with control characters, which could steer the terminal, shown as U+FFFD.
  static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0.value) ? "\u{FFFD}" : $0 }))
  }

  static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F...0x9F).contains(scalar) || (0x202A...0x202E).contains(scalar)
      || (0x2066...0x2069).contains(scalar)
  }
}

/// A part of a line around what is flagged, with the columns that it takes on a terminal.
struct Excerpt {
  private(set) var line = ""
  /// The columns before what is flagged.
  private(set) var before = 0
  /// `^` under every column that is flagged, at least one; empty where nothing is.
  private(set) var carets = ""

  /// The first line of the other text of a pair that something is marked in, else its beginning.
  init(_ other: Finding.Counterpart, width: Int) {
    let utf8 = Array(other.text.utf8)
    let index = LineIndex(utf8)
    let mark = other.marks.first
    let line = index.span(ofLine: mark.map { index.line(of: $0.start) } ?? 1)
    self.init(utf8[line.range], flagged: mark.map { TextSpan($0.start, min($0.end, line.end)) }, width: width)
  }

  /// A line, of which only the neighbourhood of what is flagged is looked at; the span counts in the indices of the slice.
  init(_ line: ArraySlice<UInt8>, flagged span: TextSpan?, width: Int) {
    // No base character has more than a few marks that take no column.
    let reach = 16 * max(1, width)
    let middle = span?.start ?? line.startIndex
    var start = max(line.startIndex, middle - reach)
    var end = min(line.endIndex, middle + reach)
    while start > line.startIndex, line[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.endIndex, line[end] & 0xC0 == 0x80 { end += 1 }
    self.init(
      String(decoding: line[start..<end], as: UTF8.self),
      flagged: span.map { TextSpan($0.start - start, max($0.start, min($0.end, end)) - start) }, width: width)
  }

  private init(_ text: String, flagged span: TextSpan?, width: Int) {
    var columns: [(scalar: Unicode.Scalar, width: Int, isFlagged: Bool)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let shown: Unicode.Scalar = scalar == "\t" ? " " : TextReport.isControl(scalar.value) ? "\u{FFFD}" : scalar
      columns.append((shown, TerminalStyle.width(of: shown), span?.contains(offset) ?? false))
      offset += UTF8.width(scalar)
    }
    let first = columns.firstIndex(where: \.isFlagged) ?? (span == nil ? 0 : columns.count)
    let total = columns.reduce(0) { $0 + $1.width }
    var start = 0
    if total > width {  // leave a third of the room before what is flagged
      var room = width / 3
      start = first
      while start > 0, columns[start - 1].width <= room {
        start -= 1
        room -= columns[start].width
      }
    }
    var room = width
    if start > 0 {
      line += "…"
      before += 1
      room -= 1
    }
    var flagged = 0
    for (index, column) in columns.enumerated().dropFirst(start) {
      if column.width > room - (index + 1 < columns.count ? 1 : 0) {
        line += "…"
        break
      }
      line.unicodeScalars.append(column.scalar)
      room -= column.width
      if column.isFlagged { flagged += column.width } else if index < first { before += column.width }
    }
    if span != nil { carets = String(repeating: "^", count: max(1, flagged)) }
  }
}
