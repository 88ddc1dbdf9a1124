import TextCore

/// Finds a word in the place of another that sounds or looks alike: `would of`, `more then 20`, `it's own`.
public struct ConfusedWords: TextRule {
  public static let metadata = RuleMetadata(
    id: "grammar/confused-words",
    summary: "A word stands for another one that sounds or looks alike, or is put together as no one does.",
    rationale: """
      Each of the words is right somewhere, so no spelling checker sees it; the words around it tell. The list has only \
      what is never, or hardly ever, right where it stands.
      """,
    remedy: "Write the word that was meant.",
    severity: .warning,
    certainty: "Nearly sure.",
    examples: [
      .flagged("They ⟦could of⟧ come.", corrected: "They could have come."),
      .flagged("The city has ⟦more then⟧ 20 schools.", corrected: "The city has more than 20 schools."),
      .flagged("The village has ⟦it's own⟧ school.", corrected: "The village has its own school."),
      .flagged("⟦Their are⟧ schools. ⟦Its a⟧ city.", corrected: "There are schools. It's a city."),
      .flagged("We must not ⟦loose⟧ the school.", corrected: "We must not lose the school."),
      .flagged("⟦Despite of⟧ the cold, people came.", corrected: "Despite the cold, people came."),
      .flagged("The city ⟦lost it's⟧ school.", corrected: "The city lost its school."),
      .clean("They would of course come, and there are more then than now."),
      .clean("It's own goal day. Their area is large, and its A side won."),
      .clean("There is a loose board; the group is more than 20 years old."),
      .clean("Despite the cold, its own people came, and it's a city."),
      .clean("The effect on the school was great, and people paid."),
      .clean("They held it; it's held that it's a city they lost."),
      .clean("More and better things are of use; it's one of its areas."),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .confusable).compactMap { index -> Finding? in
      guard Confusion.mayBegin(at: index, in: text.words) else { return nil }
      let head = text.words[index]
      guard !head.isPartOfCode, !text.isSkipped(head.span) else { return nil }
      for confusion in Confusion.byHead[head.key] ?? [] {
        guard let span = confusion.span(at: index, in: text) else { continue }
        let right =
          head.isCapitalized ? confusion.right.prefix(1).uppercased() + confusion.right.dropFirst() : confusion.right
        return finding(place, span, "“\(text.string(in: span))” is hardly meant: “\(right)”", suggestions: [right])
      }
      return nil
    }
  }
}
