import Repair

/// Finds two words without the space between them: `ofthe`.
public struct JoinedWords: RepairRule {
  public static let metadata = RuleMetadata(
    id: "garble/joined-words",
    summary: "Two words without the space between them.",
    rationale: "Text read from pages, and text joined from lines, loses spaces: “ofthe”.",
    remedy: "Put the space in. --fix does it.",
    severity: .warning,
    certainty: "Sure: the joined word is unknown and both parts are common.",
    examples: [
      .flagged("the end ⟦ofthe⟧ year", corrected: "the end of the year"),
      .flagged("he went ⟦tothe⟧ city", corrected: "he went to the city"),
      .clean("the end of the year"),
      .clean("therefore, often, into, without, cannot"),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.joinedWords]

  public init() {}
}
