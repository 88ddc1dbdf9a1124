import TextCore

/// A word of an English text: letters, with apostrophes and hyphens inside left out of it.
public struct Word: Hashable, Sendable {
  /// The bytes in the text.
  public let span: TextSpan
  /// The word as it stands.
  public let text: String
  /// The word in lower case.
  public let key: String
  /// Whether it begins with a capital and goes on in lower case.
  public let isCapitalized: Bool
  /// Whether it has capitals beyond the first letter.
  public let hasInnerCapitals: Bool
  /// Whether digits, underscores, slashes or the like touch it: code, addresses, model numbers.
  public let isPartOfCode: Bool

  /// No English word has more letters; what has is none, and is not looked up, taken apart or corrected.
  static let longestEnglish = 40

  /// The words of UTF-8 text, in order.
  ///
  /// A word is a run of Latin letters. Costs one pass.
  public static func words(of utf8: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < utf8.count {
      guard isLetter(utf8, index) else {
        index += 1
        continue
      }
      let start = index
      while index < utf8.count, isLetter(utf8, index) { index += utf8[index] < 0x80 ? 1 : 2 }
      index = min(index, utf8.count)
      words.append(Word(utf8, TextSpan(start, index)))
    }
    return words
  }

  private init(_ utf8: [UInt8], _ span: TextSpan) {
    self.span = span
    text = String(decoding: utf8[span.range], as: UTF8.self)
    key = text.lowercased()
    let first = utf8[span.start]
    let startsUpper = (0x41...0x5A).contains(first)
    let inner = utf8[(span.start + 1)..<span.end].contains { (0x41...0x5A).contains($0) }
    isCapitalized = startsUpper && !inner
    hasInnerCapitals = inner
    let before = span.start > 0 ? utf8[span.start - 1] : 0x20
    let after = span.end < utf8.count ? utf8[span.end] : 0x20
    isPartOfCode = Self.isCodeByte(before) || Self.isCodeByte(after) || Self.isAddressDot(utf8, span)
  }

  /// Whether the byte at `index` begins a Latin letter: ASCII, or U+00C0 to U+024F.
  private static func isLetter(_ utf8: [UInt8], _ index: Int) -> Bool {
    let byte = utf8[index]
    if byte < 0x80 { return UInt32(byte).isASCIILetter }
    if byte == 0xC3 { return index + 1 < utf8.count && utf8[index + 1] != 0x97 && utf8[index + 1] != 0xB7 }
    return byte >= 0xC4 && byte <= 0xC8 || byte == 0xC9 && index + 1 < utf8.count && utf8[index + 1] <= 0x8F
  }

  /// Whether a byte is, or begins, a letter beyond doubt.
  static func isLetterByte(_ byte: UInt8) -> Bool { UInt32(byte).isASCIILetter || byte >= 0xC3 && byte <= 0xC9 }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    UInt32(byte).isASCIIDigit || byte == 0x5F || byte == 0x40 || byte == 0x5C || byte == 0x2F || byte == 0x60
      || byte == 0x23
  }

  /// Whether the word is a part of `www.example.com`: a dot with letters on both sides touches it.
  private static func isAddressDot(_ utf8: [UInt8], _ span: TextSpan) -> Bool {
    if span.end + 1 < utf8.count, utf8[span.end] == 0x2E, UInt32(utf8[span.end + 1]).isASCIILetter, span.length > 1 {
      return true
    }
    return span.start > 1 && utf8[span.start - 1] == 0x2E && UInt32(utf8[span.start - 2]).isASCIILetter
      && span.length > 1 && (span.start < 3 || UInt32(utf8[span.start - 3]).isASCIILetter)
  }
}
