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

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let found = reports(of: place.text.repairs.filter { Self.kinds.contains($0.kind) }, in: place)
    // A short word without a gap, alone of its kind, is rather an abbreviation: uid, du.
    let kinds = Set(found.map { $0.text.lowercased() })
    return found.map { finding in
      guard kinds.count < 3, finding.text.utf8.count <= 4, finding.text.utf8.allSatisfy(Characters.isLetter) else {
        return finding
      }
      var finding = finding
      finding.severity = .info
      finding.isSafe = false
      return finding
    }
  }
}
