import Repair

/// Finds readings that a converter put behind characters: `協(xié)議`.
public struct PinyinResidue: RepairRule {
  public static let metadata = RuleMetadata(
    id: "residue/pinyin",
    summary: "A reading in brackets behind a Chinese character.",
    rationale: "A broken converter puts the reading of some characters behind every one of them: 協(xié)議.",
    remedy: "Delete the reading. --fix does it.",
    severity: .error,
    certainty: "Very sure: the letters are a reading of the character before them.",
    examples: [
      .flagged("他们签署了協⟦(xié)⟧議。", corrected: "他们签署了協議。"),
      .flagged("会議上發⟦(fā)⟧言", corrected: "会議上發言"),
      .clean("他们签署了協議(WTO)。"),
      .clean("李老师（语文）"),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [.pinyinResidue]

  public init() {}
}
