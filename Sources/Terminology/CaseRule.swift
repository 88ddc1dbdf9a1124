import TextCore

/// Which capitals a text must write for a term to be meant.
public enum CaseRule: String, Hashable, Sendable, CaseIterable, Codable {
  /// Any case.
  case any
  /// The capitals of acronyms (`WHO`) and of words with a capital inside (`WeChat`), and the first letter of a term that
  /// is a single capitalised word (`Ali`); small letters where a term is one or two of them (`li`, `km`); any case
  /// elsewhere, and in terms with Han characters.
  case smart
  /// Each letter as the term has it.
  case exact
}

/// The letters of a term that must be capital, and those that must be small: a bit for each of its first 64 letters.
struct CasePattern: Hashable, Sendable {
  var capitals: UInt64 = 0
  var smalls: UInt64 = 0

  init(capitals: UInt64, smalls: UInt64) {
    self.capitals = capitals
    self.smalls = smalls
  }

  /// Creates what the rule asks of a text that writes `term`.
  ///
  /// `isOrdinaryWord` tells whether a word in lower case means something else: without it, every capitalised word is
  /// taken to.
  init(_ term: String, rule: CaseRule, isOrdinaryWord: ((String) -> Bool)?) {
    // Next to Han characters letters cannot be taken for another word: `T恤` is also written `t恤`.
    if rule == .any || (rule == .smart && term.unicodeScalars.contains { $0.value.isHan }) { return }
    let words = Self.words(of: term)
    var position: UInt64 = 0
    for word in words {
      let capitals = word.filter(\.isCapital).count
      let hasInnerCapital = word.dropFirst().contains(where: \.isCapital)
      let isName = words.count == 1 && capitals == 1 && word.count > 1 && word[0].isCapital
      let isSensitive = rule == .exact || hasInnerCapital || (words.count == 1 && word.count == 1)
      let isShort = words.count == 1 && word.count <= 2 && capitals == 0
      for (index, letter) in word.enumerated() {
        let isFirstOfName =
          isName && index == 0 && (isOrdinaryWord.map { word.count < 5 || $0(Self.lowered(word)) } ?? true)
        if position < 64, isSensitive || isShort || isFirstOfName {
          if letter.isCapital {
            self.capitals |= 1 << position
          } else if rule == .exact || capitals < word.count {
            smalls |= 1 << position
          }
        }
        position += 1
      }
    }
  }

  /// Whether a text with these letters meets the pattern.
  ///
  /// Words in capitals only are met by what has small letters too, if there are four at least: `ALIBABA` in a headline.
  func isMet(by text: UnsafeBufferPointer<UInt8>) -> Bool {
    if capitals == 0 && smalls == 0 { return true }
    var written: UInt64 = 0
    var count: UInt64 = 0
    Self.forEachLetter(of: text) { letter in
      if letter.isCapital, count < 64 { written |= 1 << count }
      count += 1
    }
    let all = count >= 64 ? UInt64.max : (1 << count) - 1
    if written & capitals != capitals { return false }
    return written & smalls == 0 || (written == all && count >= 4)
  }

  // MARK: Letters

  struct Letter: Hashable {
    var base: UInt8
    var isCapital: Bool
  }

  /// Calls `body` with the ASCII letters of UTF-8, full-width ones too.
  @inline(__always)
  static func forEachLetter(of text: some Sequence<UInt8>, _ body: (Letter) -> Void) {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text {
      if (byte | 0x20) &- 0x61 < 26 {
        body(Letter(base: byte | 0x20, isCapital: byte & 0x20 == 0))
      } else if before == (0xEF, 0xBC), byte &- 0xA1 < 26 {
        body(Letter(base: byte &- 0x40, isCapital: true))
      } else if before == (0xEF, 0xBD), byte &- 0x81 < 26 {
        body(Letter(base: byte &- 0x20, isCapital: false))
      }
      before = (before.1, byte)
    }
  }

  private static func letters(of text: some Sequence<UInt8>) -> [Letter] {
    var letters: [Letter] = []
    forEachLetter(of: text) { letters.append($0) }
    return letters
  }

  private static func words(of term: String) -> [[Letter]] {
    term.utf8.split { $0 < 0x80 && ($0 | 0x20) &- 0x61 >= 26 && $0 &- 0x30 >= 10 && $0 != 0x27 }
      .map { letters(of: $0) }.filter { !$0.isEmpty }
  }

  private static func lowered(_ word: [Letter]) -> String { String(decoding: word.map(\.base), as: UTF8.self) }
}
