import TextCore
import Testing

@testable import Lint

struct TextMarksTests {
  @Test func `marks are found where they stand`() {
    let english = TextMarks(
      Array("a (b) [c] {d} \"e\" “f”  g ,h 020 i@j http://k www.l 好，（m）".utf8), language: .english)
    #expect(english.brackets.count == 8)
    #expect(english.quotes.count == 4)
    #expect(english.gaps.count == 2)
    #expect(english.zeros.count == 1)
    #expect(english.addressSigns.count == 3)
    #expect(english.wide.count == 4)
    #expect(english.narrow.isEmpty)
    let chinese = TextMarks(Array("好,坏;a,b\n.《书》「话」【注】".utf8), language: .chinese)
    #expect(chinese.narrow == [3, 7, 12])
    #expect(chinese.brackets.count == 6)
    #expect(chinese.wide.isEmpty)
  }

  @Test func `places are dealt out to spans`() {
    let slices = TextMarks.places([1, 4, 5, 9, 20], in: [TextSpan(0, 3), TextSpan(4, 9), TextSpan(10, 12)])
    #expect(slices.map(Array.init) == [[1], [4, 5], []])
  }

  @Test func `addresses are found whole`() {
    let text =
      "See https://example.org/a?b=1. Or HTTP://X.ORG/y, www.example.com; write to info@example.org. A ratio://b"
    let bytes = Array(text.utf8)
    let spans = Addresses.spans(in: bytes, near: TextMarks(bytes, language: .english).addressSigns)
    #expect(
      spans.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "https://example.org/a?b=1", "HTTP://X.ORG/y", "www.example.com", "info@example.org",
      ])
  }
}
