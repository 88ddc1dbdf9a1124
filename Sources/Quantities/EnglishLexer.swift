import TextCore

/// A word, number or mark of an English text.
struct EnglishToken {
  enum Kind: UInt8 { case word, number, mark }
  /// The space in front of a token.
  enum Gap: UInt8 { case none, space, line, blankLine }

  var kind: Kind
  var gap: Gap
  /// Whether a word begins with a capital.
  var isCapital = false
  /// The mark's scalar; 0 for the others.
  var mark: UInt32 = 0
  private let storedStart: UInt32
  private let storedEnd: UInt32
  /// What the word means to us, or nil.
  var word: EnglishWord?
  var number = FigureScan.Number(mantissa: 0, divisor: 1, end: 0, wholeFigures: 0, decimals: 0, hasSeparator: false)

  init(kind: Kind, gap: Gap, start: Int, end: Int) {
    self.kind = kind
    self.gap = gap
    storedStart = UInt32(truncatingIfNeeded: start)
    storedEnd = UInt32(truncatingIfNeeded: end)
  }

  /// Its first byte.
  var start: Int { Int(storedStart) }
  /// The byte after it.
  var end: Int { Int(storedEnd) }
  /// How many bytes it has.
  var length: Int { end - start }
}

/// Cuts an English text into tokens.
enum EnglishLexer {
  /// The tokens of valid UTF-8 of at most 4 GB.
  static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [EnglishToken] {
    var result: [EnglishToken] = []
    result.reserveCapacity(bytes.count / 5 + 8)
    var index = 0
    var gap = EnglishToken.Gap.line
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        gap = widened(gap, by: byte)
        index += 1
        continue
      }
      let token = token(at: index, in: bytes, gap: gap)
      gap = .none
      index = token.end
      if token.mark == 0xA0 || token.mark == 0x202F || token.mark == 0x2009 {
        gap = .space
      } else {
        result.append(token)
      }
    }
    return result
  }

  private static func widened(_ gap: EnglishToken.Gap, by byte: UInt8) -> EnglishToken.Gap {
    if byte != 0x0A { return gap == .none ? .space : gap }
    return gap == .line || gap == .blankLine ? .blankLine : .line
  }

  @inline(__always)
  private static func token(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, gap: EnglishToken.Gap) -> EnglishToken
  {
    let byte = UInt32(bytes[index])
    if byte.isASCIIDigit, let number = FigureScan.number(at: index, limit: bytes.count, scalar: { UInt32(bytes[$0]) }) {
      var token = EnglishToken(kind: .number, gap: gap, start: index, end: number.end)
      token.number = number
      return token
    }
    if byte.isASCIILetter {
      var end = index + 1
      while end < bytes.count, UInt32(bytes[end]).isASCIILetter { end += 1 }
      var token = EnglishToken(kind: .word, gap: gap, start: index, end: end)
      token.word = EnglishVocabulary.word(bytes, index..<end)
      token.isCapital = byte < 0x61
      return token
    }
    let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
    var token = EnglishToken(kind: .mark, gap: gap, start: index, end: index + length)
    token.mark = scalar
    return token
  }
}
