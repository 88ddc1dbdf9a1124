/// Sentences of English text.
enum EnglishSegmentation {
  static func segments(of bytes: UnsafeBufferPointer<UInt8>) -> [Segment] {
    var result: [Segment] = []
    for line in LineJoiner(bytes, language: .english).logicalLines() {
      var breaker = EnglishSentenceBreaker(bytes, line: line)
      breaker.appendSegments(to: &result)
    }
    return result
  }
}

/// Cuts one logical line after its stops.
struct EnglishSentenceBreaker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let line: LogicalLine
  private var limit: Int { line.span.end }
  private var sentenceStart: Int
  private var hasOpenQuote = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, line: LogicalLine) {
    self.bytes = bytes
    self.line = line
    sentenceStart = line.span.start
  }

  mutating func appendSegments(to result: inout [Segment]) {
    let first = result.count
    var index = line.textStart
    while index < limit {
      let length = stopLength(at: index)
      if length == 0 {
        if bytes[index] == 0x3B, Enumerator.isBehind(index + 1, limit: limit, in: bytes) {
          append(TextSpan(sentenceStart, index + 1), to: &result)
          sentenceStart = index + 1
        }
        if bytes[index] == 0x22 { hasOpenQuote = isOpeningQuote(at: index) }
        index += 1
        continue
      }
      let stopEnd = endOfStops(from: index + length)
      let end = endOfClosers(from: stopEnd)
      if isBoundary(from: index, stopEnd: stopEnd, end: end) {
        append(TextSpan(sentenceStart, end), to: &result)
        sentenceStart = end
      }
      index = end
    }
    append(TextSpan(sentenceStart, limit), to: &result)
    markKind(of: first..<result.count, in: &result)
  }

  private func append(_ span: TextSpan, to result: inout [Segment]) {
    let span = SpaceScan.trimmed(span, in: bytes)
    if !span.isEmpty { result.append(Segment(span: span, kind: .sentence, paragraph: line.paragraph)) }
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

  // MARK: Stops and what belongs to them

  /// The length of the stop at `index`, or 0: `.`, `!`, `?`, `…` and the full-width stops that strayed in.
  private func stopLength(at index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x2E || byte == 0x21 || byte == 0x3F { return 1 }
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return 0 }
    let scalar = UTF8Scan.scalar(in: bytes, at: index).value
    return scalar == 0x2026 || ChineseMark.isStop(scalar) ? 3 : 0
  }

  private func endOfStops(from index: Int) -> Int {
    var index = index
    while index < limit {
      let length = stopLength(at: index)
      if length > 0 {
        index += length
      } else if bytes[index] == 0x20, index + 1 < limit, bytes[index + 1] == 0x2E, bytes[index - 1] == 0x2E {
        index += 2  // . . .
      } else {
        break
      }
    }
    return index
  }

  /// Whether the straight quote at `index` opens a quotation: by the spaces around it, else by what is open.
  private func isOpeningQuote(at index: Int) -> Bool {
    let isAfterSpace = index == line.span.start || bytes[index - 1] <= 0x20
    let isBeforeSpace = index + 1 >= limit || bytes[index + 1] <= 0x20
    return isAfterSpace == isBeforeSpace ? !hasOpenQuote : isAfterSpace
  }

  private mutating func endOfClosers(from index: Int) -> Int {
    var index = index
    while index < limit {
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      if scalar == 0x20, let closer = strayCloser(after: index) {
        hasOpenQuote = false
        index = closer
        continue
      }
      if scalar == 0x22, hasOpenQuote {
        hasOpenQuote = false
      } else if scalar == 0x22 || scalar == 0x27 {
        // A straight quote closes when no letter follows it at once.
        let next = index + 1
        if next < limit, UInt32(bytes[next]).isASCIILetter || UInt32(bytes[next]).isASCIIDigit { break }
      } else if !ChineseMark.isCloser(scalar) {
        break
      }
      index += length
    }
    return index
  }

  /// The offset after a closing quote that stands alone behind a space, or nil.
  private func strayCloser(after index: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index + 1)
    let end = index + 1 + length
    guard end >= limit || bytes[end] == 0x20 else { return nil }
    return scalar == 0x201D || (scalar == 0x22 && hasOpenQuote) ? end : nil
  }

  // MARK: Boundaries

  /// Whether a sentence ends with the stops from `stop` to `stopEnd`, closing marks up to `end`.
  private func isBoundary(from stop: Int, stopEnd: Int, end: Int) -> Bool {
    if end >= limit { return true }
    let next = SpaceScan.end(ofSpaceAt: end, limit: limit, in: bytes)
    if next >= limit { return true }
    if next == end { return isBoundaryWithoutSpace(stop: stop, stopEnd: stopEnd, end: end) }
    let word = firstWord(from: next)
    let scalar = word.first
    if scalar.isLowercaseLatin {
      // `iPhone` and `eBay` may open a sentence.
      return word.isMixed && bytes[stop] != 0x2E
    }
    if scalar == 0x2C || scalar == 0x3B || scalar == 0x3A || scalar == 0x29 { return false }
    if word.isAfterDash { return false }
    let hasQuote = end > stopEnd
    if stopEnd - stop == 1, bytes[stop] == 0x2E, !isEndOfSentence(dot: stop, hasQuote: hasQuote, next: word) {
      return false
    }
    if hasQuote, bytes[stop] != 0x2E, isAttribution(at: word.span) { return false }
    return true
  }

  /// `end.Next`: only a stop between a small letter and a capital that begins a word can be one.
  private func isBoundaryWithoutSpace(stop: Int, stopEnd: Int, end: Int) -> Bool {
    guard stop > line.span.start else { return false }
    let scalar = UTF8Scan.scalar(in: bytes, at: end).value
    if scalar.isHan || scalar == 0x201C { return true }
    if end > stopEnd { return scalar.isUppercaseLatin && bytes[end - 1] != 0x29 }
    if bytes[stop] == 0x2E { return false }
    return scalar.isUppercaseLatin && end + 1 < limit && UInt32(bytes[end + 1]).isLowercaseLatin
  }

  private struct Word {
    /// The first scalar of the word, or of what stands there instead.
    var first: UInt32
    var span: TextSpan
    /// A small letter, then a capital.
    var isMixed: Bool
    var isAfterDash: Bool
  }

  /// The word at `index`, opening marks skipped.
  private func firstWord(from index: Int) -> Word {
    var index = index
    var isAfterDash = false
    while index < limit {
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      if scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014 {
        isAfterDash = true
      } else if !(ChineseMark.isOpener(scalar) || scalar == 0x22 || scalar == 0x27 || scalar == 0x2026) {
        break
      }
      index = SpaceScan.end(ofSpaceAt: index + length, limit: limit, in: bytes)
    }
    guard index < limit else { return Word(first: 0, span: TextSpan(limit, limit), isMixed: false, isAfterDash: false) }
    let first = UTF8Scan.scalar(in: bytes, at: index).value
    var end = index
    while end < limit, UInt32(bytes[end]).isASCIILetter { end += 1 }
    let isMixed = end - index > 1 && first.isLowercaseLatin && UInt32(bytes[index + 1]).isUppercaseLatin
    let isDash = isAfterDash && !first.isUppercaseLatin
    return Word(first: first, span: TextSpan(index, end), isMixed: isMixed, isAfterDash: isDash)
  }

  /// Whether the single full stop at `dot` ends a sentence, given what stands before it and the word that follows.
  private func isEndOfSentence(dot: Int, hasQuote: Bool, next: Word) -> Bool {
    var start = dot
    while start > line.textStart {
      let byte = bytes[start - 1]
      guard UInt32(byte).isASCIILetter || byte == 0x2E else { break }
      start -= 1
    }
    guard start < dot else { return !isNumberOfHeading(dot: dot) }
    let word = PackedWord(bytes, TextSpan(start, dot))
    if dot - start == 1 { return isEndAfterLetter(bytes[start], at: start, next: next) }
    if hasQuote { return true }
    guard let kind = EnglishAbbreviations.shared.kind(of: word, length: dot - start) else {
      if isRomanNumeralOfHeading(TextSpan(start, dot)) { return false }
      return !isInitials(TextSpan(start, dot)) || EnglishAbbreviations.shared.opensSentence(bytes, next.span)
    }
    switch kind {
    case .title: return false
    case .beforeNumber: return !(next.first.isASCIIDigit || next.first == 0x23)
    case .month: return !next.first.isASCIIDigit && EnglishAbbreviations.shared.opensSentence(bytes, next.span)
    case .street, .organisation, .place: return EnglishAbbreviations.shared.opensSentence(bytes, next.span)
    case .clock: return !next.first.isASCIIDigit && !EnglishAbbreviations.shared.followsClock(bytes, next.span)
    case .closing: return next.first.isUppercaseLatin
    }
  }

  /// Whether all that stands before the dot is a number, or a word such as `Figure` and a number: `3. Results`.
  private func isNumberOfHeading(dot: Int) -> Bool {
    var start = dot
    while start > sentenceStart, UInt32(bytes[start - 1]).isASCIIDigit || bytes[start - 1] == 0x2E { start -= 1 }
    guard start < dot, dot - start <= 8 else { return false }
    let head = SpaceScan.trimmed(TextSpan(sentenceStart, start), in: bytes)
    return head.isEmpty || (head.length <= 10 && EnglishAbbreviations.shared.isHeadingWord(bytes, head))
  }

  /// `II` in `II. Key tasks`: a Roman numeral that opens its sentence.
  private func isRomanNumeralOfHeading(_ span: TextSpan) -> Bool {
    guard span.length <= 5, sentenceStart <= span.start,
      SpaceScan.trimmed(TextSpan(sentenceStart, span.start), in: bytes).isEmpty
    else { return false }
    return (span.start..<span.end).allSatisfy { [0x49, 0x56, 0x58].contains(bytes[$0]) }
  }

  /// `D.E` in `D.E. Shaw`: capitals with a stop after each, but not letters behind a name (`Mr. Lee, J.P.`).
  private func isInitials(_ span: TextSpan) -> Bool {
    guard span.length >= 3, span.length <= 7, !span.length.isMultiple(of: 2) else { return false }
    if span.start >= line.textStart + 2, bytes[span.start - 1] == 0x20, bytes[span.start - 2] == 0x2C { return false }
    return (0..<span.length).allSatisfy { offset in
      let byte = bytes[span.start + offset]
      return offset.isMultiple(of: 2) ? UInt32(byte).isUppercaseLatin : byte == 0x2E
    }
  }

  /// `J. K. Rowling` goes on; `vitamin C. The` and `him and I. Then` do not.
  private func isEndAfterLetter(_ letter: UInt8, at start: Int, next: Word) -> Bool {
    if letter == 0x63, next.first.isASCIIDigit { return false }  // c. 1730
    if UInt32(letter).isLowercaseLatin { return letter != 0x76 }  // Smith v. Jones
    if !next.first.isUppercaseLatin { return true }
    if next.span.length == 1, next.span.end < limit, bytes[next.span.end] == 0x2E { return false }
    let afterSmallWord = start >= 2 && bytes[start - 1] == 0x20 && UInt32(bytes[start - 2]).isLowercaseLatin
    if letter == 0x49 && afterSmallWord { return true }
    return EnglishAbbreviations.shared.opensSentence(bytes, next.span)
  }

  /// `“Why?” Peter asked.`: up to three words and a verb of speech.
  private func isAttribution(at span: TextSpan) -> Bool {
    var index = span.start
    for _ in 0..<4 {
      var end = index
      while end < limit, UInt32(bytes[end]).isASCIILetter || bytes[end] >= 0x80 { end += 1 }
      guard end > index else { return false }
      if EnglishAbbreviations.shared.isSpeech(bytes, TextSpan(index, end)) { return true }
      guard end < limit, bytes[end] == 0x20 else { return false }
      index = end + 1
    }
    return false
  }
}
