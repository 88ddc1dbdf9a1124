import Lexicon
import TextCore

/// Cuts English segments into stems, numbers (also in words) and telling punctuation.
struct EnglishTokenizer {
  let dictionary: (any TranslationSource)?

  func tokens(of segment: SegmentText) -> [FoundToken] {
    var reader = Reader(dictionary: dictionary)
    segment.utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        reader.scalars.append(scalar)
        reader.offsets.append(index)
        index += length
      }
    }
    reader.offsets.append(segment.utf8.count)
    reader.read()
    return reader.tokens
  }

  /// Appends the number in digits that begins at `start` and gives the index after it.
  static func appendNumber(
    in scalars: [UInt32], at start: Int, offsets: [Int], to tokens: inout [FoundToken]
  ) -> Int {
    var index = start
    var value = 0.0
    var fraction = 0.0
    while index < scalars.count {
      let scalar = scalars[index]
      let isFollowedByDigit = index + 1 < scalars.count && scalars[index + 1].isASCIIDigit
      if scalar.isASCIIDigit {
        if fraction > 0 {
          value += Double(scalar - 0x30) * fraction
          fraction /= 10
        } else {
          value = value * 10 + Double(scalar - 0x30)
        }
      } else if scalar == 0x2E, fraction == 0, isFollowedByDigit {
        fraction = 0.1
      } else if scalar != 0x2C || fraction > 0 || !isFollowedByDigit {
        break
      }
      index += 1
    }
    // Sums of tenths differ in the last bits; numbers are equal when they print alike.
    let rounded = fraction > 0 ? (value * 1e6).rounded() / 1e6 : value
    tokens.append(FoundToken(key: .number(rounded), span: TextSpan(offsets[start], offsets[index])))
    return index
  }

  /// Whether the scalar is a Latin letter.
  static func isLetter(_ scalar: UInt32) -> Bool {
    scalar.isASCIILetter || (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }

  private struct Reader {
    let dictionary: (any TranslationSource)?
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var tokens: [FoundToken] = []
    /// A number in words that may go on: twenty … three.
    private var pending: (value: Double, span: TextSpan)?
    private var isQuoteOpen = false

    init(dictionary: (any TranslationSource)?) { self.dictionary = dictionary }

    mutating func read() {
      var index = 0
      while index < scalars.count {
        let scalar = scalars[index]
        let start = index
        if EnglishTokenizer.isLetter(scalar) {
          while index < scalars.count, EnglishTokenizer.isLetter(scalars[index]) { index += 1 }
          readWord(start..<index)
        } else if scalar.isASCIIDigit {
          flush()
          index = EnglishTokenizer.appendNumber(in: scalars, at: start, offsets: offsets, to: &tokens)
        } else {
          index += 1
          readMark(at: start, TextSpan(offsets[start], offsets[index]))
        }
      }
      flush()
    }

    private mutating func readMark(at index: Int, _ span: TextSpan) {
      var mark = PunctuationMark(english: scalars[index])
      switch QuotationMark.at(index, in: scalars, language: .english, isInside: isQuoteOpen) {
      case .opening:
        mark = .openQuote
        isQuoteOpen = true
      case .closing:
        mark = .closeQuote
        isQuoteOpen = false
      case nil: break
      }
      guard let mark else { return }
      flush()
      tokens.append(FoundToken(key: .mark(mark), span: span))
    }

    private mutating func readWord(_ range: Range<Int>) {
      let span = TextSpan(offsets[range.lowerBound], offsets[range.upperBound])
      var letters = String.UnicodeScalarView()
      for index in range { letters.append(Unicode.Scalar(scalars[index]) ?? "?") }
      let word = String(letters).lowercased()
      if let value = SmallNumerals.value(ofWord: word) {
        readNumeral(value, span)
      } else if let factor = SmallNumerals.multiplier(ofWord: word), let number = pending {
        pending = (number.value * factor, number.span.union(span))
      } else {
        flush()
        if range.count == 1 && word != "i" { return }
        let stem = dictionary?.stem(ofWord: word) ?? EnglishStemmer.stem(word)
        tokens.append(FoundToken(key: .word(stem), span: span, entry: dictionary?.stemID(ofWord: word) ?? -1))
      }
    }

    private mutating func readNumeral(_ value: Double, _ span: TextSpan) {
      if let number = pending {
        let rest = number.value.truncatingRemainder(dividingBy: 100)
        let isTens = rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0 && value < 10
        if isTens || (number.value >= 100 && rest == 0 && value < 100) {
          pending = (number.value + value, number.span.union(span))
          return
        }
      }
      flush()
      pending = (value, span)
    }

    private mutating func flush() {
      if let number = pending { tokens.append(FoundToken(key: .number(number.value), span: number.span)) }
      pending = nil
    }
  }
}
