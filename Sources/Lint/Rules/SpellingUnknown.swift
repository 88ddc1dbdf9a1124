import TextCore

/// Finds words that no list knows.
public struct SpellingUnknown: TextRule {
  public static let metadata = RuleMetadata(
    id: "spelling/unknown",
    summary: "A word in small letters that no list knows, far from any known word.",
    rationale: "It may be damaged, misspelt, or a term that the glossary should have.",
    remedy: "Correct the word, or add it to the glossary.",
    severity: .info,
    certainty: "A hint: lists of words are never complete.",
    examples: [
      .flagged("the ⟦zrqtmoop⟧ of the city"),
      .flagged("a ⟦blogosphere⟧ of the people"),
      .clean("the information of Taobao in Shaxi"),
      .clean("see foo_bar and zrqtmoop.org"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let spelling = context.spelling(of: place.text) else { return [] }
    let words = place.text.words
    let isReported = words.forms.indices.map { number in
      words.forms[number].isLower && words.forms[number].key.utf8.count >= 4 && spelling.isUnknown(number)
        && spelling.correction(of: number) == nil
    }
    return words.indices.compactMap { index -> Finding? in
      guard isReported[words.form(at: index)] else { return nil }
      let word = words[index]
      guard !word.isPartOfCode, !isTied(word, in: place.text), !place.text.isSkipped(word.span) else { return nil }
      return finding(place, word.span, "no list knows “\(word.text)”")
    }
  }

  /// Whether a hyphen, an apostrophe or a dash touches a word.
  private func isTied(_ word: Word, in text: LintText) -> Bool {
    let ties: [UInt8] = [0x2D, 0x27, 0x2A, 0xE2]
    return ties.contains(text.byte(at: word.span.start - 1)) || ties.contains(text.byte(at: word.span.end))
  }
}
