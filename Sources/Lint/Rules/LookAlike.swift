import Repair

/// Finds letters and digits that character recognition took for others: `rnore` for `more`.
public struct LookAlike: RepairRule {
  public static let metadata = RuleMetadata(
    id: "garble/look-alike",
    summary: "Letters and digits taken for others that look alike.",
    rationale: "Character recognition reads rn for m, 0 for o, 1 or I for l: “rnore”, “pers0n”, “Iittle”.",
    remedy: "Write the letters that were meant. --fix does it where a text shows several.",
    severity: .warning,
    certainty: "Rather sure: the word is unknown, and exactly one exchange of look-alikes makes it known.",
    examples: [
      .flagged("there is ⟦rnore⟧ of it", corrected: "there is more of it"),
      .clean("there is more of it"),
      .clean("the ISO 9001 and H1N1"),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.lookAlike]

  public init() {}
}
