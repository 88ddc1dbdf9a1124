import TextCore

/// How a segment begins and ends, as far as both languages show it alike: quotation marks and the last punctuation.
struct SegmentEdges: Hashable, Sendable {
  /// What a segment ends with, quotation marks and brackets aside.
  enum End: UInt8, Hashable, Sendable {
    case letter, stop, question, exclamation, ellipsis, colon, pause
  }

  var end = End.letter
  /// Whether the segment begins with an opening quotation mark.
  var opensQuote = false
  /// Whether the segment ends with a closing quotation mark.
  var closesQuote = false
  /// Whether the segment begins with a small Latin letter.
  var beginsSmall = false
  /// Whether a quotation goes on behind the segment.
  var isInsideQuote = false
  /// Whether the next segment begins another paragraph.
  var endsParagraph = false

  /// The edges of the segments of a text, in order.
  static func edges(of segments: [SegmentText], language: Language) -> [SegmentEdges] {
    var isInside = false
    return segments.indices.map { index in
      var edges = SegmentEdges(segments[index].utf8, language: language, isInside: &isInside)
      edges.endsParagraph =
        index + 1 < segments.count && segments[index + 1].paragraph != segments[index].paragraph
      return edges
    }
  }

  private init(_ utf8: [UInt8], language: Language, isInside: inout Bool) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(utf8.count)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        if scalar > 0x20 || !scalars.isEmpty { scalars.append(scalar) }
        index += length
      }
    }
    while let last = scalars.last, last <= 0x20 || last == 0x3000 { scalars.removeLast() }
    beginsSmall = scalars.first.map { (0x61...0x7A).contains($0) } ?? false
    for index in scalars.indices {
      switch QuotationMark.at(index, in: scalars, language: language, isInside: isInside) {
      case .opening:
        if index == 0 { opensQuote = true }
        isInside = true
      case .closing:
        isInside = false
        if index == scalars.count - 1 { closesQuote = true }
      case nil: break
      }
    }
    isInsideQuote = isInside
    end = Self.end(of: scalars)
  }

  private static func end(of scalars: [UInt32]) -> End {
    for scalar in scalars.reversed() {
      switch scalar {
      case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0x300C...0x300F, 0x28, 0x29, 0xFF08, 0xFF09, 0x5D, 0x20: continue
      case 0x2E, 0x3002, 0xFF0E: return .stop
      case 0x3F, 0xFF1F: return .question
      case 0x21, 0xFF01: return .exclamation
      case 0x2026: return .ellipsis
      case 0x3A, 0xFF1A: return .colon
      case 0x2C, 0xFF0C, 0x3001, 0x3B, 0xFF1B, 0x2D, 0x2013, 0x2014: return .pause
      default: return .letter
      }
    }
    return .letter
  }
}

/// Which way a quotation mark faces.
enum QuotationMark {
  case opening, closing

  /// The mark at a place of a text, or nil where none stands: apostrophes are none.
  static func at(_ index: Int, in scalars: [UInt32], language: Language, isInside: Bool) -> QuotationMark? {
    switch scalars[index] {
    case 0x201C, 0x300C, 0x300E: return .opening
    case 0x201D, 0x300D, 0x300F: return .closing
    case 0x22: return isInside ? .closing : .opening
    case 0x2018, 0x27, 0x2019:
      let before = index > 0 ? scalars[index - 1] : 0x20
      let after = index + 1 < scalars.count ? scalars[index + 1] : 0x20
      let followsSpace = before <= 0x20 || before == 0x28 || before == 0x2014 || before == 0x2D
      if followsSpace && scalars[index] != 0x2019 && after > 0x20 { return .opening }
      // A quotation ends behind punctuation; behind a letter an apostrophe is likelier.
      let followsMark = [0x2C, 0x2E, 0x21, 0x3F, 0x2026, 0x2014, 0x2D, 0x29].contains(before)
      if isInside && followsMark && !EnglishTokenizer.isLetter(after) { return .closing }
      if language == .chinese { return scalars[index] == 0x2018 ? .opening : .closing }
      return nil
    default: return nil
    }
  }
}
