import Repair

/// Finds words that lost a ligature: `e cient` for `efficient`.
public struct LostLigature: RepairRule {
  public static let metadata = RuleMetadata(
    id: "garble/lost-ligature",
    summary: "A word that lost its ff, fi, fl, ffi or ffl.",
    rationale: "Text copied from PDF files loses the characters that fonts draw as one: “e cient”, “di↵erent”.",
    remedy: "Put the letters back. --fix does it.",
    severity: .error,
    certainty: "Sure: the pieces are no words, and one ligature joins them to a word.",
    examples: [
      .flagged("an ⟦e cient⟧ plan", corrected: "an efficient plan"),
      .flagged("a ⟦signi cant⟧ change", corrected: "a significant change"),
      .clean("an efficient plan and a significant change"),
      .clean("vitamin e and the e mail"),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.lostLigature]

  public init() {}
}
