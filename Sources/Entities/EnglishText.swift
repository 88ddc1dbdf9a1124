import TextCore

/// An English text as words with their places and what the word lists say about them.
struct EnglishText {
  struct Word {
    /// In bytes of the text, without a possessive `'s`.
    var span: TextSpan
    /// What the word lists say about it.
    var traits: EnglishTraits
    fileprivate var form: Form

    var isCapitalised: Bool { form.contains(.capitalised) }
    /// Whether all its letters are capitals; one letter counts too.
    var isAllCapitals: Bool { form.contains(.allCapitals) }
    var hasHyphen: Bool { form.contains(.hyphen) }
    /// Whether nothing but spaces stand between this word and the one before.
    var followsDirectly: Bool { form.contains(.followsDirectly) }
    /// Whether a sentence or a line begins with it.
    var startsSentence: Bool { form.contains(.startsSentence) }
    var isPossessive: Bool { form.contains(.possessive) }
    /// How many bytes it has.
    var length: Int { span.length }
  }

  fileprivate struct Form: OptionSet {
    let rawValue: UInt8
    static let capitalised = Form(rawValue: 1)
    static let allCapitals = Form(rawValue: 2)
    static let hyphen = Form(rawValue: 4)
    static let followsDirectly = Form(rawValue: 8)
    static let startsSentence = Form(rawValue: 16)
    static let possessive = Form(rawValue: 32)
  }

  let words: [Word]

  private let utf8: [UInt8]

  init(_ text: MappedText) {
    var words: [Word] = []
    words.reserveCapacity(text.utf8.count / 6 + 1)
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
        var form = Self.form(of: start..<end, behind: gapStart..<start, in: bytes)
        if words.isEmpty { form = form.subtracting(.followsDirectly).union(.startsSentence) }
        if possessive > 0 { form.insert(.possessive) }
        words.append(
          Word(span: TextSpan(start, end), traits: EnglishTraitTable.shared.traits(of: bytes, start..<end), form: form))
      }
      gapStart = index
    }
    self.words = words
    utf8 = bytes
  }

  /// The letters of a word as written, without a possessive.
  func string(_ word: Word) -> String { String(decoding: utf8[word.span.range], as: UTF8.self) }

  /// Whether a letter of the word is beyond ASCII.
  func isMarked(_ word: Word) -> Bool { utf8[word.span.range].contains { $0 >= 0x80 } }

  /// The letters of a word in lower case.
  func lower(_ word: Word) -> String { string(word).lowercased() }

  private static func form(of range: Range<Int>, behind gap: Range<Int>, in bytes: [UInt8]) -> Form {
    var form: Form = []
    if isUpper(bytes, range) {
      form.insert(.capitalised)
      form.insert(.allCapitals)
    }
    for index in range {
      if bytes[index] &- 0x61 < 26 {
        form.remove(.allCapitals)
      } else if bytes[index] == 0x2D {
        form.insert(.hyphen)
      }
    }
    if !gap.isEmpty { form.insert(.followsDirectly) }
    for index in gap where bytes[index] != 0x20 {
      form.remove(.followsDirectly)
      if isStop(bytes[index]) { form.insert(.startsSentence) }
    }
    return form
  }

  /// Whether a sentence may begin behind the byte; 0x9C is the last one of an opening quotation mark.
  private static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x21, 0x3F, 0x0A, 0x0D, 0x3A, 0x22, 0x7C, 0x9C: true
    default: false
    }
  }

  private static func isUpper(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    if first < 0x80 { return (0x41...0x5A).contains(first) }
    return String(decoding: bytes[range.prefix(2)], as: UTF8.self).first?.isUppercase == true
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
