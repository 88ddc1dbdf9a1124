import Quantities
import TextCore

/// Finds days, weeks, months and years that are told from today and are others in the source: 明天 and `yesterday`.
public struct RelativeDateMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "date/relative-mismatch",
    summary: "The source says last year, the translation this or next year; or the like of days, weeks and months.",
    rationale: "上周 and 下周, 昨天 and 明天 differ in one character, and any of them makes a good sentence.",
    remedy: "Write the time of the source.",
    severity: .warning,
    certainty: """
      Fairly sure: each text has one such time of its kind, and they differ. Where one of them is the present one, no \
      date may stand in the translation that says the same.
      """,
    examples: [
      .flagged("The meeting will be held ⟦last week⟧.", source: "会议将于下周举行。"),
      .flagged("He came to the city ⟦tomorrow⟧.", source: "他昨天来到城市。"),
      .flagged("The company grew ⟦last year⟧.", source: "公司今年有所增长。"),
      .clean("The meeting will be held next week.", source: "会议将于下周举行。"),
      .clean("The company grew last year and this year.", source: "公司去年有所增长。"),
      .clean("The company grew in 2023, and will grow next year.", source: "公司去年有所增长，明年也会增长。"),
      .clean("He came on Monday and spoke today.", source: "他昨天来到并发言。"),
      .clean("It was open last December.", source: "今年12月开放。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let english = pair.english.text.mentions.compactMap(\.date)
    guard english.contains(where: { $0.relative != nil }) else { return [] }
    let chinese = pair.chinese.text.mentions.compactMap(\.date)
    return [DateMention.Step.day, .week, .month, .year].compactMap { step -> Finding? in
      guard let theirs = Self.only(step, of: chinese), let ours = Self.only(step, of: english),
        theirs.distance != ours.distance, Self.isBare(ours.date)
      else { return nil }
      // 去年 may be told from another year.
      if theirs.distance * ours.distance >= 0, english.contains(where: { Self.says(step, $0) }) { return nil }
      let (source, written) = (pair.chinese.text.string(in: theirs.date.span), pair.english.text)
      let isEnglish = pair.target.side == pair.english.side
      return finding(
        pair.target, isEnglish ? ours.date.span : theirs.date.span,
        "the Chinese says \(source), the English “\(written.string(in: ours.date.span))”")
    }
  }

  /// The distance that all dates of a text have which are told in a step; nil where they differ.
  private static func only(_ step: DateMention.Step, of dates: [DateMention]) -> (date: DateMention, distance: Int)? {
    let told = dates.filter { $0.relative?.step == step }
    guard let first = told.first, let distance = first.relative?.distance,
      told.allSatisfy({ $0.relative?.distance == distance })
    else { return nil }
    return (first, distance)
  }

  /// Whether a date says nothing but how far it is from today.
  private static func isBare(_ date: DateMention) -> Bool {
    var bare = DateMention(span: date.span)
    (bare.relative, bare.isWeak) = (date.relative, date.isWeak)
    return bare == date
  }

  /// Whether a date may say by itself what another text tells in a step from today.
  private static func says(_ step: DateMention.Step, _ date: DateMention) -> Bool {
    switch step {
    case .day: date.day != nil || date.weekday != nil || date.month != nil
    case .week: date.day != nil || date.weekday != nil
    case .month: date.month != nil || date.day != nil
    default: date.year != nil || date.month != nil
    }
  }
}
