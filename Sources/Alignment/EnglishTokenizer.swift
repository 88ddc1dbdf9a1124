import Lexicon
import TextCore

/// Cuts English segments into stems, numbers (also in words) and telling punctuation.
struct EnglishTokenizer {
  let dictionary: (any TranslationSource)?

  func tokens(of segment: SegmentText) -> [FoundToken] {
    var reader = Reader(dictionary: dictionary)
    var tokens: [FoundToken] = []
    reader.cut(segment, into: &tokens)
    return tokens
  }

  /// Appends the number in digits that begins at `start` and gives the index after it.
  static func appendNumber(
    in scalars: [UInt32], at start: Int, offsets: [Int], to tokens: inout some TokenSink
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
    tokens.add(FoundToken(key: .number(rounded), span: TextSpan(offsets[start], offsets[index])))
    return index
  }

  /// Whether the scalar is a Latin letter.
  static func isLetter(_ scalar: UInt32) -> Bool {
    scalar.isASCIILetter || (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }

  /// What a word in lower case is to the aligner.
  private struct Word {
    /// The value of a number word.
    let numeral: Double?
    /// The factor of hundred, thousand and so on.
    let multiplier: Double?
    let stem: String
    /// The dictionary's number of the stem, or -1.
    let entry: Int32
  }

  /// The words met so far.
  private struct WordMemo {
    let dictionary: (any TranslationSource)?
    private var words: [String: Word] = [:]

    init(dictionary: (any TranslationSource)?) { self.dictionary = dictionary }

    mutating func word(_ word: String) -> Word {
      if let known = words[word] { return known }
      let (stem, number) = dictionary?.numberedStem(ofWord: word) ?? (EnglishStemmer.stem(word), nil)
      let result = Word(
        numeral: SmallNumerals.value(ofWord: word), multiplier: SmallNumerals.multiplier(ofWord: word), stem: stem,
        entry: number ?? -1)
      words[word] = result
      return result
    }
  }

  /// Cuts one segment after another; a word that comes again is looked up once.
  struct Reader {
    private var words: WordMemo
    private var scalars: [UInt32] = []
    private var offsets: [Int] = []
    /// A number in words that may go on: twenty … three.
    private var pending: (value: Double, span: TextSpan)?
    private var isQuoteOpen = false

    init(dictionary: (any TranslationSource)?) { words = WordMemo(dictionary: dictionary) }

    /// Adds the tokens of a segment.
    mutating func cut(_ segment: SegmentText, into tokens: inout some TokenSink) {
      scalars.removeAll(keepingCapacity: true)
      offsets.removeAll(keepingCapacity: true)
      isQuoteOpen = false
      segment.utf8.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
          scalars.append(scalar)
          offsets.append(index)
          index += length
        }
      }
      offsets.append(segment.utf8.count)
      read(into: &tokens)
    }

    private mutating func read(into tokens: inout some TokenSink) {
      var index = 0
      while index < scalars.count {
        let scalar = scalars[index]
        let start = index
        if EnglishTokenizer.isLetter(scalar) {
          while index < scalars.count, EnglishTokenizer.isLetter(scalars[index]) { index += 1 }
          readWord(start..<index, into: &tokens)
        } else if scalar.isASCIIDigit {
          flush(into: &tokens)
          index = EnglishTokenizer.appendNumber(in: scalars, at: start, offsets: offsets, to: &tokens)
        } else {
          index += 1
          readMark(at: start, TextSpan(offsets[start], offsets[index]), into: &tokens)
        }
      }
      flush(into: &tokens)
    }

    private mutating func readMark(at index: Int, _ span: TextSpan, into tokens: inout some TokenSink) {
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
      flush(into: &tokens)
      tokens.add(FoundToken(key: .mark(mark), span: span))
    }

    private mutating func readWord(_ range: Range<Int>, into tokens: inout some TokenSink) {
      let span = TextSpan(offsets[range.lowerBound], offsets[range.upperBound])
      let text = lowercased(range)
      let word = words.word(text)
      if let value = word.numeral {
        readNumeral(value, span, into: &tokens)
      } else if let factor = word.multiplier, let number = pending {
        pending = (number.value * factor, number.span.union(span))
      } else {
        flush(into: &tokens)
        if range.count == 1 && text != "i" { return }
        tokens.add(FoundToken(key: .word(word.stem), span: span, entry: word.entry))
      }
    }

    private func lowercased(_ range: Range<Int>) -> String {
      if scalars[range].allSatisfy({ $0 < 0x80 }) {
        return String(unsafeUninitializedCapacity: range.count) { bytes in
          for (place, index) in range.enumerated() { bytes[place] = UInt8(truncatingIfNeeded: scalars[index] | 0x20) }
          return range.count
        }
      }
      var letters = String.UnicodeScalarView()
      for index in range { letters.append(Unicode.Scalar(scalars[index]) ?? "?") }
      return String(letters).lowercased()
    }

    private mutating func readNumeral(_ value: Double, _ span: TextSpan, into tokens: inout some TokenSink) {
      if let number = pending {
        let rest = number.value.truncatingRemainder(dividingBy: 100)
        let isTens = rest >= 20 && rest.truncatingRemainder(dividingBy: 10) == 0 && value < 10
        if isTens || (number.value >= 100 && rest == 0 && value < 100) {
          pending = (number.value + value, number.span.union(span))
          return
        }
      }
      flush(into: &tokens)
      pending = (value, span)
    }

    private mutating func flush(into tokens: inout some TokenSink) {
      if let number = pending { tokens.add(FoundToken(key: .number(number.value), span: number.span)) }
      pending = nil
    }
  }
}
