import Names
import TextCore

/// What the word lists say about an English word, as bits.
struct EnglishTraits: OptionSet {
  let rawValue: UInt16

  static let address = EnglishTraits(rawValue: 1 << 0)
  static let title = EnglishTraits(rawValue: 1 << 1)
  static let sayVerb = EnglishTraits(rawValue: 1 << 2)
  static let follower = EnglishTraits(rawValue: 1 << 3)
  static let givenName = EnglishTraits(rawValue: 1 << 4)
  static let pinyinWord = EnglishTraits(rawValue: 1 << 5)
  static let leadingWord = EnglishTraits(rawValue: 1 << 6)
  static let placeSuffix = EnglishTraits(rawValue: 1 << 7)
  static let organisationSuffix = EnglishTraits(rawValue: 1 << 8)
  static let organisationHead = EnglishTraits(rawValue: 1 << 9)
  /// The first word of a title of office.
  static let office = EnglishTraits(rawValue: 1 << 10)
  /// The reading of a Chinese surname.
  static let surname = EnglishTraits(rawValue: 1 << 11)
  static let of = EnglishTraits(rawValue: 1 << 12)
  static let the = EnglishTraits(rawValue: 1 << 13)
  static let and = EnglishTraits(rawValue: 1 << 14)
  /// The first word of a place of the gazetteer.
  static let knownPlace = EnglishTraits(rawValue: 1 << 15)
  /// Words of address, title, place and organisation, and those that lead into a name: no part of one.
  static let notInNames: EnglishTraits = [.leadingWord, .placeSuffix, .organisationSuffix, .title, .address]
}

/// The traits of all listed words, looked up by bytes: one question for each word of a text.
struct EnglishTraitTable: Sendable {
  private struct Slot: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var traits: UInt16 = 0
  }

  private var slots: [Slot]
  private let mask: Int

  static let shared = EnglishTraitTable([
    (EnglishWords.addresses, .address), (EnglishWords.titles, .title), (EnglishWords.sayVerbs, .sayVerb),
    (EnglishWords.followers, .follower), (EnglishWords.givenNames, .givenName),
    (EnglishWords.pinyinWords, .pinyinWord), (EnglishWords.leadingWords, .leadingWord),
    (EnglishWords.placeSuffixes, .placeSuffix), (EnglishWords.organisationSuffixes, .organisationSuffix),
    (EnglishWords.organisationHeads, .organisationHead), (Set(EnglishWords.officeTitles.keys), .office),
    (Set(Surnames.allPinyin), .surname), (["of"], .of), (["the"], .the), (["and"], .and),
    (Gazetteer.shared.englishFirstWords, .knownPlace),
  ])

  private init(_ lists: [(words: Set<String>, traits: EnglishTraits)]) {
    var traits: [String: UInt16] = [:]
    for list in lists { for word in list.words { traits[word, default: 0] |= list.traits.rawValue } }
    var size = 64
    while size < traits.count * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    for (word, bits) in traits.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(word.utf8)
      guard let key = bytes.withUnsafeBufferPointer({ Self.key($0, 0..<$0.count) }) else { continue }
      var slot = Self.hash(key) & mask
      while slots[slot].traits != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(low: key.low, high: key.high, traits: bits)
    }
  }

  /// The traits of the word that some bytes are, whatever its case.
  func traits(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> EnglishTraits {
    guard let key = Self.key(bytes, range) else { return [] }
    var slot = Self.hash(key) & mask
    while slots[slot].traits != 0 {
      if slots[slot].low == key.low, slots[slot].high == key.high { return EnglishTraits(rawValue: slots[slot].traits) }
      slot = (slot + 1) & mask
    }
    return []
  }

  /// The bytes in lower case; nil for a word of more than sixteen.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (low: UInt64, high: UInt64)? {
    guard range.count <= 16 else { return nil }
    let first = range.lowerBound
    if range.count <= 8 { return (part(bytes, first, range.count), 0) }
    return (part(bytes, first, 8), part(bytes, first + 8, range.count - 8))
  }

  /// At most eight bytes in lower case as a number.
  @inline(__always)
  private static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    if start + 8 <= bytes.count {
      let raw = UnsafeRawBufferPointer(bytes)
      let all = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      let part = count == 8 ? all : all & (1 << (8 * UInt64(count)) &- 1)
      // Of what words are made of in ASCII, only capitals are without the bit of 20.
      if part & 0x8080_8080_8080_8080 == 0 { return part | 0x2020_2020_2020_2020 }
    }
    var part: UInt64 = 0x2020_2020_2020_2020
    for offset in (0..<count).reversed() {
      let byte = bytes[start + offset]
      let shift = 8 * UInt64(offset)
      part = part & ~(0xFF << shift) | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte) << shift
    }
    return part
  }

  private static func hash(_ key: (low: UInt64, high: UInt64)) -> Int {
    let folded = key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: ((folded ^ folded >> 32) &* 0xFF51_AFD7_ED55_8CCD) >> 32)
  }
}
