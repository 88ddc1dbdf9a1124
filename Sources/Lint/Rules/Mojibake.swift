import Repair

/// Finds text that was read in the wrong encoding: `donâ€™t`, `ÄªÀïË¹`.
public struct Mojibake: RepairRule {
  public static let metadata = RuleMetadata(
    id: "garble/mojibake",
    summary: "Text that was read in the wrong encoding.",
    rationale:
      "Bytes of one encoding were taken for another: a quotation mark becomes “â€™”, Chinese becomes “ÖÐÎÄ” or “涓枃”.",
    remedy: "Put the right characters back. --fix does it where every byte can be read again.",
    severity: .error,
    certainty:
      "Very sure where the bytes read again give words; lost characters (U+FFFD) are reported without a suggestion.",
    examples: [
      .flagged("I can⟦â€™⟧t say.", corrected: "I can’t say."),
      .flagged("作者⟦ÄªÀïË¹Å®Ê¿⟧说", corrected: "作者莫里斯女士说"),
      .clean("A café in São Paulo, a façade in Curaçao."),
      .clean("I can’t say – really."),
    ])

  public static let kinds: Set<RepairEdit.Kind> = [
    .mojibake, .gbkShift, .utf8AsGBK, .gbkAsLatin1, .big5AsLatin1, .replacementCharacter, .controlCharacter,
  ]

  public init() {}
}
