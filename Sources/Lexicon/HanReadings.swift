import TextCore

/// How Han characters are read in Mandarin.
///
/// Compiled from Unihan (`Unihan_Readings.txt`): kMandarin first, then the readings that kHanyuPinlu counts, then those
/// of kTGHZ2013, kXHC1983 and kHanyuPinyin, so that the most usual one stands first.
public struct HanReadings: Sendable {
  static let kind = "readings"
  static let version: UInt32 = 1

  /// The characters, rising.
  private let scalars: StoredArray<UInt32>
  /// Of each character, the indices of its readings in ``syllables``.
  private let readings: StoredLists<UInt16>
  /// Marked syllables, sorted by letters, then tone.
  private let syllables: StoredLists<UInt8>
  /// Of each syllable, the characters that are read so, those for which it is the first reading in front.
  private let characters: StoredLists<UInt32>

  /// Opens compiled data.
  public init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 7)
    scalars = try reader.numbers(0)
    readings = try reader.lists(1)
    syllables = try reader.strings(3)
    characters = try reader.lists(5)
    guard readings.count == scalars.count else { throw .malformedSection(1) }
    guard characters.count == syllables.count else { throw .malformedSection(5) }
  }

  /// The number of characters with a reading.
  public var count: Int { scalars.count }

  /// The toned readings of a character (`zhàn`), most usual first; empty when none is known.
  ///
  /// A Traditional character without an entry has those of its Simplified form.
  public func readings(of scalar: UInt32) -> [String] {
    readingIndices(of: scalar).compactMap { Int($0) < syllables.count ? syllables.string(Int($0)) : nil }
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
    if let index = index(of: scalar) { return readings[index] }
    let simplified = Folding.simplified(scalar)
    if simplified != scalar, let index = index(of: simplified) { return readings[index] }
    return readings[-1]
  }

  private func index(of scalar: UInt32) -> Int? {
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

extension HanReadings {
  /// The fields of Unihan that give Mandarin readings, the most telling first.
  private static let fields = ["kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kHanyuPinyin"]

  /// The compiled data of the lines of `Unihan_Readings.txt`.
  public static func compiled(unihan text: [UInt8]) throws(LexiconError) -> [UInt8] {
    var found: [UInt32: [[PinyinSyllable]]] = [:]
    for line in try UnihanLine.lines(of: text) {
      guard let field = fields.firstIndex(of: line.field) else { continue }
      found[line.scalar, default: Array(repeating: [], count: fields.count)][field] = line.readings
    }
    var ordered: [(scalar: UInt32, readings: [PinyinSyllable])] = []
    for (scalar, byField) in found.sorted(by: { $0.key < $1.key }) {
      var readings: [PinyinSyllable] = []
      for syllable in byField.joined() where !readings.contains(syllable) { readings.append(syllable) }
      if !readings.isEmpty { ordered.append((scalar, readings)) }
    }
    guard !ordered.isEmpty else { throw .noEntries }
    return compiled(ordered)
  }

  /// The compiled data of characters, rising, each with its readings.
  static func compiled(_ ordered: [(scalar: UInt32, readings: [PinyinSyllable])]) -> [UInt8] {
    let all = Set(ordered.flatMap(\.readings)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
    var first = [[UInt32]](repeating: [], count: all.count)
    var others = first
    for (scalar, readings) in ordered {
      for (rank, syllable) in readings.enumerated() {
        if rank == 0 { first[indices[syllable]!].append(scalar) } else { others[indices[syllable]!].append(scalar) }
      }
    }
    var writer = CompiledDataWriter(kind: kind, version: version)
    writer.append(numbers: ordered.map(\.scalar))
    writer.append(lists: ordered.map { $0.readings.map { UInt16(indices[$0]!) } })
    writer.append(strings: all.map(\.marked.utf8))
    writer.append(lists: zip(first, others).map { $0 + $1 })
    return writer.bytes()
  }
}
