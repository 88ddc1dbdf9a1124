import Repair

/// Finds the hyphen of a line end inside a line: `govern- ment`.
public struct LineHyphen: RepairRule {
  public static let metadata = RuleMetadata(
    id: "garble/line-hyphen",
    summary: "A hyphen of a line end that stayed inside the line.",
    rationale:
      "Books and newspapers break words at the end of a line; text made from their pages keeps the hyphen and a space.",
    remedy: "Join the word. --fix does it.",
    severity: .error,
    certainty: "Sure: the joined word is known.",
    examples: [
      .flagged("the ⟦govern- ment⟧ of the city", corrected: "the government of the city"),
      .flagged("a rise in ⟦in- come⟧ of farmers", corrected: "a rise in income of farmers"),
      .clean("pre- and post-war years"),
      .clean("long- and short-term plans"),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.lineHyphen]

  public init() {}
}
