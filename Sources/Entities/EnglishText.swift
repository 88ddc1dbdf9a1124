import TextCore

/// An English text as words with their bytes.
struct EnglishText {
  struct Word {
    /// In bytes of the text, without a possessive `'s`.
    var span: TextSpan
    /// The letters as written, without a possessive.
    var text: String
    /// The same in lower case.
    var lower: String
    var isCapitalised: Bool
    /// Whether all its letters are capitals; one letter counts too.
    var isAllCapitals: Bool
    /// Whether a full stop follows right behind.
    var hasStop: Bool
    /// Whether nothing but spaces stand between this word and the one before.
    var followsDirectly: Bool
    /// Whether a sentence or a line begins with it.
    var startsSentence: Bool
    var isPossessive: Bool
  }

  let words: [Word]

  init(_ text: MappedText) {
    var words: [Word] = []
    let bytes = text.utf8
    var index = 0
    var gapStart = 0
    while index < bytes.count {
      guard Self.isLetter(bytes, index) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isLetter(bytes, index) || Self.joins(bytes, index) {
        index += Self.width(bytes, index)
      }
      var end = min(index, bytes.count)
      let possessive = Self.possessiveLength(bytes[start..<end])
      end -= possessive
      if end > start {
        words.append(Self.word(bytes, start..<end, gap: gapStart..<start, isFirst: words.isEmpty, possessive > 0))
      }
      gapStart = index
    }
    self.words = words
  }

  private static func word(
    _ bytes: [UInt8], _ range: Range<Int>, gap: Range<Int>, isFirst: Bool, _ isPossessive: Bool
  ) -> Word {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let first = bytes[range.lowerBound]
    let isUpper = (0x41...0x5A).contains(first) || first >= 0x80 && text.first?.isUppercase == true
    let between = bytes[gap]
    let stops: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x0A, 0x0D, 0x3A, 0x22, 0x7C]
    return Word(
      span: TextSpan(range), text: text, lower: text.lowercased(), isCapitalised: isUpper,
      isAllCapitals: isUpper && !bytes[range].contains { (0x61...0x7A).contains($0) },
      hasStop: range.upperBound < bytes.count && bytes[range.upperBound] == 0x2E,
      followsDirectly: !isFirst && !between.isEmpty && between.allSatisfy { $0 == 0x20 },
      startsSentence: isFirst || between.contains { stops.contains($0) } || between.contains(0x9C),
      isPossessive: isPossessive)
  }

  private static func isLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    // Latin letters with diacritics are U+00C0 to U+024F; other scalars are no letters here.
    return (0xC3...0xC9).contains(byte)
      && !(byte == 0xC3 && index + 1 < bytes.count && (bytes[index + 1] == 0x97 || bytes[index + 1] == 0xB7))
  }

  private static func width(_ bytes: [UInt8], _ index: Int) -> Int {
    let byte = bytes[index]
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// A hyphen or apostrophe between letters belongs to the word.
  private static func joins(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    let length = byte == 0x2D || byte == 0x27 ? 1 : isCurlyApostrophe(bytes, index) ? 3 : 0
    guard length > 0, index > 0, index + length < bytes.count else { return false }
    return isLetter(bytes, index + length)
  }

  private static func isCurlyApostrophe(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
  }

  private static func possessiveLength(_ word: ArraySlice<UInt8>) -> Int {
    guard let last = word.last, last == 0x73 || last == 0x53 else { return 0 }
    if word.count > 2, word.dropLast().last == 0x27 { return 2 }
    return word.count > 4 && word.dropLast().suffix(3).elementsEqual([0xE2, 0x80, 0x99]) ? 4 : 0
  }
}
