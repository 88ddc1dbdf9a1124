import Alignment
import Testing
import TextCore

struct LinkerTests {
  private static let dictionary = SmallDictionary([
    "村庄": "village", "苹果": "apple", "河": "river", "桥": "bridge", "木头": "wood", "老师": "teacher", "学校": "school",
    "孩子": "child", "山": "mountain", "雪": "snow", "冬天": "winter", "火车": "train", "城市": "city", "商店": "shop",
    "面包": "bread", "医生": "doctor", "医院": "hospital", "昨天": "yesterday", "今天": "today",
  ])
  private static let resources = AlignmentResources(dictionary: dictionary)

  private static func document(_ id: String, _ language: Language, _ text: [String]) -> LinkDocument {
    LinkDocument(id: id, language: language, segments: text.map { SegmentText($0) })
  }

  private static let documents = [
    document("z-school", .chinese, ["老师和孩子昨天到学校。", "学校有320个孩子。"]),
    document("z-train", .chinese, ["火车从城市开到山里。", "山上冬天有雪。"]),
    document("z-none", .chinese, ["天地玄黄。"]),
    document("e-train", .english, ["In winter there is snow on the mountain.", "The train left the city."]),
    document("e-doctor", .english, ["The doctor works at the hospital.", "Bread from the shop."]),
    document("e-school", .english, ["A school with 320 children.", "The teacher likes the school."]),
  ]

  @Test func `documents find those that speak of the same things`() {
    let links = DocumentLinker(resources: Self.resources).links(among: Self.documents, top: 2)
    #expect(links.first { $0.chineseID == "z-school" && $0.rank == 1 }?.englishID == "e-school")
    #expect(links.first { $0.chineseID == "z-train" && $0.rank == 1 }?.englishID == "e-train")
    #expect(!links.contains { $0.chineseID == "z-none" })
    let numbers = links.first { $0.chineseID == "z-school" }?.evidence.filter { $0.kind == .quantity } ?? []
    #expect(numbers.map(\.chinese) == ["320"])
    #expect(links.allSatisfy { (0...1).contains($0.score) })
  }

  @Test func `a top of none, and a collection of one language`() {
    let linker = DocumentLinker(resources: Self.resources)
    #expect(linker.links(among: Self.documents, top: 0).isEmpty)
    #expect(linker.links(among: Self.documents.filter { $0.language == .chinese }, top: 3).isEmpty)
    #expect(linker.links(among: [], top: 3).isEmpty)
  }

  @Test func `passages are linked by what they share, best first`() {
    let chinese = [
      "昨天火车从城市开到山里，山上有雪。", "商店今天卖面包和苹果，很好吃。", "天地玄黄，宇宙洪荒，日月盈昃。", "学校的老师带着孩子过桥。",
    ].map { SegmentText($0) }
    let english = [
      "Nothing at all is said here about any of it.", "The teacher took the children from the school over the bridge.",
      "The shop sells bread and apples.", "A train from the city went to the mountain, where there was snow.",
    ].map { SegmentText($0) }
    let links = PassageLinker(resources: Self.resources).links(chinese: chinese, english: english)
    let pairs = links.map { [$0.chinese.lowerBound, $0.english.lowerBound] }
    #expect(Set(pairs) == [[0, 3], [1, 2], [3, 1]])
    #expect(links.map(\.score) == links.map(\.score).sorted(by: >))
    #expect(links.allSatisfy { !$0.evidence.isEmpty })
  }

  @Test func `passages of long texts are found by their rare words`() {
    // Every passage shares words with every other; two names with its own counterpart alone.
    func name(_ number: Int) -> String {
      String(decoding: [3, 2, 1, 0].map { 0x61 + UInt8(number >> (4 * $0) & 15) }, as: UTF8.self)
    }
    let numbers = 0..<2100
    let links = PassageLinker(resources: Self.resources).links(
      chinese: numbers.map { SegmentText("昨天村庄的 \(name($0)) 和 \(name($0 + 4096)) 卖苹果和面包。") },
      english: numbers.map { SegmentText("The village bread of \(name($0)) and \(name($0 + 4096)), apples.") })
    #expect(links.count == numbers.count)
    #expect(links.allSatisfy { $0.chinese == $0.english })
  }

  @Test func `translations and mere relatives are told apart`() {
    let chinese = ["村庄里种苹果。", "河上有一座木头桥。", "冬天山上有雪。", "老师住在学校里。", "火车开到城市。", "商店卖面包。"]
    let english = [
      "The village grows apples.", "There is a bridge of wood over the river.",
      "In winter there is snow on the mountain.",
      "The teacher lives at the school.", "The train goes to the city.", "The shop sells bread.",
    ]
    let sides = (chinese: chinese.map { SegmentText($0) }, english: english.map { SegmentText($0) })
    let same = AlignmentMode.decided(chinese: sides.chinese, english: sides.english, resources: Self.resources)
    #expect(same.mode == .parallel, "\(same.reason)")
    let other = AlignmentMode.decided(
      chinese: sides.chinese, english: sides.english.reversed(), resources: Self.resources)
    #expect(other.mode == .comparable, "\(other.reason)")
  }
}
