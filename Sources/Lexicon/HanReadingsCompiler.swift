extension HanReadings {
  /// The fields of Unihan that give Mandarin readings, the most telling first.
  private static let fields = ["kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kHanyuPinyin"]

  /// The compiled data of the lines of `Unihan_Readings.txt`.
  public static func compiled(unihan text: [UInt8]) throws(LexiconError) -> [UInt8] {
    var found: [UInt32: [[PinyinSyllable]]] = [:]
    var cantonese: [UInt32: [String]] = [:]
    for line in try UnihanLine.lines(of: text) {
      if line.field == "kCantonese" {
        cantonese[line.scalar] = line.jyutping
      } else if let field = fields.firstIndex(of: line.field) {
        found[line.scalar, default: Array(repeating: [], count: fields.count)][field] = line.readings
      }
    }
    var ordered: [(scalar: UInt32, readings: [PinyinSyllable])] = []
    for (scalar, byField) in found.sorted(by: { $0.key < $1.key }) {
      var readings: [PinyinSyllable] = []
      for syllable in byField.joined() where !readings.contains(syllable) { readings.append(syllable) }
      if !readings.isEmpty { ordered.append((scalar, readings)) }
    }
    guard !ordered.isEmpty else { throw .noEntries }
    let inCantonese = cantonese.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
    return compiled(ordered, cantonese: inCantonese.map { ($0.key, $0.value) })
  }

  /// The compiled data of characters, rising, each with its readings.
  private static func compiled(
    _ ordered: [(scalar: UInt32, readings: [PinyinSyllable])], cantonese: [(scalar: UInt32, readings: [String])]
  ) -> [UInt8] {
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
    writer.append(lists: ordered.map { $0.readings.compactMap { UInt16(exactly: indices[$0]!) } })
    writer.append(strings: all.map(\.marked.utf8))
    writer.append(lists: zip(first, others).map { $0 + $1 })
    let jyutping = Set(cantonese.flatMap(\.readings)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(jyutping, jyutping.indices))
    writer.append(numbers: cantonese.map(\.scalar))
    writer.append(lists: cantonese.map { $0.readings.compactMap { UInt16(exactly: places[$0]!) } })
    writer.append(strings: jyutping.map(\.utf8))
    return writer.bytes()
  }
}
