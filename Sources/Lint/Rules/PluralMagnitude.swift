import TextCore

/// Finds magnitudes in the plural behind a number: `3.2 billions yuan`.
public struct PluralMagnitude: TextRule {
  public static let metadata = RuleMetadata(
    id: "number/plural-magnitude",
    summary: "“millions” or “billions” behind an exact number.",
    rationale: "English says “3.2 billion yuan”; the plural stands alone or before “of”: “millions of people”.",
    remedy: "Write the singular.",
    severity: .warning,
    certainty: "Sure: a number with a decimal point, or an amount of money, stands right before the word.",
    examples: [
      .flagged("Sales rose to RMB 3.2 ⟦billions⟧.", corrected: "Sales rose to RMB 3.2 billion."),
      .flagged("It cost 5 ⟦millions⟧ yuan.", corrected: "It cost 5 million yuan."),
      .clean("Sales rose to RMB 3.2 billion."),
      .clean("On May 5 thousands marched, and in 2019 millions of people came."),
      .clean("In the 1970s thousands left. Hundreds of millions of dollars were lost."),
    ])

  private static let singulars = [
    "hundreds": "hundred", "thousands": "thousand", "millions": "million", "billions": "billion",
    "trillions": "trillion",
  ]
  private static let money: Set<String> = [
    "yuan", "rmb", "dollars", "usd", "euros", "pounds", "yen", "won", "hkd", "people", "tons", "tonnes", "users", "mu",
    "square", "cubic", "kilowatts", "visitors", "tourists", "hectares", "kilometers", "kilometres",
  ]

  public init() {}

  static func isPlural(_ form: WordForm) -> Bool { singulars[form.text] != nil }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .magnitude).compactMap { index in
      let word = text.words[index]
      guard let right = Self.singulars[word.text], let isDecimal = isNumber(before: word.span.start, in: text),
        isDecimal || text.keys(after: index, count: 1).contains(where: Self.money.contains),
        !text.isSkipped(word.span)
      else { return nil }
      return finding(place, word.span, "“\(word.text)” behind a number: write “\(right)”", suggestions: [right])
    }
  }

  /// Whether a number stands one space before an offset, and if so, whether it has a decimal point.
  private func isNumber(before offset: Int, in text: LintText) -> Bool? {
    guard text.byte(at: offset - 1) == 0x20 else { return nil }
    var start = offset - 1
    while start > 0, Characters.isDigit(text.utf8[start - 1]) || [0x2E, 0x2C].contains(text.utf8[start - 1]) {
      start -= 1
    }
    let number = text.utf8[start..<(offset - 1)]
    guard let last = number.last, Characters.isDigit(last), !Characters.isLetter(text.byte(at: start - 1)) else {
      return nil
    }
    return number.contains(0x2E)
  }
}
