import Lexicon
import TextCore
import Testing

@testable import Lint

/// A word of hundreds of thousands of letters is no word, and costs no more than its length.
struct LongWordTests {
  @Test func `rules pass over words longer than any English word`() throws {
    let words = try EnglishWordList(store: ByteStore(copying: EnglishWordList.compiled(words: ["transport", "the"])))
    let long = String(repeating: "a", count: 200_000)
    #expect(SpellingCorrection.word(nextTo: long, words) == nil)
    let text = LintText(MappedText("the \(long) pport"), language: .english, repairer: nil)
    let facts = LintContext(words: words).facts(of: text)
    #expect(SuspectTokens.found(in: text, facts).map(\.key) == ["pport"])
  }
}
