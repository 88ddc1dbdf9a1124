import Lexicon
import TextCore
import Testing

@testable import Lint

/// A word of hundreds of thousands of letters is no word, and costs no more than its length.
struct LongWordTests {
  @Test func `rules pass over words longer than any English word`() throws {
    let words = try EnglishWordList(store: ByteStore(copying: EnglishWordList.compiled(words: ["transport", "the"])))
    let long = String(repeating: "a", count: 200_000)
    #expect(SpellingKnowledge.correction(of: long, words) == nil)
    let text = LintText(MappedText("the \(long) pport"), language: .english, repairer: nil)
    let tokens = SuspectTokens(text, isKnown: text.words.forms.map { words.contains($0.key) }) { _ in false }
    #expect(tokens.suspects.map(\.key) == ["pport"])
  }
}
