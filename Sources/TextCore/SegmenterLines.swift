/// A run of text that no sentence crosses: one line, or several that were broken in mid-sentence.
struct LogicalLine {
  /// Without surrounding white space; line ends may stand inside.
  var span: TextSpan
  var paragraph: Int
  /// Where the text after a list marker begins; `span.start` where there is no marker.
  var textStart: Int
  var isListItem: Bool { textStart > span.start }
}

/// Puts lines that were broken in mid-sentence together again.
struct LineJoiner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let language: Language

  init(_ bytes: UnsafeBufferPointer<UInt8>, language: Language) {
    self.bytes = bytes
    self.language = language
  }

  /// The logical lines of the text, empty ones left out.
  func logicalLines() -> [LogicalLine] {
    var result: [LogicalLine] = []
    var block: [TextSpan] = []
    var position = 0
    while position < bytes.count {
      var end = position
      while end < bytes.count && !isLineEnd(at: end) { end += 1 }
      let line = SpaceScan.trimmed(TextSpan(position, end), in: bytes)
      if line.isEmpty {
        appendLines(of: block, to: &result)
        block.removeAll(keepingCapacity: true)
      } else {
        block.append(line)
      }
      position = end
      if position < bytes.count {
        position += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
      }
    }
    appendLines(of: block, to: &result)
    return result
  }

  private func isLineEnd(at index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x0C
  }

  /// Joins the lines of one block, which has no blank line inside.
  private func appendLines(of block: [TextSpan], to result: inout [LogicalLine]) {
    guard !block.isEmpty else { return }
    let isWrapped = isWrapped(block)
    for (index, line) in block.enumerated() {
      let textStart = ListMarker.end(at: line.start, limit: line.end, in: bytes) ?? line.start
      if index > 0, textStart == line.start,
        isWrapped || continues(block[index - 1], in: line, isFirst: result.count == 1 && index == 1)
      {
        result[result.count - 1].span.end = line.end
        continue
      }
      result.append(
        LogicalLine(span: line, paragraph: (result.last?.paragraph ?? -1) + 1, textStart: textStart))
    }
  }

  /// Whether a text editor broke these lines at one width: the first word of each line would not have fitted on the
  /// line before.
  private func isWrapped(_ block: [TextSpan]) -> Bool {
    guard block.count >= 3 else { return false }
    var widths: [Int] = []
    for line in block { widths.append(width(of: line)) }
    let widest = widths.max() ?? 0
    guard widest >= 40, widest <= 130 else { return false }
    var unfinished = 0
    for index in 0..<(block.count - 1) {
      if widths[index] + firstWordWidth(of: block[index + 1]) <= widest { return false }
      if !LineEnding.isFinished(block[index], in: bytes) { unfinished += 1 }
    }
    return unfinished * 2 >= block.count - 1
  }

  /// The width in columns, a Han character taking two.
  private func width(of span: TextSpan) -> Int {
    var width = 0
    var index = span.start
    while index < span.end {
      let byte = bytes[index]
      width += byte < 0x80 ? 1 : byte >= 0xE3 ? 2 : byte >= 0xC0 ? 1 : 0
      index += 1
    }
    return width
  }

  private func firstWordWidth(of span: TextSpan) -> Int {
    if bytes[span.start] >= 0xE3 { return 4 }  // a Han character, and one for a mark that must not begin a line
    var index = span.start
    while index < span.end, bytes[index] != 0x20, bytes[index] < 0xE3 { index += 1 }
    return index - span.start + (language == .english ? 1 : 2)
  }

  /// Whether the line is long and has a comma but no stop, as no heading or byline.
  private func isBrokenSentence(_ line: TextSpan) -> Bool {
    guard line.length >= 60 else { return false }
    for index in line.start..<(line.end - 2) where bytes[index] == 0xEF && bytes[index + 1] == 0xBC {
      if bytes[index + 2] == 0x8C { return true }  // ，
    }
    return false
  }

  /// Whether the sentence of `line` goes on in `next`; the first line of a text is its headline.
  private func continues(_ line: TextSpan, in next: TextSpan, isFirst: Bool) -> Bool {
    if LineEnding.isFinished(line, in: bytes) { return false }
    let first = UTF8Scan.scalar(in: bytes, at: next.start).value
    switch language {
    case .english:
      if first.isLowercaseLatin { return !startsLikeName(next) }
      return first == 0x2C || first == 0x3B || first == 0x29  // , ; )
    case .chinese:
      if ChineseMark.isCloser(first) || ChineseMark.isPause(first) { return true }
      if !isFirst, isBrokenSentence(line), LineEnding.isFinished(next, in: bytes) { return true }
      let last = UTF8Scan.scalar(in: bytes, at: UTF8Scan.start(before: line.end, in: bytes)).value
      return last == 0x3001 || (ChineseMark.isPause(last) && last != 0xFF1A && last != 0x3A && last != 0xFF1B)
    }
  }

  /// Whether a line starts with a word such as `iPhone` or `eBay`.
  private func startsLikeName(_ line: TextSpan) -> Bool {
    line.length > 1 && UInt32(bytes[line.start + 1]).isUppercaseLatin
  }
}

/// Whether a line says that its sentence is over.
enum LineEnding {
  /// Whether the line ends with a stop, with nothing but closing marks behind it.
  static func isFinished(_ line: TextSpan, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.end
    while end > line.start {
      let start = UTF8Scan.start(before: end, in: bytes)
      let scalar = UTF8Scan.scalar(in: bytes, at: start).value
      if ChineseMark.isStop(scalar) || scalar == 0x2E || scalar == 0x21 || scalar == 0x3F || scalar == 0x2026 {
        return true
      }
      guard ChineseMark.isCloser(scalar) || scalar == 0x22 || scalar == 0x27 else { return false }
      end = start
    }
    return false
  }
}

/// Marks at the head of a list item.
enum ListMarker {
  /// The offset where the item's text begins when a marker stands at `start`, else nil: `-`, `*`, `•`, `1.`, `2)`,
  /// `（三）`, `四、`.
  static func end(at start: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard start < limit else { return nil }
    let (first, length) = UTF8Scan.scalar(in: bytes, at: start)
    switch first {
    case 0x2D, 0x2A, 0x2B, 0x2013, 0x2014:
      return space(at: start + length, limit: limit, in: bytes)
    case 0x2022, 0x25CF, 0x25A0, 0x25C6, 0x25E6, 0x25AA, 0x25B6, 0x2605, 0xB7:
      return space(at: start + length, limit: limit, in: bytes) ?? start + length
    default:
      return numbered(at: start, limit: limit, in: bytes)
    }
  }

  private static func numbered(at start: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    let open = UTF8Scan.scalar(in: bytes, at: index)
    let isBracketed = open.value == 0x28 || open.value == 0xFF08
    if isBracketed { index += open.length }
    let digits = index
    var count = 0
    var isHan = false
    while index < limit, count < 4 {
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      guard scalar.isASCIIDigit || ChineseMark.isSmallNumeral(scalar) else { break }
      if scalar >= 0x80 { isHan = true }
      index += length
      count += 1
    }
    guard index > digits, index < limit, count < 4 else { return nil }
    let (mark, length) = UTF8Scan.scalar(in: bytes, at: index)
    let after = index + length
    switch mark {
    case 0x29, 0xFF09:  // 1) （一）
      return isBracketed && !isHan ? space(at: after, limit: limit, in: bytes) ?? after : after
    case 0x3001: return isBracketed ? nil : after
    case 0xFF0E: return isBracketed ? nil : after
    case 0x2E: return isBracketed || isHan ? nil : space(at: after, limit: limit, in: bytes)
    default: return nil
    }
  }

  /// The offset after the white space at `index`, or nil when there is none.
  private static func space(at index: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = SpaceScan.end(ofSpaceAt: index, limit: limit, in: bytes)
    return end > index && end < limit ? end : nil
  }
}
