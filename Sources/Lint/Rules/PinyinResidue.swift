import Lexicon
import Repair
import TextCore

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

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let repaired = place.text.repairs.filter { Self.kinds.contains($0.kind) }
    return reports(of: repaired, in: place) + single(in: place, context)
  }

  /// Readings that the repair left alone, because the text shows too few of them: a toned syllable in brackets that is
  /// a reading of the character before it.
  private func single(in place: TextPlace, _ context: LintContext) -> [Finding] {
    let text = place.text
    guard text.language == .chinese else { return [] }
    return text.marks.brackets.compactMap { index -> Finding? in
      guard text.utf8[index] == 0x28, let character = text.scalar(before: index), character.isHan else { return nil }
      var end = index + 1
      while end < min(text.utf8.count, index + 12), text.utf8[end] != 0x29 { end += 1 }
      guard text.byte(at: end) == 0x29 else { return nil }
      let reading = text.string(in: TextSpan(index + 1, end))
      guard !reading.utf8.allSatisfy({ $0 < 0x80 }), let syllable = PinyinSyllable(reading) else { return nil }
      guard context.reader.readings(of: character).contains(syllable) else { return nil }
      return finding(
        place, TextSpan(index, end + 1), severity: .warning,
        "“(\(reading))” is the reading of the character before it, left by a converter", suggestions: [""])
    }
  }
}
