import TextCore

/// Chinese words and the English that says the opposite of them: 上涨 and “fell”, 禁止 and “allowed”.
///
/// Words of one sense only; the lists of what renders them are wide, those of the opposite narrow.
struct Opposites: Sendable {
  /// A few of the entries, by their places.
  typealias Entries = UInt128

  /// One thing that Chinese words say.
  struct Entry: Sendable {
    /// What the Chinese has, folded.
    let chinese: [[UInt8]]
    /// Chinese words that say the opposite: where they stand too, nothing is told.
    let against: [[UInt8]]
    /// What English words begin with that say the same, or something near it.
    let same: [String]
    /// English words that say the opposite; those that end in `*` are what words begin with.
    let opposite: [String]
    /// Whether it is no statement, which a denial would turn round, but a time, a place or a person.
    let isFixed: Bool
  }

  /// Which entries an English word in lower case says, and of which it says the opposite.
  static func entries(of word: String) -> (same: Entries, opposite: Entries) {
    var word = word
    return word.withUTF8 { bytes in
      var (same, opposite): (Entries, Entries) = (0, 0)
      guard bytes.count >= 2, let patterns = patterns[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] else { return (0, 0) }
      for pattern in patterns where pattern.isMet(by: bytes) {
        same |= pattern.same
        opposite |= pattern.opposite
      }
      return (same, opposite)
    }
  }

  /// What English words are, or begin with, and the entries that say so.
  private struct Pattern: Sendable {
    let letters: [UInt8]
    let isWhole: Bool
    var same: Entries = 0
    var opposite: Entries = 0

    func isMet(by word: UnsafeBufferPointer<UInt8>) -> Bool {
      guard isWhole ? word.count == letters.count : word.count >= letters.count else { return false }
      return letters.indices.allSatisfy { word[$0] == letters[$0] }
    }
  }

  /// All patterns by their first two letters.
  private static let patterns: [UInt16: [Pattern]] = {
    var patterns: [UInt16: [Pattern]] = [:]
    func add(_ pattern: Pattern) {
      precondition(pattern.letters.count >= 2, "a pattern of one letter")
      patterns[UInt16(pattern.letters[0]) << 8 | UInt16(pattern.letters[1]), default: []].append(pattern)
    }
    for (place, entry) in OppositeWords.table.enumerated() {
      let bit: Entries = 1 << Entries(place)
      for word in entry.same { add(Pattern(letters: Array(word.utf8), isWhole: false, same: bit)) }
      for word in entry.opposite {
        let letters = Array(word.utf8)
        add(
          word.last == "*"
            ? Pattern(letters: letters.dropLast(), isWhole: false, opposite: bit)
            : Pattern(letters: letters, isWhole: true, opposite: bit))
      }
    }
    return patterns
  }()

  /// Where a folded text has the first of the Chinese words of an entry and none that says the opposite; nil where it
  /// has not.
  static func place(of number: Int, in folded: [UInt8]) -> TextSpan? {
    let entry = OppositeWords.table[number]
    guard let span = first(of: entry.chinese, in: folded), first(of: entry.against, in: folded) == nil else {
      return nil
    }
    return span
  }

  /// Whether the entry is no statement, which a denial would turn round, but a time, a place or a person.
  static func isFixed(_ number: Int) -> Bool { OppositeWords.table[number].isFixed }

  static var count: Int { OppositeWords.table.count }

  /// The first place of one of the words; what is a part of 负增长 or 东南部 is none.
  private static func first(of words: [[UInt8]], in folded: [UInt8]) -> TextSpan? {
    var index = 0
    while index + 3 <= folded.count {
      if folded[index] >= 0xE4, let word = words.first(where: { folded[index...].starts(with: $0) }),
        !isTurned(word, at: index, in: folded)
      {
        return TextSpan(index, index + word.count)
      }
      index += folded[index] < 0xE0 ? 1 : 3
    }
    return nil
  }

  /// Whether another character before a word makes something else of it.
  private static func isTurned(_ word: [UInt8], at index: Int, in folded: [UInt8]) -> Bool {
    guard index >= 3 else { return false }
    let isDirection = sides.contains { word.suffix(3).elementsEqual($0) }
    let signs = isDirection ? directions : turning
    return signs.contains { folded[index - 3..<index].elementsEqual($0) }
  }

  private static let turning = "负难防".map { Array(String($0).utf8) }
  private static let sides = "部面边侧".map { Array(String($0).utf8) }
  private static let directions = "东西南北中".map { Array(String($0).utf8) }
}
