import TextCore

/// Finds dates whose day and month stand in another order than the project writes.
public struct StyleDate: TextRule {
  public static let metadata = RuleMetadata(
    id: "style/date",
    summary: "“5 May” or “May 5” where the project writes the other.",
    rationale: "British publications put the day first, American ones the month; a text has one of them.",
    remedy: "Do as `dates` of `style` says.",
    severity: .warning,
    certainty:
      "Certain: the name of a month and a day stand together. Says nothing unless the configuration has a choice.",
    examples: [
      .flagged(
        "It opened on ⟦5 May 2019⟧.", corrected: "It opened on May 5, 2019.", style: StyleGuide(dates: .monthFirst)),
      .flagged(
        "It opened on ⟦May 5, 2019⟧.", corrected: "It opened on 5 May 2019.", style: StyleGuide(dates: .dayFirst)),
      .flagged("It opened on ⟦June 21st⟧.", corrected: "It opened on 21 June.", style: StyleGuide(dates: .dayFirst)),
      .clean("It opened on May 5, 2019.", style: StyleGuide(dates: .monthFirst)),
      .clean("The 20 May Day parades of May 2019.", style: StyleGuide(dates: .dayFirst)),
      .clean("It opened on 5 May and closed on May 7."),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let wish = context.style.dates else { return [] }
    let text = place.text
    return text.words.indices(of: .month).compactMap { index -> Finding? in
      let month = text.words[index]
      if text.isSkipped(month.span) { return nil }
      let found = wish == .monthFirst ? dayFirst(month, in: text) : monthFirst(month, in: text)
      guard let (span, right) = found else { return nil }
      return finding(place, span, "the project writes “\(right)”", suggestions: [right])
    }
  }

  /// `5 May 2019`, and `May 5, 2019` for it.
  private func dayFirst(_ month: Word, in text: LintText) -> (TextSpan, String)? {
    var end = month.span.start - 1
    guard text.byte(at: end) == 0x20 else { return nil }
    for ending in ["st", "nd", "rd", "th"] where text.hasASCII(ending, at: end - 2) { end -= 2 }
    let number = text.digits(before: end)
    guard let day = day(number, in: text), !isWordBefore(number.start, in: text) else { return nil }
    // May Day.
    if text.byte(at: month.span.end) == 0x20, Characters.isUpper(text.byte(at: month.span.end + 1)) { return nil }
    let year = text.digits(from: month.span.end + 1)
    guard year.length == 4, text.byte(at: month.span.end) == 0x20 else {
      return (TextSpan(number.start, month.span.end), "\(month.text) \(day)")
    }
    return (TextSpan(number.start, year.end), "\(month.text) \(day), \(text.string(in: year))")
  }

  /// `May 5, 2019`, and `5 May 2019` for it.
  private func monthFirst(_ month: Word, in text: LintText) -> (TextSpan, String)? {
    guard text.byte(at: month.span.end) == 0x20 else { return nil }
    let number = text.digits(from: month.span.end + 1)
    guard let day = day(number, in: text) else { return nil }
    var end = number.end
    for ending in ["st", "nd", "rd", "th"] where text.hasASCII(ending, at: end) { end += 2 }
    guard !Characters.isLetter(text.byte(at: end)), text.byte(at: end) != 0x2D, text.byte(at: end) != 0x3A else {
      return nil
    }
    let year = text.digits(from: end + 2)
    if text.byte(at: end) == 0x2C, text.byte(at: end + 1) == 0x20, year.length == 4 {
      return (TextSpan(month.span.start, year.end), "\(day) \(month.text) \(text.string(in: year))")
    }
    return (TextSpan(month.span.start, end), "\(day) \(month.text)")
  }

  /// Whether the number at an offset is the second of a range, or a part of something longer.
  private func isWordBefore(_ start: Int, in text: LintText) -> Bool {
    let before = text.byte(at: start - 1)
    return Characters.isLetter(before) || [0x2D, 0x2E, 0x2C, 0x3A, 0x2F, 0x24].contains(before)
  }

  private func day(_ span: TextSpan, in text: LintText) -> Int? {
    guard (1...2).contains(span.length), let value = Int(text.string(in: span)), (1...31).contains(value) else {
      return nil
    }
    return value
  }
}
