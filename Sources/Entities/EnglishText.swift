import TextCore

/// An English text as words with their places and what the word lists say about them.
struct EnglishText {
  struct Word {
    private let start: UInt32
    private let storedLength: UInt32
    /// What the word lists say about it.
    let traits: EnglishTraits
    fileprivate let form: Form

    fileprivate init(_ start: Int, _ end: Int, traits: EnglishTraits, form: Form) {
      self.start = UInt32(truncatingIfNeeded: start)
      storedLength = UInt32(truncatingIfNeeded: end - start)
      self.traits = traits
      self.form = form
    }

    /// In bytes of the text, without a possessive `'s`.
    var span: TextSpan { TextSpan(Int(start), Int(start) + length) }
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
    var length: Int { Int(storedLength) }
  }

  fileprivate struct Form: OptionSet {
    let rawValue: UInt8
    static let capitalised = Form(rawValue: 1)
    static let allCapitals = Form(rawValue: 2)
    static let hyphen = Form(rawValue: 4)
    static let followsDirectly = Form(rawValue: 8)
    static let startsSentence = Form(rawValue: 16)
    static let possessive = Form(rawValue: 32)
    /// Written in a way that is not how word lists write it: with dots, or with a curly apostrophe.
    static let variant = Form(rawValue: 64)
  }

  let words: [Word]

  private let utf8: [UInt8]

  init(_ text: MappedText) {
    utf8 = text.utf8
    words = text.utf8.withUnsafeBufferPointer(Self.words)
  }

  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 5 + 1)
    let table = EnglishTraitTable.shared
    var index = 0
    var gapStart = 0
    while index < bytes.count {
      guard isLetter(bytes, index) else {
        index += 1
        continue
      }
      let start = index
      var isVariant = false
      var form: Form = []
      var letters: UInt8 = 0
      while index < bytes.count {
        let byte = bytes[index]
        if (byte | 0x20) &- 0x61 < 26 {
          letters |= byte
          index += 1
        } else if isLetter(bytes, index) || joins(bytes, index) {
          if byte >= 0xE0 { isVariant = true }  // the curly apostrophe
          if byte == 0x2D { form.insert(.hyphen) }
          index += width(bytes, index)
        } else {
          break
        }
      }
      if skipDots(of: start, &index, in: bytes) { isVariant = true }
      var end = min(index, bytes.count)
      let possessive = possessiveLength(start..<end, in: bytes)
      if possessive > 0 {
        end -= possessive
        form.insert(.possessive)
        letters = bytes[start..<end].reduce(0) { $0 | (isSmall($1) ? 0x20 : 0) }
      }
      if end > start {
        if isUpper(bytes, start..<end) {
          form.formUnion(letters & 0x20 > 0 ? .capitalised : [.capitalised, .allCapitals])
        }
        form.formUnion(words.isEmpty ? .startsSentence : joint(gapStart..<start, in: bytes))
        if isVariant { form.insert(.variant) }
        let traits =
          isVariant
          ? plain(bytes[start..<end]).withUnsafeBufferPointer { table.traits(of: $0, 0..<$0.count) }
          : table.traits(of: bytes, start..<end)
        words.append(Word(start, end, traits: traits, form: form))
      }
      gapStart = index
    }
    return words
  }

  /// The bytes from the first of some words to the end of the last.
  func span(_ words: Range<Int>) -> TextSpan {
    self.words[words.lowerBound].span.union(self.words[words.upperBound - 1].span)
  }

  /// The letters of a word as written, without a possessive.
  func string(_ word: Word) -> String { String(decoding: utf8[word.span.range], as: UTF8.self) }

  /// The letters of a word as word lists write them: `US` for `U.S.`, `Xi'an` for `Xi’an`.
  func plain(_ word: Word) -> String {
    word.form.contains(.variant)
      ? String(decoding: Self.plain(utf8[word.span.range]), as: UTF8.self) : string(word)
  }

  /// Whether pinyin may end like the word: no syllable ends in most consonants.
  func mayEndPinyin(_ word: Word) -> Bool {
    switch utf8[word.span.end - 1] | 0x20 {
    case UInt8(ascii: "b")...UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "h"),
      UInt8(ascii: "j")...UInt8(ascii: "l"),
      UInt8(ascii: "p"), UInt8(ascii: "q"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "w")...UInt8(ascii: "z"):
      false
    default: true
    }
  }

  /// Whether a letter of the word is beyond ASCII.
  func isMarked(_ word: Word) -> Bool { utf8[word.span.range].contains { $0 >= 0x80 } }

  /// The letters of a word in lower case.
  func lower(_ word: Word) -> String { string(word).lowercased() }

  private static func plain(_ word: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    let word = Array(word)
    var index = 0
    while index < word.count {
      if word[index] == 0xE2, index + 2 < word.count {  // the curly apostrophe, the only one that joins letters
        result.append(0x27)
        index += 3
      } else {
        if word[index] != 0x2E { result.append(word[index]) }
        index += 1
      }
    }
    return result
  }

  /// Takes the dots of `U.S.` and `St.` into the word that begins at `start` and is read up to `index`.
  ///
  /// - Returns: whether there were any.
  private static func skipDots(of start: Int, _ index: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count, bytes[index] == 0x2E else { return false }
    if index - start == 2, bytes[start + 1] == 0x74, bytes[start] == 0x53 || bytes[start] == 0x4D {  // St. Mt.
      index += 1
      return true
    }
    guard index - start == 1, isCapital(bytes, start) else { return false }
    var end = index + 1
    while isCapital(bytes, end), end + 1 < bytes.count, bytes[end + 1] == 0x2E { end += 2 }
    if isCapital(bytes, end), end + 1 == bytes.count || !isLetter(bytes, end + 1) { end += 1 }  // U.S
    guard end > index + 1 else { return false }
    index = end
    return true
  }

  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && bytes[index] &- 0x41 < 26
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// What stands between a word and the one before says about it.
  @inline(__always)
  private static func joint(_ gap: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Form {
    if gap.count == 1, bytes[gap.lowerBound] == 0x20 { return .followsDirectly }
    return longJoint(gap, in: bytes)
  }

  private static func longJoint(_ gap: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Form {
    var form: Form = gap.isEmpty ? [] : .followsDirectly
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

  private static func isUpper(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    if first < 0x80 { return (0x41...0x5A).contains(first) }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[range.prefix(2)]), as: UTF8.self).first?.isUppercase
      == true
  }

  @inline(__always)
  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    // Latin letters with diacritics are U+00C0 to U+024F; other scalars are no letters here.
    return (0xC3...0xC9).contains(byte)
      && !(byte == 0xC3 && index + 1 < bytes.count && (bytes[index + 1] == 0x97 || bytes[index + 1] == 0xB7))
  }

  private static func width(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// A hyphen or apostrophe between letters belongs to the word.
  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    let length = byte == 0x2D || byte == 0x27 ? 1 : isCurlyApostrophe(bytes, index) ? 3 : 0
    guard length > 0, index > 0, index + length < bytes.count else { return false }
    return isLetter(bytes, index + length)
  }

  private static func isCurlyApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
  }

  private static func possessiveLength(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let end = word.upperBound
    guard word.count > 2, bytes[end - 1] == 0x73 || bytes[end - 1] == 0x53 else { return 0 }
    if bytes[end - 2] == 0x27 { return 2 }
    return word.count > 4 && bytes[end - 2] == 0x99 && bytes[end - 3] == 0x80 && bytes[end - 4] == 0xE2 ? 4 : 0
  }
}
