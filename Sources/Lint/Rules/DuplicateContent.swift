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

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices.dropFirst().compactMap { index -> Finding? in
      let (first, second) = (text.words[index - 1], text.words[index])
      guard first.key.utf8.count >= 7, second.key.utf8.count >= 5, first.key != second.key else { return nil }
      guard !second.isCapitalized, !second.hasInnerCapitals, text.isOneSpace(after: index - 1) else { return nil }
      guard Self.endings.contains(where: { first.key.hasSuffix($0) }),
        !Self.endings.contains(where: { second.key.hasSuffix($0) })
      else { return nil }
      guard EnglishStemmer.stem(first.key) == EnglishStemmer.stem(second.key), !second.key.hasSuffix("ly") else {
        return nil
      }
      let span = first.span.union(second.span)
      return finding(place, span, "“\(text.string(in: span))” says one thing twice")
    }
  }
}
