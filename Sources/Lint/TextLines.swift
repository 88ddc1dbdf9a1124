import TextCore

/// The lines of a text and the blocks they form.
struct TextLines {
  /// Every line without its line end and without the white space around it; empty lines too.
  let lines: [TextSpan]
  /// The paragraphs: a line each, or, where lines are broken at a fixed width, the lines between two empty ones.
  let blocks: [TextSpan]

  /// Cuts a text into lines.
  ///
  /// Costs one pass.
  init(_ utf8: [UInt8]) {
    var lines: [TextSpan] = []
    var start = 0
    for index in 0...utf8.count where index == utf8.count || utf8[index] == 0x0A || utf8[index] == 0x0D {
      lines.append(Self.trimmed(TextSpan(start, index), in: utf8))
      start = index + 1
    }
    self.lines = lines
    blocks = Self.blocks(of: lines, in: utf8)
  }

  private static func trimmed(_ span: TextSpan, in utf8: [UInt8]) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end, Characters.isSpace(utf8[start]) { start += 1 }
    while end > start, Characters.isSpace(utf8[end - 1]) { end -= 1 }
    return TextSpan(start, end)
  }

  private static func blocks(of lines: [TextSpan], in utf8: [UInt8]) -> [TextSpan] {
    let filled = lines.filter { !$0.isEmpty }
    guard isWrapped(filled, in: utf8) else { return filled }
    var blocks: [TextSpan] = []
    var isOpen = false
    for line in lines {
      if line.isEmpty {
        isOpen = false
      } else if isOpen {
        blocks[blocks.count - 1].end = line.end
      } else {
        blocks.append(line)
        isOpen = true
      }
    }
    return blocks
  }

  /// Whether the lines end where a width was reached, not where a paragraph ends: most of them are of one length and
  /// end within a sentence.
  private static func isWrapped(_ lines: [TextSpan], in utf8: [UInt8]) -> Bool {
    guard lines.count >= 4 else { return false }
    let lengths = lines.map(\.length).sorted()
    let long = lengths[lengths.count * 3 / 4]
    guard (40...130).contains(long) else { return false }
    let full = lines.count { $0.length * 4 >= long * 3 && $0.length <= long + 20 }
    let open = lines.count { line in
      let last = utf8[line.end - 1]
      return Characters.isLower(last) || last == 0x2C
    }
    return full * 2 >= lines.count && open * 2 >= lines.count
  }
}
