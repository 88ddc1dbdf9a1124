/// The English word list, asked about stretches of bytes.
struct WordTable: Sendable {
  /// Whether the bytes are an English word, in any case.
  let contains: @Sendable (ArraySlice<UInt8>) -> Bool

  init(_ contains: @escaping @Sendable (ArraySlice<UInt8>) -> Bool) { self.contains = contains }

  func contains(_ word: some Sequence<UInt8>) -> Bool { contains(ArraySlice(word)) }

  /// Whether the text has a fragment that a ligature may have torn off, or an unknown word that a repair may make known.
  ///
  /// Costs a look-up for each word; stops at the first one.
  func hasOddWords(in utf8: [UInt8]) -> Bool {
    var words = WordScan(utf8)
    var before: WordScan.Word?
    while let word = words.next() {
      defer { before = word }
      if let before, LostLigature.mayBeTorn(before, word, in: utf8, self) { return true }
      if JoinedWords.mayBeJoined(word, in: utf8, self) { return true }
      if VanishedLigature.mayBe(word, in: utf8, self) || LookAlikes.mayBe(word, in: utf8, self) { return true }
    }
    return false
  }
}

/// Reads the words of a text one after another: runs of ASCII letters that stand free.
struct WordScan {
  struct Word {
    let range: Range<Int>
    /// Whether the word is not part of something longer: no digit, `_`, `.`, `@`, `/`, `-` or letter beyond ASCII beside.
    let isFree: Bool

    var count: Int { range.count }
  }

  /// More letters than a word has that is worth a search.
  static let longestWord = 24

  private let utf8: [UInt8]
  private var index = 0

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// The next word, or nil at the end.
  mutating func next() -> Word? {
    utf8.withUnsafeBufferPointer { bytes in
      while index < bytes.count, !Self.isLetter(bytes[index]) { index += 1 }
      guard index < bytes.count else { return nil }
      let start = index
      while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = index < bytes.count ? bytes[index] : 0x20
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      let isInside = Self.ties(before) || Self.ties(after) && !(after == 0x2E && !Self.isLetter(next))
      return Word(range: start..<index, isFree: !isInside)
    }
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the byte makes one thing of the letters on its two sides.
  static func ties(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x5F, 0x2E, 0x40, 0x2F, 0x5C, 0x2D, 0x27, 0x60, 0x23, 0x24, 0x26, 0x3D, 0x7E: true
    default: byte >= 0x80
    }
  }
}
