import TextCore

/// Finds small words with a capital in the middle of a sentence: `Economic Belt Based on`.
public struct CapitalRun: TextRule {
  public static let metadata = RuleMetadata(
    id: "capitalization/run",
    summary: "A small word with a capital in the middle of a sentence: the capitals of a name ran on.",
    rationale: "Translation programs that see a name go on with capitals past its end.",
    remedy: "Write the word, and the words after it that are no names, without capitals.",
    severity: .info,
    certainty: "A hint: the word may belong to a title.",
    examples: [
      .flagged(
        "We build the new Silk Road Economic Belt ⟦Based⟧ on cloud computing and data.",
        corrected: "We build the new Silk Road Economic Belt based on cloud computing and data."),
      .flagged(
        "The city of Lanzhou ⟦Has⟧ set up a fund for the farms.",
        corrected: "The city of Lanzhou has set up a fund for the farms."),
      .clean("Based on the plan, the belt is built."),
      .clean("How To Choose A Phone Based On Its Price"),
      .clean("He read the book Paradise Regained on the way to the town hall."),
    ])

  private static let small: Set<String> = [
    "Based", "Including", "According", "Depending", "Relying", "Which", "Whose", "While", "Is", "Are", "Was", "Were",
    "Has",
    "Have", "Had",
  ]

  public init() {}

  static func isSmallWord(_ form: WordForm) -> Bool { small.contains(form.text) }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .sentenceWord).compactMap { index -> Finding? in
      guard text.isOneSpace(after: index - 1), text.isOneSpace(after: index) else { return nil }
      // Inside a title both neighbours are capitalised.
      if text.words[index - 1].isCapitalized && text.words[index + 1].isCapitalized { return nil }
      let word = text.words[index]
      guard let segment = text.segment(at: word.span.start), segment.kind == .sentence, !text.isSkipped(segment.span)
      else { return nil }
      let words = text.words(in: segment.span)
      guard words.count >= 6, words.startIndex < index, words.count(where: \.isCapitalized) * 2 < words.count else {
        return nil
      }
      return finding(
        place, word.span, "“\(word.text)” stands in the middle of a sentence: write “\(word.key)”",
        suggestions: [word.key])
    }
  }
}
