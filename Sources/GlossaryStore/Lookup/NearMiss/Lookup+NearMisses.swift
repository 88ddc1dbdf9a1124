import GRDB
import TextCore

/// The stage of slips: terms that are nearly the query, or sound like it.
extension Lookup {
  mutating func findNearMisses() throws {
    // A database that an older release made has no table for it until it is opened for writing.
    guard try database.tableExists("near_miss") else { return }
    if hasHan {
      guard query.language != .english else { return }
      try findSoundAlikes()
      try findNearCharacters()
      if isEmpty { try findNearSounds() }
    } else {
      if query.language != .chinese { try findMisspelt() }
      if query.language != .english, let keys = queryPinyin { try addReadings(near: keys.flat, weight: 0.1) }
    }
  }

  // MARK: Chinese

  /// Terms with other characters of the same reading: 陶宝村 for 淘宝村.
  private mutating func findSoundAlikes() throws {
    guard length >= 2 else { return }
    var distance = EditDistance(from: scalars)
    let statement = try HotStatement(Self.termsOfReading, in: database)
    for keys in queryReadings {
      try statement.forEachRow([.text(keys.flat)]) { row in
        let term = SearchKeys.folded(row.text(5))
        let edits = distance.to(term, atMost: length) ?? length
        let sameTones = row.optionalText(8).flatMap { PinyinKeys($0) }?.agrees(with: keys) ?? false
        let weight = 0.05 * Double(min(edits, 6)) + (sameTones ? 0 : 0.03)
        add(row, as: .fuzzy, weight: weight, coversLength: false)
        return true
      }
    }
  }

  /// Terms with a character or two wrong, missing, too many or exchanged.
  private mutating func findNearCharacters() throws {
    let limit = NearMissKeys.hanLimit(length)
    let candidates = try NearMissIndex.candidates(
      near: scalars, under: NearMissKeys.keys(ofHan: scalars), atMost: limit, in: database)
    let weighed = candidates.compactMap { candidate -> (text: String, weight: Double)? in
      let text = candidate.text.unicodeScalars.map(\.value)
      if candidate.edits == 0 || text.count < 2 { return nil }
      // A part of the query is hardly a slip of it.
      if text.count < length, folded.contains(candidate.text) {
        return candidate.edits == 1 ? (candidate.text, 0.35) : nil
      }
      let weight = 0.2 + 0.3 * Double(candidate.edits - 1)
      return (candidate.text, weight - (sounds?.bonus(of: scalars, and: text) ?? 0))
    }
    for (text, weight) in weighed.sorted(by: { ($0.weight, $0.text) < ($1.weight, $1.text) }).prefix(60) {
      try addTerms(folded: text, as: .fuzzy, weight: weight)
    }
  }

  /// Terms whose reading is a letter away from the query's: 陶宝春 for 淘宝村.
  private mutating func findNearSounds() throws {
    guard length >= 2 else { return }
    for keys in queryReadings.prefix(2) { try addReadings(near: keys.flat, weight: 0.5) }
  }

  /// The query as it may be read aloud.
  private var queryReadings: [PinyinKeys] {
    guard let sounds, length <= 16 else { return [] }
    return sounds.readings.ofText(query.text).compactMap { PinyinKeys($0) }
  }

  // MARK: Readings

  /// Terms whose reading is a slip away from these letters.
  private mutating func addReadings(near flat: String, weight: Double) throws {
    let pattern = flat.unicodeScalars.map(\.value)
    var candidates = try NearMissIndex.candidates(
      near: pattern, under: NearMissKeys.asked(reading: pattern), atMost: 1, in: database
    ).filter { $0.edits > 0 }.map(\.text)
    let exchanged = NearMissKeys.exchangedInTheMiddle(pattern)
    if exchanged != pattern {
      candidates.append(String(String.UnicodeScalarView(exchanged.compactMap { Unicode.Scalar($0) })))
    }
    for text in candidates.prefix(60) {
      try add(Self.termsOfReading, [.text(text)], as: .fuzzy, weight: weight + 0.1, coversLength: false)
    }
  }
}
