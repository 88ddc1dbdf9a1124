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
      .flagged("the ⟦Iife⟧ of the city", corrected: "the life of the city"),
      .clean("the Iife Anna had"),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.lookAlike]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return reports(of: text.repairs.filter { Self.kinds.contains($0.kind) }, in: place).filter { finding in
      // Iain Duncan: a first name with its capital, and a second one.
      let next = finding.decodedSpan.end + 1
      return
        !(finding.text.hasPrefix("I") && text.raw.utf8.indices.contains(next)
        && text.raw.utf8[next - 1] == 0x20 && Characters.isUpper(text.raw.utf8[next]))
    }
  }
}
