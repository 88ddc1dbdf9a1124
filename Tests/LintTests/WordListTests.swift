import Testing
import TextCore

@testable import Lint

struct WordListTests {
  @Test func `words stand where they stand, each spelling once`() {
    let text = "The the café—don't www.site.org x_1 É"
    let words = WordList(of: Array(text.utf8))
    #expect(words.map(\.text) == ["The", "the", "café", "don", "t", "www", "site", "org", "x", "É"])
    #expect(words.map { String(decoding: Array(text.utf8)[$0.span.range], as: UTF8.self) } == words.map(\.text))
    #expect(words.filter(\.isPartOfCode).map(\.text) == ["www", "site", "org", "x"])
    #expect(words[0].key == words[1].key && words[0].form.keyNumber == words[1].form.keyNumber)
    #expect(words.repeats() == [1])
    #expect(words.indices { $0.key == "the" } == [0, 1])
    #expect(words.keyCounts()[words[0].form.keyNumber] == 2)
  }

  @Test func `thousands of spellings keep their numbers`() {
    let spellings = (0..<5000).map { number in
      String(String(number, radix: 10).utf8.map { Character(UnicodeScalar($0 - 0x30 + 0x61)) })
    }
    let words = WordList(of: Array((spellings + spellings).joined(separator: " ").utf8))
    #expect(words.forms.count == 5000)
    #expect(words.map(\.text) == spellings + spellings)
    #expect(words.formCounts().allSatisfy { $0 == 2 })
  }

  @Test func `bytes that are no letters make no words`() {
    #expect(WordList(of: Array("123 ，。×÷ 中文".utf8)).isEmpty)
    #expect(WordList(of: []).isEmpty)
  }
}
