import TextCore

/// Small questions that rules ask of a text.
extension LintText {
  /// The byte at an offset of ``view``; zero outside the text.
  func byte(at offset: Int) -> UInt8 { utf8.indices.contains(offset) ? utf8[offset] : 0 }

  /// The scalar that begins at an offset, or nil outside the text and inside a scalar.
  func scalar(at offset: Int) -> UInt32? {
    utf8.indices.contains(offset) && utf8[offset] & 0xC0 != 0x80 ? UTF8Scan.scalar(in: utf8, at: offset).value : nil
  }

  /// The scalar that ends right before an offset, or nil at the start of the text.
  func scalar(before offset: Int) -> UInt32? {
    guard offset > 0, offset <= utf8.count else { return nil }
    return UTF8Scan.scalar(in: utf8, at: UTF8Scan.start(before: offset, in: utf8)).value
  }

  /// How many bytes the scalar has that begins at an offset; zero outside the text.
  func length(at offset: Int) -> Int {
    utf8.indices.contains(offset) ? UTF8Scan.scalar(in: utf8, at: offset).length : 0
  }

  /// Whether nothing but one space stands between a word and the next one.
  func isOneSpace(after index: Int) -> Bool {
    guard words.indices.contains(index), index + 1 < words.count else { return false }
    let end = words.span(at: index).end
    return words.span(at: index + 1).start == end + 1 && utf8[end] == 0x20
  }

  /// The keys of the words that follow a word with one space between them, at most `count`.
  func keys(after index: Int, count: Int) -> [String] {
    var keys: [String] = []
    var current = index
    while keys.count < count, isOneSpace(after: current) {
      current += 1
      keys.append(words[current].key)
    }
    return keys
  }

  /// The words inside a span.
  func words(in span: TextSpan) -> Slice<WordList> {
    let first = firstWord(from: span.start)
    var last = first
    while last < words.count, words.span(at: last).end <= span.end { last += 1 }
    return words[first..<last]
  }

  /// The index of the first word that begins at or after an offset.
  ///
  /// Costs O(log words).
  func firstWord(from offset: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words.span(at: middle).start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The stretch from the first segment to the last, or nil for a text without any.
  var sentences: TextSpan? {
    guard let first = segments.first, let last = segments.last else { return nil }
    return first.span.union(last.span)
  }

  /// The segment that an offset lies in.
  ///
  /// Costs O(log segments).
  func segment(at offset: Int) -> Segment? {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < segments.count && segments[low].span.contains(offset) ? segments[low] : nil
  }

  /// The block that an offset lies in.
  ///
  /// Costs O(log blocks).
  func block(at offset: Int) -> TextSpan? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].contains(offset) ? blocks[low] : nil
  }

  /// Whether a place lies in a region that is no running text: lists of links, addresses.
  func isSkipped(_ span: TextSpan) -> Bool {
    Self.touches(regions, span) || Self.touches(addresses, span)
  }

  /// Whether a span touches one of the sorted spans.
  ///
  /// Costs O(log spans).
  static func touches(_ spans: [TextSpan], _ span: TextSpan) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && (spans[low].start < span.end || spans[low].start == span.start)
  }

  /// Whether one of the sorted spans, of which none lies in another, contains a span.
  ///
  /// Costs O(log spans).
  static func isCovered(_ span: TextSpan, by spans: [TextSpan]) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end < span.end { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(span)
  }

  /// Whether a hyphen, an apostrophe or a sign of markup touches a word.
  func isTied(_ span: TextSpan) -> Bool {
    func ties(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x2D, 0x27, 0x2A, 0x5F, 0x26, 0x3B: true  // - ' * _ & ;
      default: false
      }
    }
    return ties(byte(at: span.start - 1)) || ties(byte(at: span.end)) || scalar(before: span.start) == 0x2019
      || scalar(at: span.end) == 0x2019
  }

  /// Whether the text holds a string, byte for byte.
  func hasBytes(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { needle in
      guard let first = needle.first, needle.count <= utf8.count else { return false }
      return utf8.withUnsafeBufferPointer { bytes in
        (0...(bytes.count - needle.count)).contains { start in
          bytes[start] == first && needle.indices.allSatisfy { bytes[start + $0] == needle[$0] }
        }
      }
    }
  }

  /// The ASCII digits that begin at an offset; an empty span where none do.
  func digits(from start: Int) -> TextSpan {
    var end = start
    while Characters.isDigit(byte(at: end)) { end += 1 }
    return TextSpan(start, end)
  }

  /// The ASCII digits that end right before an offset; an empty span where none do.
  func digits(before end: Int) -> TextSpan {
    var start = end
    while Characters.isDigit(byte(at: start - 1)) { start -= 1 }
    return TextSpan(start, end)
  }

  /// Whether the bytes from `offset` on are the ASCII string, without regard to case; false outside the text.
  func hasASCII(_ string: String, at offset: Int) -> Bool {
    guard offset >= 0 else { return false }
    var index = offset
    for byte in string.utf8 {
      guard index < utf8.count, utf8[index] | 0x20 == byte | 0x20 else { return false }
      index += 1
    }
    return true
  }
}

/// Bytes and scalars that rules know.
enum Characters {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (0x09...0x0D).contains(scalar) || scalar == 0xA0 || scalar == 0x3000
      || (0x2000...0x200B).contains(scalar)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }

  /// Whether the scalar ends a sentence.
  static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x2026, 0xFF0E: true  // . ! ? 。！？…．
    default: false
    }
  }

  /// Whether the scalar may stand behind the stop of a sentence: quotation marks and brackets.
  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09: true
    default: false
    }
  }
}
