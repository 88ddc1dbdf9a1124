import TextCore

/// Finds names of months and days that are misspelt: `Febuary`, `Wensday`.
public struct MisspeltMonth: TextRule {
  public static let metadata = RuleMetadata(
    id: "spelling/calendar",
    summary: "A misspelt name of a month or of a day of the week.",
    rationale: "Words with a capital are taken for names, so that spelling checkers pass over them.",
    remedy: "Write the name of the month or the day.",
    severity: .warning,
    certainty: "Very sure: no list knows the word, and one letter makes it a month or a day.",
    examples: [
      .flagged("It opened on ⟦Febuary⟧ 3.", corrected: "It opened on February 3."),
      .flagged("They met on ⟦Wedensday⟧.", corrected: "They met on Wednesday."),
      .clean("It opened on February 3, a Wednesday."),
      .clean("Augustin and Octavia left in Septembre, as they say."),
      .clean("the Sundays of 2019"),
    ])

  private static let names =
    IncompleteRange.months.filter { $0.utf8.count >= 6 } + [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
  /// The names of other languages.
  private static let foreign: Set<String> = [
    "septembre", "octobre", "novembre", "decembre", "januar", "februar", "oktober", "dezember", "december", "augusta",
    "augusti", "augustin", "novembro", "dezembro", "setembro",
  ]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let known = context.words else { return [] }
    let words = place.text.words
    return words.indices(of: .nearCalendar).compactMap { index in
      let word = words[index]
      guard !known.contains(word.text), let right = Self.name(near: word.form), !word.isPartOfCode,
        !place.text.isSkipped(word.span)
      else { return nil }
      return finding(place, word.span, "“\(word.text)” is no word; it may be “\(right)”", suggestions: [right])
    }
  }

  /// The name that one slip makes of a word: a letter wrong, missing or too many, or two exchanged.
  static func name(near form: WordForm) -> String? {
    guard form.isCapitalized, (5...11).contains(form.key.utf8.count), !foreign.contains(form.key) else { return nil }
    let word = form.text
    let rivals = names.filter { $0.utf8.first == word.utf8.first && !word.hasPrefix($0) }
    if rivals.isEmpty { return nil }
    var distance = EditDistance(from: word)
    return rivals.first { distance.to($0, atMost: 1) == 1 }
  }
}
