import Testing

@testable import Alignment

/// Words that texts teach about each other, where no dictionary has them.
struct LearntWordsTests {
  private static let people = ["韦小宝", "茅十八", "海老公", "小玄子"]
  private static let names = ["Trinket", "Whiskers", "Hai", "Misty"]

  /// Sentences that each name two of the people, in an order that does not repeat.
  private static let pairs: [(chinese: String, english: String)] = (0..<40).map { index in
    let (first, second) = (index % 4, (index / 4 + index % 4 + 1) % 4)
    return (
      "\(people[first])看见\(people[second])走了过来。",
      "There \(names[first]) could see how \(names[second]) was walking over."
    )
  }

  @Test func `strings that recur and hold together are words`() {
    let words = RecurringWords(of: Self.pairs.map { SegmentText($0.chinese) })
    let text = Array("韦小宝看见茅十八".utf8)
    var lengths: [Int: [Int]] = [:]
    text.withUnsafeBufferPointer { bytes in
      for start in [0, 9, 15] {
        words.forEachHeadword(in: bytes, at: start) { length, _ in lengths[start, default: []].append(length) }
      }
    }
    #expect(lengths[0]?.contains(9) == true)
    #expect(lengths[15]?.contains(9) == true)
  }

  @Test func `names are learnt from the beads they stand in`() {
    let chinese = Self.pairs.map { SegmentText($0.chinese) }
    let english = Self.pairs.map { SegmentText($0.english) }
    let texts = ParallelAligner.tokenized(
      chinese: chinese, english: english,
      mentions: SharedMentions(chinese: chinese, english: english, source: nil), dictionary: nil)
    let table = TranslationTable(chinese: texts.chinese, english: texts.english, dictionary: nil)
    let induced = InducedLexicon(
      beads: chinese.indices.map { Bead(chinese: $0..<($0 + 1), english: $0..<($0 + 1)) }, table: table,
      chinese: texts.chinese, english: texts.english)
    for (person, name) in zip(Self.people, ["trinket", "whisker", "hai", "misti"]) {
      guard let type = texts.chinese.type(of: .word(person)) else {
        Issue.record("\(person) is no word")
        continue
      }
      let best = induced.links[Int(type)].max { $0.forward < $1.forward }
      #expect(best.map { texts.english.keys[Int($0.english)] } == .word(name), "\(person)")
    }
  }

  @Test func `a text without a dictionary is aligned by the names it teaches`() {
    // One English sentence is missing, and nothing but the names tells which.
    let chinese = Self.pairs.map { SegmentText($0.chinese) }
    let english = Self.pairs.indices.filter { $0 != 17 }.map { SegmentText(Self.pairs[$0].english) }
    let beads = ParallelAligner().beads(chinese: chinese, english: english, resources: AlignmentResources())
    let right = beads.count { bead in
      bead.chinese.count == 1 && bead.english.count == 1
        && bead.english.lowerBound == bead.chinese.lowerBound - (bead.chinese.lowerBound > 17 ? 1 : 0)
    }
    #expect(right >= 35, "\(right) of 39")
  }
}
