/// Sentences of Chinese text.
enum ChineseSegmentation {
  static func segments(of bytes: UnsafeBufferPointer<UInt8>) -> [Segment] {
    var result: [Segment] = []
    for line in LineJoiner(bytes, language: .chinese).logicalLines() {
      var breaker = ChineseSentenceBreaker(bytes, line: line)
      breaker.appendSegments(to: &result)
    }
    return result
  }
}

/// Cuts one logical line after its stops.
struct ChineseSentenceBreaker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let line: LogicalLine
  /// How many 《 and 〈 are open: a stop inside belongs to a title.
  private var titleDepth = 0
  private var hasOpenBracket = false
  private var hasOpenStraightQuote = false
  private var sentenceStart: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, line: LogicalLine) {
    self.bytes = bytes
    self.line = line
    sentenceStart = line.span.start
  }

  mutating func appendSegments(to result: inout [Segment]) {
    let first = result.count
    var index = line.textStart
    while index < line.span.end {
      let byte = bytes[index]
      if byte < 0x80 ? !Self.isInterestingASCII(byte) : byte >= 0xE4 && byte <= 0xEE {
        index += byte < 0x80 ? 1 : 3
        continue
      }
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      if scalar == 0x3B || scalar == 0xFF1B, Enumerator.isBehind(index + length, limit: line.span.end, in: bytes) {
        index += length
        append(to: index, result: &result)
        continue
      }
      guard isStop(scalar, at: index, length: length) else {
        note(scalar)
        index += length
        continue
      }
      let end = endOfStop(from: index + length)
      if isBoundary(stop: scalar, from: index, to: end) {
        append(to: end, result: &result)
        hasOpenBracket = false
        titleDepth = 0
      }
      index = end
    }
    append(to: line.span.end, result: &result)
    markKind(of: first..<result.count, in: &result)
  }

  private static func isInterestingASCII(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x22, 0x28, 0x29, 0x2E, 0x3B, 0x3F, 0x5B, 0x5D: true
    default: false
    }
  }

  private mutating func append(to end: Int, result: inout [Segment]) {
    let span = SpaceScan.trimmed(TextSpan(sentenceStart, end), in: bytes)
    if !span.isEmpty { result.append(Segment(span: span, kind: .sentence, paragraph: line.paragraph)) }
    sentenceStart = end
  }

  private func markKind(of range: Range<Int>, in result: inout [Segment]) {
    guard let first = range.first else { return }
    let span = result[first].span
    if line.isListItem {
      result[first] = Segment(span: span, kind: .listItem, paragraph: line.paragraph)
    } else if range.count == 1, span.length <= 120, !LineEnding.isFinished(span, in: bytes) {
      result[first] = Segment(span: span, kind: .heading, paragraph: line.paragraph)
    }
  }

  /// Keeps account of what is open.
  private mutating func note(_ scalar: UInt32) {
    switch scalar {
    case 0x300A, 0x3008: titleDepth += 1
    case 0x300B, 0x3009: titleDepth = max(0, titleDepth - 1)
    case 0xFF08, 0x28: hasOpenBracket = true
    case 0xFF09, 0x29: hasOpenBracket = false
    case 0x22: hasOpenStraightQuote.toggle()
    default: break
    }
  }

  private func isStop(_ scalar: UInt32, at index: Int, length: Int) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x2026: return true
    case 0x21, 0x3F: return !isLatinOrDigit(at: index + length)
    case 0x2E:
      guard index > line.textStart, index + 1 == line.span.end || !isLatinOrDigit(at: index + 1) else { return false }
      let before = UTF8Scan.scalar(in: bytes, at: UTF8Scan.start(before: index, in: bytes)).value
      return before.isHan || before == 0x201D || before == 0xFF09 || before == 0x2E
    default: return false
    }
  }

  private func isLatinOrDigit(at index: Int) -> Bool {
    guard index < line.span.end else { return false }
    let byte = UInt32(bytes[index])
    return byte.isASCIILetter || byte.isASCIIDigit || byte == 0x3D || byte == 0x26 || byte == 0x2F
  }

  /// The offset after the stops and closing marks that follow a stop.
  private mutating func endOfStop(from start: Int) -> Int {
    var index = start
    while index < line.span.end {
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      if ChineseMark.isStop(scalar) || scalar == 0x2026 || scalar == 0x21 || scalar == 0x3F || scalar == 0x2E {
        index += length
      } else if ChineseMark.isCloser(scalar) || (scalar == 0x22 && hasOpenStraightQuote) {
        note(scalar)
        index += length
      } else if scalar == 0x20, let next = closerOrDot(after: index) {
        index = next
      } else {
        break
      }
    }
    return index
  }

  /// The offset of a closing mark, or of another dot of a spaced ellipsis, behind the space at `index`; else nil.
  private func closerOrDot(after index: Int) -> Int? {
    guard index + 1 < line.span.end else { return nil }
    let scalar = UTF8Scan.scalar(in: bytes, at: index + 1).value
    let isDots = scalar == 0x2E && bytes[index - 1] == 0x2E
    return isDots || scalar == 0x201D || scalar == 0x2019 || scalar == 0x300D || scalar == 0xFF09 ? index + 1 : nil
  }

  /// Whether a sentence ends with the stop at `start` whose closing marks end at `end`.
  private func isBoundary(stop: UInt32, from start: Int, to end: Int) -> Bool {
    if end >= line.span.end { return true }
    if titleDepth > 0 { return false }
    let next = SpaceScan.end(ofSpaceAt: end, limit: line.span.end, in: bytes)
    guard next < line.span.end else { return true }
    let scalar = UTF8Scan.scalar(in: bytes, at: next).value
    if ChineseMark.isPause(scalar) || scalar == 0x2014 || scalar == 0x2015 { return false }
    if hasOpenBracket { return false }
    let last = UTF8Scan.scalar(in: bytes, at: UTF8Scan.start(before: end, in: bytes)).value
    if ChineseMark.isCloser(last) || last == 0x22 {
      return !isGoneOnAfterQuote(stop: stop, at: next)
    }
    if stop == 0x2026 && last == 0x2026 {  // …… in mid-sentence
      return ChineseMark.isOpener(scalar)
    }
    return true
  }

  /// Whether the sentence goes on at `index`, behind a quoted question or call: `“为什么？”的问题`.
  ///
  /// Who spoke (`“……。”他说。`) is a sentence of its own, as Chinese corpora count.
  private func isGoneOnAfterQuote(stop: UInt32, at index: Int) -> Bool {
    stop != 0x3002 && Self.linkWords.contains(UTF8Scan.scalar(in: bytes, at: index).value)
  }

  /// Words that cannot open a sentence after a quoted question, or hardly.
  private static let linkWords: Set<UInt32> = Set("的等之和与及是为成".unicodeScalars.map(\.value))
}
