import Quantities
import TextCore

/// Finds dates and times that the calendar and the clock do not have.
public struct ImpossibleDate: TextRule {
  public static let metadata = RuleMetadata(
    id: "date/impossible",
    summary: "A date or time that does not exist: February 30, 25:00.",
    rationale: "A digit was read or typed wrong; which one, only the original says.",
    remedy: "Look the date up.",
    severity: .error,
    certainty: "Very sure: only dates whose month is named, and times with a sign of the clock, are judged.",
    examples: [
      .flagged("It opened on ⟦February 30, 2019⟧."),
      .flagged("They left on ⟦June 31⟧."),
      .flagged("它于⟦2019年2月30日⟧开业。"),
      .clean("It opened on February 29, 2020, and closed on June 30."),
      .clean("它于2020年2月29日开业，农历二月三十没有开。"),
      .clean("They won 31-30 in February, by 13/14 of the votes."),
    ])

  public static let languages: [Language] = [.english, .chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return place.oddMentions.compactMap { mention -> Finding? in
      guard let date = mention.date, !date.isValid, !date.isLunar, isNamed(date.span, in: text),
        !text.isSkipped(date.span)
      else { return nil }
      let written = text.string(in: date.span)
      return finding(place, date.span, "“\(written)” does not exist\(reason(for: date))")
    }
  }

  /// Whether a date is told with the name of its month or with 月, 日, 时 or 点, and not in figures alone.
  private func isNamed(_ span: TextSpan, in text: LintText) -> Bool {
    text.utf8[span.range].contains { Characters.isLetter($0) || $0 >= 0x80 }
  }

  private func reason(for date: DateMention) -> String {
    for (month, day, year) in [
      (date.month, date.day, date.year), (date.endMonth ?? date.month, date.endDay, date.endYear),
    ] {
      guard let month, let day, (1...12).contains(month) else { continue }
      let days = DateMention.days(inMonth: month, of: year ?? date.year)
      let ofYear = month == 2 ? (year ?? date.year).map { " \($0)" } ?? "" : ""
      if day > days { return ": \(IncompleteRange.months[month - 1])\(ofYear) has \(days) days" }
    }
    return ""
  }
}
