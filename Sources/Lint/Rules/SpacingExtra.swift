import TextCore

/// Finds more than one space between words, and a space before a comma or a stop.
public struct SpacingExtra: TextRule {
  public static let metadata = RuleMetadata(
    id: "spacing/extra",
    summary: "Two or more spaces between two words, or a space before a comma.",
    rationale: "They come from deleted words and from text that was laid out with spaces.",
    remedy: "Leave one space. --fix does it.",
    severity: .warning,
    certainty: "Very sure: the start of a line, two spaces after a stop, and columns of a table are left alone.",
    examples: [
      .flagged("a plan⟦  ⟧for the city", corrected: "a plan for the city"),
      .flagged("apples⟦ ⟧, pears and plums", corrected: "apples, pears and plums"),
      .flagged("founded in 1998⟦ ,⟧has grown", corrected: "founded in 1998, has grown"),
      .clean("One sentence.  Two spaces after a stop are a style."),
      .clean("    let x = 1"),
      .clean("Name    City    Year\nLi      Wuhan   2019"),
      .clean("the option ,x and ,9"),
      .clean("and so on ... or .5 or .NET"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    // Two spaces in a row, or one before a comma or semicolon.
    let lines = zip(text.lines, TextMarks.places(text.marks.gaps, in: text.lines))
      .filter { line, gaps in !gaps.isEmpty && !isTable(line, in: text) }.map(\.0)
    if isJustified(lines, in: text) { return [] }
    return lines.flatMap { line -> [Finding] in
      runs(in: line, of: text).compactMap { run -> Finding? in
        let (before, after) = (text.byte(at: run.start - 1), text.byte(at: run.end))
        if run.length > 1 {
          if isStop(before, at: run.start, in: text) { return nil }
          let right = after == 0x2C || after == 0x3B ? "" : " "
          return finding(place, run, "\(run.length) spaces where one is enough", suggestions: [right], isSafe: true)
        }
        guard after == 0x2C || after == 0x3B, Characters.isLetter(before) || Characters.isDigit(before) else {
          return nil
        }
        let mark = after == 0x2C ? "," : ";"
        let next = text.byte(at: run.end + 1)
        if Characters.isSpace(next) {
          return finding(place, run, "a space before “\(mark)”", suggestions: [""], isSafe: true)
        }
        guard Characters.isLetter(next), Characters.isLetter(text.byte(at: run.end + 2)) else { return nil }
        let both = TextSpan(run.start, run.end + 1)
        return finding(place, both, "the space stands before “\(mark)”", suggestions: [mark + " "], isSafe: true)
      }
    }
  }

  /// Whether the lines are stretched to one width with spaces: a fifth of the long lines of the text, and five at least.
  private func isJustified(_ lines: [TextSpan], in text: LintText) -> Bool {
    lines.count >= 5 && lines.count * 5 >= text.lines.count { $0.length >= 40 }
  }

  private func runs(in line: TextSpan, of text: LintText) -> [TextSpan] {
    var result: [TextSpan] = []
    var index = line.start
    while index < line.end {
      guard text.utf8[index] == 0x20 else {
        index += 1
        continue
      }
      let start = index
      while index < line.end, text.utf8[index] == 0x20 { index += 1 }
      result.append(TextSpan(start, index))
    }
    return result
  }

  /// Whether the space follows the end of a sentence, closing marks between them.
  private func isStop(_ before: UInt8, at offset: Int, in text: LintText) -> Bool {
    var index = offset
    while let scalar = text.scalar(before: index), Characters.isCloser(scalar) {
      index = UTF8Scan.start(before: index, in: text.utf8)
    }
    guard let scalar = text.scalar(before: index) else { return false }
    return Characters.isSentenceEnd(scalar) || scalar == 0x3A
  }

  /// Whether a line is laid out with spaces: three wide gaps, or one of four spaces and more, or a bar or tab.
  private func isTable(_ line: TextSpan, in text: LintText) -> Bool {
    let wide = runs(in: line, of: text).filter { $0.length > 1 }
    return wide.count >= 3 && wide.contains { $0.length > 2 } || wide.contains { $0.length > 3 }
      || text.utf8[line.range].contains { $0 == 0x7C || $0 == 0x09 || $0 == 0x60 }
  }
}
