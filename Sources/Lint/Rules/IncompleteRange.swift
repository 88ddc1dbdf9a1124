import TextCore

/// Finds a range of months whose first month is only a number: `From 1 to October`.
public struct IncompleteRange: TextRule {
  public static let metadata = RuleMetadata(
    id: "date/incomplete-range",
    summary: "A range of months whose first month is a bare number.",
    rationale: "1至10月 is “January to October”. Translated number by number it becomes “From 1 to October”.",
    remedy: "Write the name of the first month.",
    severity: .error,
    certainty: "Very sure: a number from 1 to 12 stands where a month must, and no day follows.",
    examples: [
      .flagged(
        "⟦From 1 to October⟧ this year, sales rose.", corrected: "From January to October this year, sales rose."),
      .flagged("Output fell ⟦from 3 to June⟧.", corrected: "Output fell from March to June."),
      .clean("From 1 to 7 October the offices are closed."),
      .clean("From 1 to October 7 the offices are closed."),
      .clean("Prices rose from 1 to 10 yuan in October."),
      .clean("From January 1 to October 31 the road is closed."),
    ])

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let openers: Set<String> = ["from", "in", "between", "during"]
  private static let links: Set<String> = ["to", "until", "till", "through", "and"]

  public init() {}

  static func isMonth(_ form: WordForm) -> Bool { months.contains(form.text) }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .month).compactMap { index -> Finding? in
      guard index >= 2, text.isOneSpace(after: index - 1) else { return nil }
      let (opener, link, end) = (text.words[index - 2], text.words[index - 1], text.words[index])
      guard Self.openers.contains(opener.key), Self.links.contains(link.key),
        (opener.key == "between") == (link.key == "and")
      else { return nil }
      guard let last = Self.months.firstIndex(of: end.text), let first = month(between: opener, and: link, in: text)
      else { return nil }
      guard first < last + 1, !isFollowedByNumber(end, in: text) else { return nil }
      let span = TextSpan(opener.span.start, end.span.end)
      let right = "\(opener.text) \(Self.months[first - 1]) \(link.text) \(end.text)"
      return finding(
        place, span, "“\(text.string(in: span))” lacks the name of its first month: “\(right)”", suggestions: [right])
    }
  }

  /// The number from 1 to 12 that stands alone between two words.
  private func month(between first: Word, and second: Word, in text: LintText) -> Int? {
    let gap = text.utf8[first.span.end..<second.span.start]
    guard gap.count >= 3, gap.count <= 4, gap.first == 0x20, gap.last == 0x20 else { return nil }
    guard let number = Int(String(decoding: gap.dropFirst().dropLast(), as: UTF8.self)), (1...12).contains(number)
    else {
      return nil
    }
    return number
  }

  private func isFollowedByNumber(_ word: Word, in text: LintText) -> Bool {
    text.byte(at: word.span.end) == 0x20 && (1...2).contains(text.digits(from: word.span.end + 1).length)
  }
}
