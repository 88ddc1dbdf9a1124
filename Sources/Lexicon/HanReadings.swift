import TextCore

/// How Han characters are read in Mandarin and in Cantonese.
///
/// Compiled from Unihan (`Unihan_Readings.txt`): kMandarin first, then the readings that kHanyuPinlu counts, then those
/// of kTGHZ2013, kXHC1983 and kHanyuPinyin, so that the most usual one stands first; and kCantonese in its own order.
public struct HanReadings: Sendable {
  static let kind = "readings"
  static let version: UInt32 = 2

  /// The characters, rising.
  private let scalars: StoredArray<UInt32>
  /// Of each character, the indices of its readings in ``syllables``.
  private let readings: StoredLists<UInt16>
  /// Marked syllables, sorted by letters, then tone.
  private let syllables: StoredLists<UInt8>
  /// Of each syllable, the characters that are read so, those for which it is the first reading in front.
  private let characters: StoredLists<UInt32>
  /// The characters with a Cantonese reading, rising.
  private let cantoneseScalars: StoredArray<UInt32>
  /// Of each of them, the indices of its readings in ``jyutping``.
  private let cantoneseReadings: StoredLists<UInt16>
  /// Syllables of Jyutping with tone numbers, sorted.
  private let jyutping: StoredLists<UInt8>

  /// Opens compiled data.
  public init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 12)
    scalars = try reader.numbers(0)
    readings = try reader.lists(1)
    syllables = try reader.strings(3)
    characters = try reader.lists(5)
    cantoneseScalars = try reader.numbers(7)
    cantoneseReadings = try reader.lists(8)
    jyutping = try reader.strings(10)
    guard readings.count == scalars.count else { throw .malformedSection(1) }
    guard characters.count == syllables.count else { throw .malformedSection(5) }
    guard cantoneseReadings.count == cantoneseScalars.count else { throw .malformedSection(8) }
  }

  /// The number of characters with a Mandarin reading.
  public var count: Int { scalars.count }

  /// The toned readings of a character (`zhàn`), most usual first; empty when none is known.
  ///
  /// A Traditional character without an entry has those of its Simplified form.
  public func readings(of scalar: UInt32) -> [String] {
    readingIndices(of: scalar).compactMap { Int($0) < syllables.count ? syllables.string(Int($0)) : nil }
  }

  /// The Cantonese readings of a character in Jyutping with tone numbers (`zaan6`), most usual first; empty when none is
  /// known.
  ///
  /// A Traditional character without an entry has those of its Simplified form.
  public func cantonese(of scalar: UInt32) -> [String] {
    guard let index = Self.index(of: scalar, orSimplifiedIn: cantoneseScalars) else { return [] }
    return cantoneseReadings[index].compactMap { Int($0) < jyutping.count ? jyutping.string(Int($0)) : nil }
  }

  /// The readings of a character as syllables, most usual first.
  public func syllables(of scalar: UInt32) -> [PinyinSyllable] {
    readings(of: scalar).compactMap { PinyinSyllable($0) }
  }

  /// Whether the character can be read so.
  ///
  /// `zhan4` and `zhàn` are the same, `v` and `u:` are `ü`. A syllable without a tone fits every tone; with
  /// `ignoringTones` each does, and `u` fits `ü`.
  public func isReading(_ pinyin: some StringProtocol, of scalar: UInt32, ignoringTones: Bool = false) -> Bool {
    guard let wanted = PinyinSyllable(pinyin) else { return false }
    return syllables(of: scalar).contains { syllable in
      if ignoringTones { return syllable.ascii == wanted.ascii }
      guard syllable.letters == wanted.letters else { return false }
      return wanted.tone == 0 || wanted.tone == (syllable.tone == 0 ? 5 : syllable.tone)
    }
  }

  /// The characters that are read so: all tones where the syllable bears none.
  ///
  /// Characters for which it is the most usual reading stand first, then by code point.
  public func scalars(withReading pinyin: some StringProtocol) -> [UInt32] {
    guard let wanted = PinyinSyllable(pinyin) else { return [] }
    var result: [UInt32] = []
    var seen: Set<UInt32> = []
    for index in syllableIndices(letters: wanted.letters) {
      let tone = PinyinSyllable(syllables.string(index))?.tone ?? 0
      guard wanted.tone == 0 || wanted.tone == (tone == 0 ? 5 : tone) else { continue }
      for scalar in characters[index] where seen.insert(scalar).inserted { result.append(scalar) }
    }
    return result
  }

  /// Whether some character is read so.
  public func isSyllable(_ pinyin: some StringProtocol) -> Bool {
    guard let wanted = PinyinSyllable(pinyin) else { return false }
    return syllableIndices(letters: wanted.letters).contains { index in
      guard wanted.tone != 0, let tone = PinyinSyllable(syllables.string(index))?.tone else { return true }
      return wanted.tone == (tone == 0 ? 5 : tone)
    }
  }

  private func readingIndices(of scalar: UInt32) -> UnsafeBufferPointer<UInt16> {
    readings[Self.index(of: scalar, orSimplifiedIn: scalars) ?? -1]
  }

  /// The place of a character, or else of its Simplified form, in rising scalars.
  private static func index(of scalar: UInt32, orSimplifiedIn scalars: StoredArray<UInt32>) -> Int? {
    if let index = index(of: scalar, in: scalars) { return index }
    let simplified = Folding.simplified(scalar)
    return simplified == scalar ? nil : index(of: simplified, in: scalars)
  }

  private static func index(of scalar: UInt32, in scalars: StoredArray<UInt32>) -> Int? {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < scalars.count && scalars[low] == scalar ? low : nil
  }

  private func syllableIndices(letters: String) -> Range<Int> {
    func first(where isReached: (String) -> Bool) -> Int {
      var low = 0
      var high = syllables.count
      while low < high {
        let middle = (low + high) / 2
        if isReached(PinyinSyllable(syllables.string(middle))?.letters ?? "") {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return low
    }
    let start = first { $0 >= letters }
    return start..<max(start, first { $0 > letters })
  }
}
