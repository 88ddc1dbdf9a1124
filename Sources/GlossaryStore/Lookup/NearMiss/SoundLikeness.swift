import Lexicon

/// How much the characters by which two texts differ sound alike; what it was told of a character it remembers, so that
/// a list of queries asks once.
final class SoundLikeness {
  let readings: LookupReadings
  private var known: [UInt32: [[UInt8]]] = [:]

  init(_ readings: LookupReadings) { self.readings = readings }

  /// What a near miss gains when what was typed sounds like the term: 0.15 for the same syllable, 0.05 for the same
  /// initial or final, halved when only some of the characters do.
  func bonus(of typed: [UInt32], and term: [UInt32]) -> Double {
    guard typed.count == term.count else { return 0 }
    var least = 1.0
    var most = 0.0
    for (one, other) in zip(typed, term) where one != other {
      let gain = bonus(one, other)
      least = min(least, gain)
      most = max(most, gain)
    }
    return least > 0 ? min(least, most) : most / 2
  }

  private func bonus(_ first: UInt32, _ second: UInt32) -> Double {
    let (one, other) = (syllables(of: first), syllables(of: second))
    if one.contains(where: { other.contains($0) }) { return 0.15 }
    let isNear = one.contains { one in
      other.contains { one.first == $0.first || one.dropFirst() == $0.dropFirst() }
    }
    return isNear ? 0.05 : 0
  }

  /// The letters of the readings of a character.
  private func syllables(of scalar: UInt32) -> [[UInt8]] {
    if let known = known[scalar] { return known }
    let syllables = readings.ofCharacter(scalar).map { Array($0.ascii.utf8) }
    known[scalar] = syllables
    return syllables
  }
}
