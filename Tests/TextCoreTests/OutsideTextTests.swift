import Testing

@testable import TextCore

/// Offsets and lines that a text does not have: each has a defined result.
struct OutsideTextTests {
  private let text = MappedText("第一行\nsecond\r\n").applying([TextEdit(span: TextSpan(3, 6), replacement: "")])

  @Test func `spans outside the text are cut to it`() {
    #expect(text.string(in: TextSpan(0, 1 << 40)) == text.string)
    #expect(text.string(in: TextSpan(-5, 3)) == "第" && text.string(in: TextSpan(50, 60)).isEmpty)
    #expect(text.string(in: TextSpan(-9, -5)).isEmpty)
  }

  @Test func `offsets outside the text lead to its ends`() {
    #expect(text.fileSpan(of: TextSpan(900, 1_000)) == TextSpan(18, 18))
    #expect(text.fileSpan(of: TextSpan(-4, 1_000)) == TextSpan(0, 18))
    #expect(text.span(ofFile: TextSpan(-4, 1_000)) == TextSpan(0, 15))
    #expect(text.slice(ofFile: TextSpan(900, 1_000)).utf8.isEmpty)
  }

  @Test func `lines and columns outside the text are those of its ends`() {
    let lines = LineIndex(text.utf8)
    #expect(lines.line(of: -1) == 1 && lines.line(of: 1 << 40) == 3)
    #expect(lines.column(of: -1) == 1 && lines.column(of: 1 << 40) == 1)
    #expect(lines.span(ofLine: 0) == TextSpan(0, 0) && lines.span(ofLine: -3) == TextSpan(0, 0))
    #expect(lines.span(ofLine: 4) == TextSpan(15, 15) && lines.span(ofLine: 2) == TextSpan(7, 13))
  }
}
