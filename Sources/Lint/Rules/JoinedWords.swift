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

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let found = reports(of: place.text.repairs.filter { Self.kinds.contains($0.kind) }, in: place)
    // What a text writes so again and again is a word of its own, and four letters may be one: init, readonly;
    // so may compounds with “being”: wellbeing.
    let counts = Dictionary(grouping: found) { $0.text.lowercased() }.mapValues(\.count)
    return found.map { finding in
      let mayBeWord = finding.text.utf8.count <= 4 || finding.text.hasSuffix("being")
      guard mayBeWord || counts[finding.text.lowercased()] ?? 0 > 1 else { return finding }
      var finding = finding
      finding.severity = .info
      finding.isSafe = false
      return finding
    }
  }
}
