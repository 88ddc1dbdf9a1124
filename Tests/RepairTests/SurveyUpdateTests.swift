import Testing
import TextCore

@testable import Repair

/// A survey brought up to date must be that of the whole text.
@Suite struct SurveyUpdateTests {
  private static let list: Set<String> = [
    "the", "office", "efficient", "of", "find", "final", "and", "people", "work", "fine", "in", "a", "busy", "street",
    "different", "more", "little", "cut", "off", "for", "i",
  ]
  private static let words = WordTable { list.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
  private static let pieces = [
    "the ", "o ffice", "offi", " ce", "e cient ", "nd", "fnal", "inthebusy", "rnore", "W0rk", "m0re", "Iittle", "1",
    "9",
    " ", " ", "  ", ".", ",", "\n", "-", "'", "中", "é", "ffi", "a", "people of", "ofthe street", "di erent",
  ]

  private static func text(_ count: Int, _ numbers: inout SeededNumbers) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &numbers)! }.joined()
  }

  /// Edits of a text on scalar boundaries, sorted and apart.
  private static func edits(of utf8: [UInt8], _ numbers: inout SeededNumbers) -> [RepairEdit] {
    let boundaries = (0...utf8.count).filter { $0 == utf8.count || utf8[$0] & 0xC0 != 0x80 }
    var places = (0..<Int.random(in: 1...8, using: &numbers)).map { _ in boundaries.randomElement(using: &numbers)! }
    places.sort()
    return stride(from: 0, to: places.count - 1, by: 2).map { index in
      RepairEdit(
        span: TextSpan(places[index], places[index + 1]),
        replacement: text(Int.random(in: 0...2, using: &numbers), &numbers),
        kind: .lostLigature, confidence: 1, reason: "")
    }
  }

  @Test func `an update finds what a survey of the whole text finds`() {
    var found = 0
    for seed in UInt64(1)...1500 {
      var numbers = SeededNumbers(seed)
      let before = Array(Self.text(Int.random(in: 1...40, using: &numbers), &numbers).utf8)
      let edits = Self.edits(of: before, &numbers)
      let after = EditComposition.applied(edits, to: before)
      let updated = WordSurvey(before, Self.words, WordMemory())
        .updated(to: after, after: edits, Self.words, WordMemory())
      let whole = WordSurvey(after, Self.words, WordMemory())
      let text = "seed \(seed): \(String(decoding: before, as: UTF8.self)) > \(String(decoding: after, as: UTF8.self))"
      #expect(updated.torn.map(\.first) == whole.torn.map(\.first), "\(text)")
      #expect(updated.torn.map(\.second) == whole.torn.map(\.second), "\(text)")
      #expect(updated.clipped == whole.clipped, "\(text)")
      #expect(updated.joined == whole.joined, "\(text)")
      #expect(updated.lookAlikes == whole.lookAlikes, "\(text)")
      found += min(whole.torn.count, 1) + min(whole.joined.count, 1) + min(whole.lookAlikes.count, 1)
    }
    #expect(found > 500)
  }
}
