import Alignment
import Testing

struct ParallelAlignerTests {
  private static let dictionary = SmallDictionary([
    "村庄": "village", "苹果": "apple", "河": "river", "桥": "bridge", "木头": "wood", "老师": "teacher", "学校": "school",
    "孩子": "child children", "山": "mountain", "雪": "snow", "冬天": "winter", "火车": "train", "城市": "city", "商店": "shop",
    "面包": "bread", "早晨": "morning", "医生": "doctor", "医院": "hospital",
  ])
  private static let resources = AlignmentResources(dictionary: dictionary)

  private struct Case {
    let name: String
    let chinese: [String]
    let english: [String]
    let beads: String
  }

  private static let cases = [
    Case(
      name: "one to one",
      chinese: ["村庄里种苹果。", "河上有一座木头桥。", "老师住在学校里。"],
      english: [
        "The village grows apples.", "There is a bridge of wood over the river.", "The teacher lives at the school.",
      ],
      beads: "0:0 1:1 2:2"),
    Case(
      name: "one to two",
      chinese: ["村庄里种苹果，河上有一座木头桥。", "老师住在学校里。"],
      english: [
        "The village grows apples.", "There is a bridge of wood over the river.", "The teacher lives at the school.",
      ],
      beads: "0:0,1 1:2"),
    Case(
      name: "two to one",
      chinese: ["村庄里种苹果。", "河上有一座木头桥。", "冬天山上有雪。", "老师住在学校里。"],
      english: [
        "The village grows apples, and there is a bridge of wood over the river.",
        "In winter there is snow on the mountain.",
        "The teacher lives at the school.",
      ],
      beads: "0,1:0 2:1 3:2"),
    Case(
      name: "left out",
      chinese: ["村庄里种苹果。", "早晨医生坐火车去城市里的医院，又到商店买面包给学校里的孩子。", "河上有一座木头桥。", "冬天山上有雪。"],
      english: [
        "The village grows apples.", "There is a bridge of wood over the river.",
        "In winter there is snow on the mountain.",
      ],
      beads: "0:0 1: 2:1 3:2"),
    Case(
      name: "added",
      chinese: ["村庄里种苹果。", "河上有一座木头桥。", "冬天山上有雪。"],
      english: [
        "The village grows apples.", "There is a bridge of wood over the river.",
        "In the morning the doctor takes the train to the hospital in the city, and buys bread at the shop for the children at school.",
        "In winter there is snow on the mountain.",
      ],
      beads: "0:0 1:1 :2 2:3"),
    Case(
      name: "traditional characters",
      chinese: ["村莊裡種蘋果。", "老師住在學校裡。", "河上有一座木頭橋。"],
      english: [
        "The village grows apples.", "The teacher lives at the school.", "There is a bridge of wood over the river.",
      ],
      beads: "0:0 1:1 2:2"),
  ]

  @Test func `beads of small texts`() {
    for sample in Self.cases {
      let beads = ParallelAligner().beads(
        chinese: sample.chinese.map { SegmentText($0) }, english: sample.english.map { SegmentText($0) },
        resources: Self.resources)
      #expect(Self.written(beads) == sample.beads, "\(sample.name)")
    }
  }

  @Test func `without a dictionary numbers, punctuation, Latin words and length decide`() {
    let beads = ParallelAligner().beads(
      chinese: ["他今年三十五岁？", "全村有1200户人家，去年卖了48万斤水果。", "IBM公司来过。"].map { SegmentText($0) },
      english: [
        "Is he thirty-five this year?", "The village has 1,200 households.", "They sold fruit last year.",
        "IBM came here.",
      ].map { SegmentText($0) },
      resources: AlignmentResources())
    #expect(Self.written(beads) == "0:0 1:1,2 2:3")
  }

  @Test func `every index stands in one bead, in order`() {
    var random = SeededGenerator(seed: 7)
    let sizes = [(0, 0), (0, 3), (3, 0), (1, 1), (1, 40), (40, 1), (7, 9), (90, 30), (12, 200), (150, 160)]
    for (rows, columns) in sizes {
      for filling in 0..<3 {
        let chinese = (0..<rows).map { _ in SegmentText(Self.chineseText(filling, using: &random)) }
        let english = (0..<columns).map { _ in SegmentText(Self.englishText(filling, using: &random)) }
        let beads = ParallelAligner().beads(chinese: chinese, english: english, resources: Self.resources)
        var (row, column) = (0, 0)
        for bead in beads {
          #expect(bead.chinese.lowerBound == row && bead.english.lowerBound == column)
          #expect(!bead.chinese.isEmpty || !bead.english.isEmpty)
          #expect((0...1).contains(bead.score) && (0...1).contains(bead.confidence))
          (row, column) = (bead.chinese.upperBound, bead.english.upperBound)
        }
        #expect(row == rows && column == columns)
      }
    }
  }

  @Test func `the same texts give the same beads`() {
    var random = SeededGenerator(seed: 11)
    let chinese = (0..<60).map { _ in SegmentText(Self.chineseText(1, using: &random)) }
    let english = (0..<70).map { _ in SegmentText(Self.englishText(1, using: &random)) }
    let first = ParallelAligner().beads(chinese: chinese, english: english, resources: Self.resources)
    let second = ParallelAligner().beads(chinese: chinese, english: english, resources: Self.resources)
    #expect(first == second)
  }

  /// Nothing, a few words, or many.
  private static func chineseText(_ filling: Int, using random: inout SeededGenerator) -> String {
    let words = ["村庄", "苹果", "河", "的", "了", "三十", "“", "？", "2014年", "𠀀", "雪"]
    return (0..<(filling * filling * 6)).map { _ in words[random.below(words.count)] }.joined()
  }

  private static func englishText(_ filling: Int, using random: inout SeededGenerator) -> String {
    let words = ["village", "apples", "river", "the", "thirty", "\"", "?", "2014", "é", "🙂", "snow"]
    return (0..<(filling * filling * 6)).map { _ in words[random.below(words.count)] }.joined(separator: " ")
  }

  private static func written(_ beads: [Bead]) -> String {
    beads.map { bead in
      bead.chinese.map(String.init).joined(separator: ",") + ":" + bead.english.map(String.init).joined(separator: ",")
    }.joined(separator: " ")
  }
}
