import Testing

@testable import Alignment

/// Words that texts teach about each other, where no dictionary has them.
struct LearntWordsTests {
  private static let people = ["韦小宝", "陈近南", "海老公", "小玄子"]
  private static let names = ["Trinket", "Whiskers", "Hai", "Misty"]

  /// Sentences that each name two of the people, in an order that does not repeat.
  private static let pairs: [(chinese: String, english: String)] = (0..<60).map { index in
    let (first, second) = (index % 4, (index / 4 + index % 4 + 1) % 4)
    let (one, other) = (people[first], people[second])
    let (left, right) = (names[first], names[second])
    return switch index % 5 {
    case 0: ("\(one)看见\(other)走了过来。", "There \(left) could see how \(right) was walking over.")
    case 1: ("昨天\(one)把书给了\(other)。", "Yesterday \(left) gave the book to \(right).")
    case 2: ("门外\(one)对\(other)笑了笑。", "Outside the door \(left) smiled at \(right).")
    case 3: ("后来\(one)问，\(other)在哪里？", "Later \(left) asked: where is \(right)?")
    default: ("于是\(one)和\(other)去了河边。", "So \(left) went down to the river with \(right).")
    }
  }

  @Test func `strings that recur and hold together are words`() {
    let words = RecurringWords(of: Self.pairs.map { SegmentText($0.chinese) })
    let text = Array("韦小宝看见陈近南".utf8)
    var lengths: [Int: [Int]] = [:]
    text.withUnsafeBufferPointer { bytes in
      for start in [0, 9, 15] {
        words.forEachHeadword(in: bytes, at: start) { length, _ in lengths[start, default: []].append(length) }
      }
    }
    #expect(lengths[0]?.contains(9) == true)
    #expect(lengths[15]?.contains(9) == true)
  }

  @Test func `the words of a long text are read off its beginning, though it be one segment`() {
    let others = String(String.UnicodeScalarView((0x5000..<0x5024).compactMap(Unicode.Scalar.init)))
    let text = others + others.suffix(6).map { "韦小宝\($0)" }.joined()
    func isWord(sample: Int) -> Bool {
      var isFound = false
      Array("韦小宝".utf8).withUnsafeBufferPointer { bytes in
        RecurringWords(of: [SegmentText(text)], sample: sample).forEachHeadword(in: bytes, at: 0) { length, _ in
          isFound = isFound || length == 9
        }
      }
      return isFound
    }
    #expect(isWord(sample: 1000))
    #expect(!isWord(sample: 36))
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
    #expect(right >= 53, "\(right) of 59")
  }
}
