import Testing
import TextCore

struct ScalarTextTests {
  @Test func `scalars know their bytes`() {
    let text = ScalarText(Array("a对🙂é".utf8))
    #expect(text.values == [0x61, 0x5BF9, 0x1F642, 0xE9])
    #expect((0...4).map(text.offset) == [0, 1, 4, 8, 10])
    #expect(text.span(1..<3) == TextSpan(1, 8))
    #expect(text.string(1..<3) == "对🙂")
    #expect(text[-1] == 0 && text[4] == 0 && text[Int.max] == 0)
  }

  @Test func `a text may be read as another of the same length`() {
    let text = ScalarText(Array("戰a".utf8)) { Folding.simplified($0) }
    #expect(text.string(0..<2) == "战a")
    #expect(text.span(1..<2) == TextSpan(3, 4))
  }

  @Test func `no text is no scalars`() {
    #expect(ScalarText([]).count == 0 && ScalarText([]).span(0..<0) == TextSpan(0, 0))
  }
}
