import Testing
import TextCore

@Suite struct OffsetTests {
  private static let alphabet = ["a", "B", "中", "é", "e\u{301}", "🙂", "，", "　", "１", "ﬁ", "體", "\n", "㎡", "\u{200B}"]

  private func text(_ random: inout RepeatableRandom, length: Int) -> String {
    (0..<length).map { _ in Self.alphabet[random.next(below: Self.alphabet.count)] }.joined()
  }

  /// The offsets where scalars begin, and the end.
  private func boundaries(_ utf8: [UInt8]) -> [Int] { utf8.indices.filter { utf8[$0] & 0xC0 != 0x80 } + [utf8.count] }

  private func edits(_ random: inout RepeatableRandom, in utf8: [UInt8]) -> [TextEdit] {
    var edits: [TextEdit] = []
    var position = 0
    let bounds = boundaries(utf8)
    while position < bounds.count - 1, edits.count < 4 {
      let start = position + random.next(below: 4)
      let end = start + random.next(below: 3)
      guard end < bounds.count else { break }
      edits.append(
        TextEdit(span: TextSpan(bounds[start], bounds[end]), replacement: text(&random, length: random.next(below: 3))))
      position = end + 1
    }
    return edits
  }

  @Test func `what an edit left alone leads back to its own bytes`() {
    var random = RepeatableRandom(seed: 3)
    for _ in 0..<1_000 {
      let original = MappedText(text(&random, length: 12))
      var edited = original
      for _ in 0..<3 { edited = edited.applying(edits(&random, in: edited.utf8)) }
      var last = 0
      for (start, end) in zip(boundaries(edited.utf8), boundaries(edited.utf8).dropFirst()) {
        let source = edited.fileSpan(of: TextSpan(start, end))
        #expect(source.start >= last && source.end <= original.utf8.count)
        last = source.start
      }
      #expect(edited.fileSpan(of: TextSpan(0, edited.utf8.count)).end <= original.utf8.count)
    }
  }

  @Test func `one edit, exactly`() {
    let text = MappedText("云计算 and 大数据").applying([
      TextEdit(span: TextSpan(9, 9), replacement: "中心"), TextEdit(span: TextSpan(10, 13), replacement: "和"),
    ])
    #expect(text.string == "云计算中心 和 大数据")
    #expect(text.fileSpan(of: TextSpan(0, 9)) == TextSpan(0, 9))
    #expect(text.fileSpan(of: TextSpan(16, 19)) == TextSpan(10, 13))
    #expect(text.fileSpan(of: TextSpan(20, 29)) == TextSpan(14, 23))
  }

  @Test func `folded text leads back to whole scalars`() {
    var random = RepeatableRandom(seed: 5)
    for _ in 0..<1_000 {
      let original = MappedText(text(&random, length: 10))
      let folded = Folding.folded(original)
      let bounds = Set(boundaries(original.utf8))
      for (start, end) in zip(boundaries(folded.utf8), boundaries(folded.utf8).dropFirst()) {
        let source = folded.fileSpan(of: TextSpan(start, end))
        #expect(bounds.contains(source.start) && bounds.contains(source.end), "\(original.string.debugDescription)")
      }
      #expect(Folding.folded(folded.string) == folded.string, "\(original.string.debugDescription)")
      #expect(String(validating: folded.utf8, as: UTF8.self) != nil)
    }
  }

  @Test func `what folds alike`() {
    for (one, other) in [
      ("ＡＢＣ", "abc"), ("％", "%"), ("臺灣", "台湾"), ("“x”", "\"x\""), ("e\u{301}", "\u{E9}"), ("A\u{30A}", "å"),
      ("㎡", "m2"),
      ("電子商務", "电子商务"), ("a—b", "a-b"), ("a\u{A0}b", "a b"),
    ] {
      #expect(Folding.folded(one) == Folding.folded(other), "\(one)")
    }
  }

  @Test func `lines and columns`() {
    let index = LineIndex(Array("一\r\nab\rc\n\nd".utf8))
    #expect(index.count == 5)
    #expect(index.line(of: 0) == 1 && index.line(of: 5) == 2 && index.line(of: 8) == 3 && index.line(of: 11) == 5)
    #expect(index.column(of: 3) == 2 && index.column(of: 6) == 2)
    #expect(index.span(ofLine: 1) == TextSpan(0, 3) && index.span(ofLine: 4).isEmpty)
    #expect(LineIndex([]).count == 1 && LineIndex([]).span(ofLine: 1) == TextSpan(0, 0))
    #expect(LineIndex([0x0A]).line(of: 99) == 2)
  }

  @Test func `columns of a long line count scalars`() {
    let text = Array(("a\n" + String(repeating: "x数🙂", count: 1000) + "\n" + String(repeating: "é", count: 1024)).utf8)
    let index = LineIndex(text)
    for offset in [0, 1, 2, 3, 6, 10, 1023, 1024, 1025, 2048, 4093, 8001, 8002, 8003, 9000, text.count, text.count + 7]
    {
      let end = min(offset, text.count)
      let start = (text[..<end].lastIndex(of: 0x0A) ?? -1) + 1
      #expect(index.column(of: offset) == 1 + text[start..<end].count { $0 & 0xC0 != 0x80 }, "\(offset)")
    }
  }
}
