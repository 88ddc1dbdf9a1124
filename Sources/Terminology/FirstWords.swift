import Lexicon

/// The Latin words that terms begin with, by their letters in one number: a look in a hash table instead of a walk
/// through as many nodes as a word has letters.
///
/// The first ten letters, six bits each, are the key itself, so that an entry is never taken for another one. What
/// follows the words is noted in 32 bits; most places of English text are turned away by them.
struct FirstWords: Sendable {
  /// An entry: 16 bytes.
  struct Entry: BitwiseCopyable {
    /// 0 for a free place.
    var key: UInt64
    /// Where the walk through the trie begins: the node (24 bits), how many letters lead to it (4), whether a key goes
    /// on by less than three codes (1), and whether one ends after the letters (the highest).
    var start: UInt32
    /// Bits of the two codes that may follow the letters.
    var followers: UInt32

    @inline(__always) var node: Int { Int(start & 0xFF_FFFF) }
    @inline(__always) var depth: Int { Int(start &>> 24 & 0xF) }
    @inline(__always) var goesOnShortly: Bool { start & 0x4000_0000 != 0 }
    @inline(__always) var isTerm: Bool { start & 0x8000_0000 != 0 }
  }

  /// The letters of a key.
  static let greatestLength = 10
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private let entries: StoredArray<Entry>
  private let shift: UInt64
  /// A bit for each hashed word with the three codes after it.
  private let phrases: StoredArray<UInt64>
  private let phraseMask: UInt64

  /// Opens two sections, whose nodes must be such of a trie with `unitCount` units.
  init(_ reader: CompiledDataReader, section: Int, unitCount: Int) throws(LexiconError) {
    entries = try reader.numbers(section)
    phrases = try reader.numbers(section + 1)
    guard phrases.count > 0, phrases.count & (phrases.count - 1) == 0 else { throw .malformedSection(section + 1) }
    phraseMask = UInt64(phrases.count * 64 - 1)
    let count = entries.count
    guard count >= 2, count & (count - 1) == 0 else { throw .malformedSection(section) }
    shift = UInt64(64 - count.trailingZeroBitCount)
    var free = 0
    for entry in entries.buffer {
      if entry.key == 0 { free += 1 }
      if entry.node >= unitCount || entry.key != 0 && !(1...Self.greatestLength).contains(entry.depth) {
        throw .malformedSection(section)
      }
    }
    if free == 0 { throw .malformedSection(section) }  // a search would have no end
  }

  /// The entry of a key.
  @inline(__always)
  func entry(_ key: UInt64) -> Entry? {
    let entries = entries.pointer
    let mask = self.entries.count &- 1
    var place = Int(truncatingIfNeeded: (key &* Self.factor) &>> shift)
    while true {
      let entry = entries[place]
      if entry.key == key { return entry }
      if entry.key == 0 { return nil }
      place = (place &+ 1) & mask
    }
  }

  /// The letters from `codes` on as a key with their number; a key of 0 where one of them has no place in it.
  @inline(__always)
  static func key(_ codes: UnsafePointer<UInt16>, latinEnd: UInt16) -> (key: UInt64, length: Int) {
    var key: UInt64 = 0
    var length = 0
    while length < greatestLength {
      let letter = (codes[length] & FoldedAlphabet.codeMask) &- FoldedAlphabet.unknownLatin
      if letter >= latinEnd &- FoldedAlphabet.unknownLatin { break }
      if letter == 0 || letter >= 64 { return (0, 0) }
      key = key &<< 6 | UInt64(letter)
      length &+= 1
    }
    return (key, length)
  }

  /// The bit of two codes that follow a word.
  @inline(__always)
  static func follower(_ first: UInt16, _ second: UInt16) -> UInt32 {
    let mixed = (UInt32(first) &<< 15 ^ UInt32(second)) &* 0x9E37_79B1
    return 1 &<< (mixed &>> 27)
  }

  /// Whether some key goes on after a word with these three codes; now and then true where none does.
  @inline(__always)
  func hasPhrase(_ key: UInt64, _ next: UnsafePointer<UInt16>) -> Bool {
    let bit = Self.phraseHash(key, next) & phraseMask
    return phrases.pointer[Int(truncatingIfNeeded: bit &>> 6)] & 1 &<< (bit & 63) != 0
  }

  @inline(__always)
  static func phraseHash(_ key: UInt64, _ next: UnsafePointer<UInt16>) -> UInt64 {
    let mask = FoldedAlphabet.codeMask
    let codes = UInt64(next[0] & mask) | UInt64(next[1] & mask) &<< 15 | UInt64(next[2] & mask) &<< 30
    let mixed = (key ^ (codes &* 0xC2B2_AE3D_27D4_EB4F)) &* factor
    return mixed &>> 32
  }

  /// The compiled bits of hashed phrases.
  static func compiled(phrases: [UInt64]) -> [UInt64] {
    var count = 1
    while count * 5 < phrases.count, count < 1 << 16 { count *= 2 }
    var bits = [UInt64](repeating: 0, count: count)
    for hash in phrases {
      let bit = hash & UInt64(count * 64 - 1)
      bits[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    return bits
  }

  /// The compiled table of entries that differ in their keys.
  static func compiled(_ entries: [Entry]) -> [Entry] {
    var count = 2
    while count < entries.count * 2 { count *= 2 }
    var table = [Entry](repeating: Entry(key: 0, start: 0, followers: 0), count: count)
    let shift = UInt64(64 - count.trailingZeroBitCount)
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      var place = Int((entry.key &* factor) >> shift)
      while table[place].key != 0 { place = (place + 1) & (count - 1) }
      table[place] = entry
    }
    return table
  }
}
