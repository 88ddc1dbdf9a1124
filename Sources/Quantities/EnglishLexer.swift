import TextCore

/// A word, number or mark of an English text.
struct EnglishToken {
  enum Kind: UInt8 { case word, number, mark }
  /// The space in front of a token.
  enum Gap: UInt8 { case none, space, line, blankLine }

  var kind: Kind
  var gap: Gap
  /// Bytes of the text.
  var start: Int
  var end: Int
  /// The mark's scalar; 0 for the others.
  var mark: UInt32 = 0
  /// What the word means to us, or nil.
  var word: EnglishWord?
  var number = FigureScan.Number(mantissa: 0, divisor: 1, end: 0, wholeFigures: 0, decimals: 0, hasSeparator: false)
  /// Whether a word begins with a capital.
  var isCapital = false
}

/// Cuts an English text into tokens.
enum EnglishLexer {
  static func tokens(of utf8: [UInt8]) -> [EnglishToken] {
    var result: [EnglishToken] = []
    result.reserveCapacity(utf8.count / 5 + 8)
    utf8.withUnsafeBufferPointer { bytes in
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
    }
    return result
  }

  private static func widened(_ gap: EnglishToken.Gap, by byte: UInt8) -> EnglishToken.Gap {
    if byte != 0x0A { return gap == .none ? .space : gap }
    return gap == .line || gap == .blankLine ? .blankLine : .line
  }

  private static func token(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, gap: EnglishToken.Gap) -> EnglishToken
  {
    let byte = UInt32(bytes[index])
    if byte.isASCIIDigit, let number = FigureScan.number(at: index, limit: bytes.count, scalar: { UInt32(bytes[$0]) }) {
      return EnglishToken(kind: .number, gap: gap, start: index, end: number.end, number: number)
    }
    if byte.isASCIILetter {
      var end = index + 1
      while end < bytes.count, UInt32(bytes[end]).isASCIILetter { end += 1 }
      return EnglishToken(
        kind: .word, gap: gap, start: index, end: end, word: EnglishVocabulary.word(bytes, index..<end),
        isCapital: byte < 0x61)
    }
    let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
    return EnglishToken(kind: .mark, gap: gap, start: index, end: index + length, mark: scalar)
  }
}
