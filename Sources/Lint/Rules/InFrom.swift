import TextCore

/// Finds prepositions of time that Chinese word order brought: `In from November 24th`, `In the afternoon of November 24th`.
public struct InFrom: TextRule {
  public static let metadata = RuleMetadata(
    id: "grammar/in-from",
    summary: "Two prepositions before a time, or “in” where a day wants “on”.",
    rationale: "在11月24日至25日 becomes “In from November 24th to 25th”, 在24日下午 “In the afternoon of November 24th”.",
    remedy: "Write “From November 24 to 25” and “On the afternoon of November 24”.",
    severity: .warning,
    certainty: "Sure: the words stand right before a date.",
    examples: [
      .flagged("⟦In from⟧ November 24th to 25th, they met.", corrected: "From November 24th to 25th, they met."),
      .flagged(
        "⟦In the afternoon⟧ of November 24th, he came.", corrected: "On the afternoon of November 24th, he came."),
      .flagged("He left ⟦in the morning⟧ of 5 June.", corrected: "He left on the morning of 5 June."),
      .clean("In the afternoon he came; in the evening of his life he wrote."),
      .clean("On the afternoon of November 24th, he came."),
      .clean("The light that came in from the street faded in the afternoon of that day."),
      .clean("A wind blew in from March Hill."),
    ])

  private static let parts: Set<String> = ["morning", "afternoon", "evening", "night"]
  private static let times: Set<String> = Set(
    IncompleteRange.months.map { $0.lowercased() } + [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .inWord).compactMap { index -> Finding? in
      guard let found = doubled(place, index) ?? partOfDay(place, index) else { return nil }
      return text.isSkipped(text.words.span(at: index)) ? nil : found
    }
  }

  private func doubled(_ place: TextPlace, _ index: Int) -> Finding? {
    let text = place.text
    guard text.words[index].isCapitalized, text.keys(after: index, count: 1) == ["from"] else { return nil }
    let from = text.words[index + 1]
    guard isTime(after: from, at: index + 2, in: text) else { return nil }
    let span = text.words[index].span.union(from.span)
    return finding(place, span, "“\(text.string(in: span))” has two prepositions: write “From”", suggestions: ["From"])
  }

  private func partOfDay(_ place: TextPlace, _ index: Int) -> Finding? {
    let text = place.text
    guard index + 1 < text.words.count, text.words.key(at: index + 1) == "the" else { return nil }
    let keys = text.keys(after: index, count: 3)
    guard keys.count == 3, keys[0] == "the", Self.parts.contains(keys[1]), keys[2] == "of" else { return nil }
    guard isTime(after: text.words[index + 3], at: index + 4, in: text) else { return nil }
    let word = text.words[index]
    let right = (word.isCapitalized ? "On" : "on") + " the " + text.words[index + 2].text
    let span = word.span.union(text.words[index + 2].span)
    return finding(place, span, "a part of a certain day takes “on”: “\(right) of …”", suggestions: [right])
  }

  /// Whether a date follows a word: a month or a day of the week, or a number.
  private func isTime(after word: Word, at next: Int, in text: LintText) -> Bool {
    guard text.byte(at: word.span.end) == 0x20 else { return false }
    if Characters.isDigit(text.byte(at: word.span.end + 1)) { return true }
    guard next < text.words.count, text.words[next].span.start == word.span.end + 1 else { return false }
    guard text.words[next].isCapitalized, Self.times.contains(text.words[next].key) else { return false }
    let end = text.words[next].span.end
    return text.byte(at: end) != 0x20 || !Characters.isUpper(text.byte(at: end + 1))
  }
}
