import TextCore

/// Finds slips of a finger: `dissemintaing`, `furrious`.
public struct SpellingTypo: TextRule {
  public static let metadata = RuleMetadata(
    id: "spelling/typo",
    summary: "An unknown word is one letter away from a known one.",
    rationale: "A letter was left out, doubled, or put in the wrong place.",
    remedy: "Write the known word.",
    severity: .warning,
    certainty: """
      Fairly sure: names, pinyin, terms of the glossary, code, and words used several times are left alone. A hint for \
      short words, and for known words with a letter behind them (systemd).
      """,
    examples: [
      .flagged("the ⟦informaiton⟧ of the city", corrected: "the information of the city"),
      .flagged("a ⟦signnificant⟧ change", corrected: "a significant change"),
      .flagged("the ⟦populaton⟧ of the city", corrected: "the population of the city"),
      .clean("the information of Taobao in Shaxi"),
      .clean("Run foo_informaiton and see informaiton.org."),
      .clean("A vlog of the city"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let words = place.text.words
    let corrections = context.facts(of: place.text).map(\.correction)
    guard corrections.contains(where: { $0 != nil }) else { return [] }
    let counts = words.keyCounts()
    let isSlip = zip(words.forms, corrections).map { form, right in right != nil && counts[form.keyNumber] ?? 0 < 3 }
    return words.indices(ofForms: isSlip).compactMap { index -> Finding? in
      guard let right = corrections[words.form(at: index)] else { return nil }
      let word = words[index]
      guard !word.isPartOfCode, !place.text.isTied(word.span), !place.text.isSkipped(word.span) else { return nil }
      return finding(
        place, word.span, severity: Self.mayBeMeant(word.key, right) ? .info : nil,
        "“\(word.text)” is no word; it may be “\(right)”", suggestions: [right])
    }
  }

  /// Whether an unknown word is as likely a word of its own: names of programs are short, or known words with a letter
  /// behind them.
  private static func mayBeMeant(_ written: String, _ right: String) -> Bool {
    let (letters, known) = (Array(written.utf8), Array(right.utf8))
    if letters.count == known.count { return letters.count <= 6 && letters.sorted() != known.sorted() }
    if letters.count <= 6 { return true }
    return letters.count > known.count && letters.starts(with: known) && letters.last != known.last
  }
}
