import Lexicon
import TextCore

/// Finds two neighbours made from one word: `conditional conditions`.
public struct DuplicateContent: TextRule {
  public static let metadata = RuleMetadata(
    id: "duplicate/content",
    summary: "An adjective and its noun are made from one word.",
    rationale:
      "Translated word by word, a Chinese phrase that says one thing twice becomes “conditional conditions” (有条件的).",
    remedy: "Say it once, or name the condition that is meant.",
    severity: .info,
    certainty: "A hint: “conditional conditions” is wrong, “medical medicine” may be meant.",
    examples: [
      .flagged("villages with ⟦conditional conditions⟧ in our province"),
      .flagged("the ⟦national nation⟧ of the west"),
      .clean("the economic conditions of the city"),
      .clean("developers develop and organizers organize"),
      .clean("the plan plans and planners"),
    ])

  private static let endings = ["al", "ic", "ive", "ous", "ful", "ary", "able"]

  public init() {}

  static func isAdjective(_ form: WordForm) -> Bool {
    form.key.utf8.count >= 7 && endings.contains { form.key.hasSuffix($0) }
  }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .tautology).compactMap { index -> Finding? in
      guard text.isOneSpace(after: index) else { return nil }
      let (first, second) = (text.words[index], text.words[index + 1])
      guard second.key.utf8.count >= 5, first.key.utf8.first == second.key.utf8.first, first.key != second.key else {
        return nil
      }
      guard !second.isCapitalized, !second.hasInnerCapitals else { return nil }
      if Self.endings.contains(where: { second.key.hasSuffix($0) }) { return nil }
      guard first.form.stem.isSame(as: second.form.stem), !second.key.hasSuffix("ly") else {
        return nil
      }
      let span = first.span.union(second.span)
      return finding(place, span, "“\(text.string(in: span))” says one thing twice")
    }
  }
}
