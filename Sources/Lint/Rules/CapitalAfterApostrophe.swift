import TextCore

/// Finds the capital that title-casing put behind an apostrophe: `Son'S`.
public struct CapitalAfterApostrophe: TextRule {
  public static let metadata = RuleMetadata(
    id: "capitalization/apostrophe",
    summary: "A capital letter behind an apostrophe: `Son'S`, `Don'T`.",
    rationale: "Programs that capitalise every word of a title take the apostrophe for the end of a word.",
    remedy: "Write the letter small. --fix does it.",
    severity: .warning,
    certainty:
      "Very sure: the letters are those of a short ending (s, t, re, ll, ve, d, m) and the word is not all capitals.",
    examples: [
      .flagged("My Son⟦'S⟧ Shoes", corrected: "My Son's Shoes"),
      .flagged("Why You Don⟦'T⟧ Need It And They⟦'Ll⟧ Come", corrected: "Why You Don't Need It And They'll Come"),
      .flagged("A Buyer⟦’S⟧ Guide", corrected: "A Buyer’s Guide"),
      .clean("O'Reilly and D'Souza sell children's books."),
      .clean("THE PEOPLE'S DAILY"),
      .clean("Xi'An and Ya'An"),
      .clean("He said 'So what?' and 'Some do'."),
    ])

  private static let endings: Set<String> = ["S", "T", "Re", "RE", "Ll", "LL", "Ve", "VE", "D", "M"]

  public init() {}

  static func isEnding(_ form: WordForm) -> Bool { endings.contains(form.text) }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .apostropheEnding).compactMap { index -> Finding? in
      guard index > 0 else { return nil }
      let (stem, ending) = (text.words[index - 1], text.words[index])
      guard stem.text.utf8.contains(where: Characters.isLower), stem.span.end < ending.span.start else { return nil }
      let gap = TextSpan(stem.span.end, ending.span.start)
      guard gap.length == 1 && text.utf8[gap.start] == 0x27 || text.string(in: gap) == "’" else { return nil }
      let span = TextSpan(gap.start, ending.span.end)
      let right = text.string(in: gap) + ending.key
      return finding(
        place, span, "“\(stem.text)\(text.string(in: span))” should be “\(stem.text)\(right)”", suggestions: [right],
        isSafe: true)
    }
  }
}
