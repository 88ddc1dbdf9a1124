import Testing

@testable import Lexicon

/// A generator with a seed, so that a failing case comes back.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {  // xorshift64*
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Opens damaged copies of compiled data: cut at every length, and with each of some thousand bits turned.
///
/// Opening may fail with a `LexiconError`; what opens is used, and must neither crash nor hang.
func checkDamage(_ blob: [UInt8], use: (ByteStore) throws(LexiconError) -> Void) {
  var refused = 0
  for length in 0..<blob.count {
    do throws(LexiconError) { try use(ByteStore(copying: Array(blob[..<length]))) } catch { refused += 1 }
  }
  #expect(refused > 0, "data cut short must be noticed")
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<1_500 {
    var copy = blob
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      copy[Int.random(in: 0..<copy.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    }
    try? use(ByteStore(copying: copy))
  }
  for offset in 0..<min(blob.count, 512) {
    var copy = blob
    copy[offset] = 0xFF
    try? use(ByteStore(copying: copy))
  }
}
