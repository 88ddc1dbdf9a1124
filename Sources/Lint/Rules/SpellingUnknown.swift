import TextCore

/// Finds words that no list knows.
public struct SpellingUnknown: TextRule {
  public static let metadata = RuleMetadata(
    id: "spelling/unknown",
    summary: "A word in small letters that no list knows, far from any known word.",
    rationale: "It may be damaged, misspelt, or a term that the glossary should have.",
    remedy: "Correct the word, or add it to the glossary.",
    severity: .info,
    certainty: "A hint: lists of words are never complete.",
    examples: [
      .flagged("the ⟦zrqtmoop⟧ of the city"),
      .flagged("a ⟦blogosphere⟧ of the people"),
      .clean("the information of Taobao in Shaxi"),
      .clean("see foo_bar and zrqtmoop.org"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    if context.words == nil { return [] }
    let words = place.text.words
    let isReported = zip(words.forms, context.facts(of: place.text)).map { form, facts in
      form.isLower && form.key.utf8.count >= 4 && !facts.isAccepted && facts.correction == nil
    }
    return words.indices(ofForms: isReported).compactMap { index -> Finding? in
      let word = words[index]
      guard !word.isPartOfCode, !place.text.isTied(word.span), !place.text.isSkipped(word.span) else { return nil }
      return finding(place, word.span, "no list knows “\(word.text)”")
    }
  }
}
