import TextCore

/// Finds a word written twice: `the the`.
public struct DuplicateWord: TextRule {
  public static let metadata = RuleMetadata(
    id: "duplicate/word",
    summary: "The same word twice in a row.",
    rationale: "Cutting and pasting, and joining lines, leave a word twice.",
    remedy: "Delete one. --fix deletes small words such as “the the”.",
    severity: .warning,
    certainty: "Sure for small words; names, “had had”, “that that” and emphasis (“very very”) are left alone.",
    examples: [
      .flagged("He went to⟦ to⟧ the station.", corrected: "He went to the station."),
      .flagged("The⟦ the⟧ plan is good.", corrected: "The plan is good."),
      .flagged("They said that⟦ that⟧ the plan is good.", corrected: "They said that the plan is good."),
      .clean("She had had enough, and he knew that that was so."),
      .clean("It is a very very long way, bye bye."),
      .clean("Duran Duran played in Walla Walla."),
      .clean("What it is, is a plan."),
    ])

  private static let emphasis: Set<String> = [
    "very", "really", "so", "many", "much", "long", "far", "bye", "ha", "no", "yes", "hey", "oh", "blah", "never",
    "ever",
    "again", "wait", "please", "had", "tut", "hear", "there", "now", "well", "knock", "night", "big", "old", "more",
    "too",
    "right", "la", "na", "go", "come", "boo", "choo", "chop", "win", "hush", "yum", "pom", "tsk", "dear", "good", "run",
  ]
  /// Words after which a second “that” is not the subject of what follows.
  private static let openers: Set<String> = [
    "the", "a", "an", "this", "these", "those", "his", "her", "their", "our", "my", "your", "its", "he", "she", "they",
    "we",
    "i", "you", "it", "there", "in", "on", "at", "of", "to", "for", "with", "by", "from", "all", "some", "no", "any",
    "every",
  ]
  private static let small: Set<String> = [
    "the", "a", "an", "of", "to", "in", "and", "is", "are", "for", "at", "with", "by", "from", "was", "were", "be",
    "as", "or",
    "on", "it", "that", "this", "has", "have", "will",
  ]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.repeats().compactMap { index -> Finding? in
      guard isSlip(at: index, in: text) else { return nil }
      let second = text.words[index]
      let isSmall = Self.small.contains(second.key)
      return finding(
        place, TextSpan(text.words[index - 1].span.end, second.span.end), severity: isSmall ? .warning : .info,
        "“\(second.text)” stands twice", suggestions: [""], isSafe: isSmall && second.key != "that")
    }
  }

  /// Whether the word at `index`, which repeats the one before it, is there by mistake.
  private func isSlip(at index: Int, in text: LintText) -> Bool {
    let (first, second) = (text.words[index - 1], text.words[index])
    guard text.isOneSpace(after: index - 1), !second.isPartOfCode, !text.isSkipped(second.span) else { return false }
    guard text.byte(at: first.span.start - 1) != 0x27, !isHyphenated(first, second, in: text) else { return false }
    guard first.key.utf8.count > 1 || first.key == "a" else { return false }
    if Self.emphasis.contains(first.key) || second.isCapitalized || second.hasInnerCapitals { return false }
    if first.key != "that" { return true }
    guard let next = text.keys(after: index, count: 1).first else { return false }
    return Self.openers.contains(next)
  }

  /// Whether a hyphen or an apostrophe ties one of the words to another.
  private func isHyphenated(_ first: Word, _ second: Word, in text: LintText) -> Bool {
    let ties: [UInt8] = [0x2D, 0x27, 0xE2]
    return ties.contains(text.byte(at: first.span.start - 1)) || ties.contains(text.byte(at: second.span.end))
  }
}
