import Repair

/// Finds tags and character references in plain text: `&Nbsp`, `< p >`.
public struct HTMLResidue: RepairRule {
  public static let metadata = RuleMetadata(
    id: "residue/html",
    summary: "A tag or a character reference in plain text.",
    rationale: "Pages copied without their mark-up keep bits of it: &Nbsp, < p >, /FONT>.",
    remedy: "Delete the tag; write the character that the reference stands for.",
    severity: .warning,
    certainty: "Sure: the name is one of HTML, and the source has no such tag.",
    examples: [
      .flagged("prices⟦&nbsp;⟧rose", corrected: "prices rose"),
      .clean("AT&T and R&D cost x < 5 and y > 3."),
      .clean("The pair <a, b> is ordered."),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.htmlRemnant, .entity]

  public init() {}
}
