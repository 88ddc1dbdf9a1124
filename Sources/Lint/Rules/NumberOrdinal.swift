import TextCore

/// Finds a number where an ordinal must stand: `the six floor`.
public struct NumberOrdinal: TextRule {
  public static let metadata = RuleMetadata(
    id: "number/ordinal",
    summary: "A cardinal number before a noun in the singular that is counted off: `the six floor`.",
    rationale: "Chinese writes 六楼 and 12日 without a sign of order; the translation needs one.",
    remedy: "Write the ordinal: “the sixth floor”, “the 12th”.",
    severity: .warning,
    certainty: "Sure: the noun is singular and nothing follows that would make it a compound (“the two day trip”).",
    examples: [
      .flagged(
        "Media flocked to the ⟦six floor⟧ of the hotel.", corrected: "Media flocked to the sixth floor of the hotel."),
      .flagged("On the ⟦12 day⟧ of the month, it rained.", corrected: "On the 12th day of the month, it rained."),
      .flagged("It is the ⟦two anniversary⟧ of the plan.", corrected: "It is the second anniversary of the plan."),
      .clean("the six floors of the hotel"),
      .clean("the two day trip and the six floor plan"),
      .clean("the one day of the year when it rains"),
      .clean("the sixth floor of the hotel and Floor 6"),
    ])

  /// Nouns that are counted off but never measured: no compound such as “the two day trip” begins with them.
  private static let places: Set<String> = [
    "floor", "century", "anniversary", "session", "edition", "generation", "congress", "birthday", "plenum",
  ]
  private static let times: Set<String> = ["day", "grade", "chapter", "phase", "quarter"]
  /// The ordinals of what is not “one”, by their numbers in words.
  private static let ordinals = Dictionary(
    uniqueKeysWithValues: zip(EnglishOrdinals.cardinals, EnglishOrdinals.ordinals).dropFirst()
      + [("fifteen", "fifteenth"), ("twenty", "twentieth")])
  private static let followers: Set<String> = ["of", "in", "at", "on", "and", "to", "is", "was", "has"]

  public init() {}

  static func isCounted(_ form: WordForm) -> Bool { times.contains(form.text) || places.contains(form.text) }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .countedNoun).compactMap { index in
      let noun = text.words[index]
      let isTime = Self.times.contains(noun.text)
      if text.isSkipped(noun.span) { return nil }
      guard let (number, ordinal) = number(before: index, in: text) else { return nil }
      guard isEnd(of: noun, at: index, in: text, isTime: isTime) else { return nil }
      let span = number.union(noun.span)
      return finding(
        place, span, "“\(text.string(in: span))” counts in order: write “\(ordinal) \(noun.text)”",
        suggestions: ["\(ordinal) \(noun.text)"])
    }
  }

  /// The number right before a word, “the” before it, and its ordinal.
  private func number(before index: Int, in text: LintText) -> (TextSpan, String)? {
    let end = text.words[index].span.start - 1
    guard text.byte(at: end) == 0x20 else { return nil }
    let digits = text.digits(before: end)
    if !digits.isEmpty {
      guard index > 0, text.words[index - 1].key == "the", text.words[index - 1].span.end == digits.start - 1 else {
        return nil
      }
      guard let value = Int(text.string(in: digits)), (2...99).contains(value) else { return nil }
      return (digits, "\(value)\(EnglishOrdinals.ending(of: value))")
    }
    guard index > 1, text.words[index - 1].span.end == end, let ordinal = Self.ordinals[text.words[index - 1].key]
    else { return nil }
    guard text.words[index - 2].key == "the", text.isOneSpace(after: index - 2) else { return nil }
    return (text.words[index - 1].span, ordinal)
  }

  /// Whether the noun is the last of its phrase: a mark or a small word follows.
  private func isEnd(of noun: Word, at index: Int, in text: LintText, isTime: Bool) -> Bool {
    if let next = text.keys(after: index, count: 1).first {
      return isTime ? next == "of" : Self.followers.contains(next)
    }
    let after = text.byte(at: noun.span.end)
    return after == 0 || [0x2E, 0x2C, 0x3B, 0x3A, 0x0A, 0x0D, 0x29].contains(after)
  }
}
