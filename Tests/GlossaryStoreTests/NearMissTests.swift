import Testing
import TextCore

@testable import GlossaryStore

/// The index of near misses finds what comparing with every text finds.
struct NearMissTests {
  /// A generator that gives the same numbers on every run (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64 = 2026
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// A text with one slip: a scalar wrong, missing, too many, or two neighbours exchanged.
  private static func slipped(_ text: [UInt32], _ alphabet: [UInt32], _ random: inout Generator) -> [UInt32] {
    var result = text
    let place = Int.random(in: 0..<text.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: result[place] = alphabet.randomElement(using: &random)!
    case 1: result.remove(at: place)
    case 2: result.insert(alphabet.randomElement(using: &random)!, at: place)
    default: if place + 1 < result.count { result.swapAt(place, place + 1) }
    }
    return result
  }

  private static func texts(_ count: Int, of lengths: ClosedRange<Int>, _ alphabet: [UInt32], _ random: inout Generator)
    -> [[UInt32]]
  {
    (0..<count).map { _ in
      (0..<Int.random(in: lengths, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
    }
  }

  @Test func `a Chinese text meets every text within its distance`() {
    var random = Generator()
    let alphabet = Array(UInt32(0x4E00)..<0x4E0C)
    for text in Self.texts(600, of: 2...9, alphabet, &random) {
      var near = Self.slipped(text, alphabet, &random)
      if NearMissKeys.hanLimit(text.count) == 2, near.count > 5 { near = Self.slipped(near, alphabet, &random) }
      guard near.count > 1, NearMissKeys.hanLimit(near.count) <= NearMissKeys.hanLimit(text.count) else { continue }
      var distance = EditDistance(from: near)
      guard distance.to(text, atMost: NearMissKeys.hanLimit(near.count)) != nil else { continue }
      #expect(!Set(NearMissKeys.keys(ofHan: text)).isDisjoint(with: NearMissKeys.keys(ofHan: near)), "\(text) \(near)")
    }
  }

  @Test func `a word meets every word a slip away, and nearly all that are two away`() {
    var random = Generator()
    let alphabet = Array(UInt32(0x61)..<0x67)
    var tried = 0
    var missed = 0
    for text in Self.texts(4000, of: 5...14, alphabet, &random) {
      let once = Self.slipped(text, alphabet, &random)
      let stored = Set(NearMissKeys.stored(word: text))
      if once.count >= 4 { #expect(!stored.isDisjoint(with: NearMissKeys.asked(word: once)), "\(text) \(once)") }
      let twice = Self.slipped(once, alphabet, &random)
      if NearMissKeys.wordLimit(twice.count) < 2 { continue }
      tried += 1
      if stored.isDisjoint(with: NearMissKeys.asked(word: twice)) { missed += 1 }
    }
    #expect(tried > 1000)
    #expect(missed * 100 < tried * 3, "\(missed) of \(tried)")
  }

  @Test func `a reading meets every reading a slip away`() {
    var random = Generator()
    let alphabet = Array(UInt32(0x61)..<0x67)
    for text in Self.texts(2000, of: 5...20, alphabet, &random) {
      let near = Self.slipped(text, alphabet, &random)
      let meets = !Set(NearMissKeys.stored(reading: text)).isDisjoint(with: NearMissKeys.asked(reading: near))
      #expect(meets || NearMissKeys.exchangedInTheMiddle(near) == text, "\(text) \(near)")
    }
  }

  @Test func `distances`() {
    let cases: [(String, String, Int?)] = [
      ("", "", 0), ("", "ab", 2), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xabc", 1),
      ("淘宝村", "淘保村", 1), ("kitten", "sitting", nil), ("abcd", "badc", 2), ("abc", "abcdef", nil),
    ]
    for (first, second, expected) in cases {
      var distance = EditDistance(from: first)
      #expect(distance.to(second, atMost: 2) == expected, "\(first) \(second)")
      #expect(distance.to(second, atMost: 2) == expected, "again: \(first) \(second)")
    }
  }

  @Test func `a block gives the texts of a key, and bytes that are none give nothing`() {
    var builder = NearMissBlock.Builder()
    let stored: [(key: Int64, text: String)] = [(3, "淘宝村"), (7, "village"), (7, ""), (7, "villa"), (1 << 46, "村")]
    for (key, text) in stored { builder.add(key, text.utf8) }
    #expect(builder.first == 3)
    #expect(!builder.isFull(before: 8))
    let block = builder.finish()
    #expect(builder.first == nil)
    func texts(_ key: Int64, in bytes: [UInt8], atMost limit: Int = 9) -> [String] {
      var found: [String] = []
      bytes.withUnsafeBytes { bytes in
        NearMissBlock.forEachText(under: key, in: bytes) { text in
          found.append(String(decoding: text, as: UTF8.self))
          return found.count < limit
        }
      }
      return found
    }
    for key in [0, 3, 4, 7, 8, 1 << 46, .max] as [Int64] {
      #expect(texts(key, in: block) == stored.filter { $0.key == key }.map(\.text), "\(key)")
    }
    #expect(texts(7, in: block, atMost: 1) == ["village"])
    for length in 0..<block.count { _ = texts(7, in: Array(block[..<length])) }
    #expect(texts(7, in: [255, 255, 255, 255, 7, 0, 0, 0]).isEmpty)
  }

  @Test func `terms added one by one are found as those of a large import`() throws {
    let terms = (0..<1200).map { index in
      let scalars = [0x4E00 + index % 97, 0x5200 + index % 89, 0x5600 + index % 83, 0x5A00 + index % 79]
      return entry(
        "c\(index)", String(String.UnicodeScalarView(scalars.map { Unicode.Scalar($0)! })), "term\(index)wording")
    }
    let bulk = try GlossaryStore.inMemory()
    try bulk.install(GlossaryInfo(name: "g"), entries: terms)
    let single = try GlossaryStore.inMemory()
    for start in stride(from: 0, to: terms.count, by: 400) {
      try single.install(GlossaryInfo(name: "g"), entries: Array(terms[start..<start + 400]))
    }
    for term in terms.prefix(60) {
      for text in term.terms.map(\.text) {
        let query = LookupQuery(String(text.dropLast()) + "x", match: .fuzzy, limit: 3)
        let found = try bulk.matches(for: query).map(\.entry.id)
        #expect(found == (try single.matches(for: query).map(\.entry.id)))
        #expect(found.contains(term.id), "\(query.text)")
      }
    }
  }
}
