import TextCore

/// Finds a sentence cut into lines where a link stood: a name alone on a line.
public struct BrokenLine: TextRule {
  public static let metadata = RuleMetadata(
    id: "layout/broken-line",
    summary: "A name or term stands alone on a line, cut out of its sentence.",
    rationale: """
      Copying a page turns the words of a link into a line of their own. The sentence around them falls into three \
      lines, and translation programs then translate each alone.
      """,
    remedy: "Join the line with those before and after it.",
    severity: .warning,
    certainty: "Fairly sure: the line before ends within a sentence, or the line after begins within one.",
    examples: [
      .flagged("Under the spotlight, the company and\n⟦Gansu⟧\nFormally joined hands on Monday."),
      .flagged("From November 24th to 25th,\n⟦Alibaba⟧\nChairman Li led many officers to the province."),
      .flagged("A meeting has been held in the city.\n⟦Electronic Commerce⟧\nThe upsurge of development."),
      .clean("Results\nThe company and the city joined hands."),
      .clean("Dear Sir,\n\nThank you for the letter.\n\nYours,\n\nLi Wei\nManager"),
      .clean("- apples\n- pears\n- plums"),
      .clean("The village grew.\nGansu\nThe province is in the west of China, and it has many rivers."),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    let lines = text.lines.filter { !$0.isEmpty }
    guard lines.count >= 3, !place.unit.isPair else { return [] }
    return lines.indices.dropFirst().dropLast().compactMap { index -> Finding? in
      let line = lines[index]
      guard isLoneName(line, in: text), !text.isSkipped(line) else { return nil }
      let (before, after) = (lines[index - 1], lines[index + 1])
      // Lines broken at a width are no broken lines, and an address ends a letter.
      if text.block(at: line.start) != line { return nil }
      if LintText.touches(text.addresses, after) || text.utf8[line.range].contains(0x2C) { return nil }
      let isCutBefore = isLongAndOpen(before, in: text)
      let isCutAfter = isFragment(after, in: text)
      guard isCutBefore || isCutAfter, isParagraph(after, in: text) else { return nil }
      let name = text.string(in: line)
      return finding(place, line, "“\(name)” was cut out of its sentence: join it with the lines around it")
    }
  }

  /// One to four capitalised words and nothing else.
  private func isLoneName(_ line: TextSpan, in text: LintText) -> Bool {
    guard line.length <= 50, case let words = text.words(in: line), (1...4).contains(words.count) else { return false }
    guard Characters.isLetter(text.byte(at: line.start)), Characters.isLetter(text.byte(at: line.end - 1)) else {
      return false
    }
    return words.allSatisfy { $0.isCapitalized || $0.hasInnerCapitals }
  }

  /// Whether the line is more than a few words and ends within a sentence: with a comma or a small word.
  private func isLongAndOpen(_ line: TextSpan, in text: LintText) -> Bool {
    let words = text.words(in: line)
    guard words.count >= 4, let last = words.last else { return false }
    let byte = text.byte(at: line.end - 1)
    if byte == 0x2C { return true }
    return last.span.end == line.end && Self.openers.contains(last.key)
  }

  private static let openers: Set<String> = [
    "and", "or", "of", "the", "a", "an", "to", "in", "on", "at", "by", "with", "from", "for", "as", "that", "which",
    "is", "are",
    "was", "were", "between", "between", "both", "into", "under", "its", "their", "our", "between", "has", "have",
    "than",
  ]

  /// Whether the line is a stump: it begins with a small letter, or it is a few words of “the … of …” without a verb.
  private func isFragment(_ line: TextSpan, in text: LintText) -> Bool {
    let words = text.words(in: line)
    guard let first = words.first, first.span.start == line.start, words.count >= 2 else { return false }
    if Characters.isLower(text.byte(at: line.start)) { return words.count >= 4 }
    guard words.count <= 6, text.byte(at: line.end - 1) == 0x2E, first.key == "the" else { return false }
    return words.contains { $0.key == "of" }
      && !words.contains { Self.verbs.contains($0.key) || $0.key.hasSuffix("ed") }
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "be", "has", "have", "had", "does", "do", "did", "will", "can", "may", "must", "should",
    "came",
    "comes", "went", "goes", "grew", "rose", "fell", "began", "made", "took", "gave",
  ]

  private func isParagraph(_ line: TextSpan, in text: LintText) -> Bool {
    text.words(in: line).count >= 4
  }
}
