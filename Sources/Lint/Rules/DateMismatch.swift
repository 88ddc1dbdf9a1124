import Quantities
import TextCore

/// Finds dates, days of the week and years that differ from those of the source.
public struct DateMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "date/mismatch",
    summary: "A date differs from the one in the source: year, month, day, weekday or time.",
    rationale: "A month or weekday is a word in English and a number in Chinese; a slip between them is hard to see.",
    remedy: "Write the date of the source.",
    severity: .error,
    certainty: "Sure: dates are compared part by part; what only one text says is no contradiction.",
    examples: [
      .flagged("It opened on ⟦August 5⟧.", source: "它于6月5日开业。"),
      .flagged("They met on ⟦Thursday⟧.", source: "他们星期六见面。"),
      .flagged("It began in ⟦2020⟧.", source: "始于2016年。"),
      .clean("It opened on June 5, 2016.", source: "它于6月5日开业。"),
      .clean("They met on Saturday.", source: "他们星期六见面。"),
      .clean("In the 1930s it was closed.", source: "20世纪30年代它关闭了。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    pair.numbers.conflicts.compactMap { conflict -> Finding? in
      guard let chinese = conflict.chinese.date, let english = conflict.english.date else { return nil }
      let source = pair.chinese.text.string(in: chinese.span)
      let written = pair.english.text.string(in: english.span)
      let place = pair.target
      return finding(
        place, place.text.language == .chinese ? chinese.span : english.span,
        "the Chinese says \(source), the English “\(written)”")
    }
  }
}
