import Lexicon
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
    guard let words = context.words else { return [] }
    let text = place.text
    return text.words.compactMap { word -> Finding? in
      guard word.text == word.key, word.key.utf8.count >= 4, !word.isPartOfCode, !text.isSkipped(word.span) else {
        return nil
      }
      guard !words.contains(word.key), !context.acceptsUnknownWord(word) else { return nil }
      let ties: [UInt8] = [0x2D, 0x27, 0x2A, 0xE2]
      if ties.contains(text.byte(at: word.span.start - 1)) || ties.contains(text.byte(at: word.span.end)) { return nil }
      if EnglishForms.lemmas(of: word.key).contains(where: { words.contains($0) }) { return nil }
      if word.key.utf8.count >= 6, SpellingTypo.correction(of: word.key, words) != nil { return nil }
      return finding(place, word.span, "no list knows “\(word.text)”")
    }
  }
}
