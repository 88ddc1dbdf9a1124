import Alignment
import Testing

/// Texts of sizes that nobody meant: all must give whole beads in a time that grows with the text.
struct LargeTextTests {
  private static let dictionary = SmallDictionary([
    "村庄": "village", "苹果": "apple", "河": "river", "桥": "bridge", "雪": "snow",
  ])

  @Test func `ten thousand segments against one, and the reverse`() {
    let many = 10_000
    let chinese = (0..<many).map { SegmentText("村庄里有\($0)个苹果。") }
    let english = (0..<many).map { SegmentText("There are \($0) apples in the village.") }
    let resources = AlignmentResources(dictionary: Self.dictionary)
    let left = ParallelAligner().beads(chinese: chinese, english: [english[7]], resources: resources)
    expectWhole(left, many, 1)
    let right = ParallelAligner().beads(chinese: [chinese[7]], english: english, resources: resources)
    expectWhole(right, 1, many)
    let bead = right.first { !$0.chinese.isEmpty }
    #expect(bead?.english.contains(7) == true)
  }

  @Test func `long texts follow their numbers, also past a part that one side leaves out`() {
    let many = 1200
    let chinese = (0..<many).map { SegmentText("村庄里有\($0 + 100)个苹果。") }
    let kept = (0..<many).filter { !(400..<700).contains($0) }
    let english = kept.map { SegmentText("There are \($0 + 100) apples in the village.") }
    let beads = ParallelAligner().beads(
      chinese: chinese, english: english, resources: AlignmentResources(dictionary: Self.dictionary))
    expectWhole(beads, many, kept.count)
    let right = beads.count { bead in
      bead.chinese.count == 1 && bead.english.count == 1 && bead.chinese.lowerBound == kept[bead.english.lowerBound]
    }
    #expect(right > kept.count * 98 / 100)
  }

  @Test func `segments of ten thousand words`() {
    let chinese = [String(repeating: "村庄苹果河桥雪的了。", count: 3000), "河上有一座桥。"].map { SegmentText($0) }
    let english = [
      String(repeating: "the village of apples and a river ", count: 3000), "There is a bridge over the river.",
    ]
    .map { SegmentText($0) }
    let beads = ParallelAligner().beads(
      chinese: chinese, english: english, resources: AlignmentResources(dictionary: Self.dictionary))
    expectWhole(beads, 2, 2)
  }

  @Test func `segments without a letter`() {
    let empty = (0..<40).map { _ in SegmentText("") }
    let marks = (0..<30).map { _ in SegmentText("……") }
    expectWhole(ParallelAligner().beads(chinese: empty, english: marks, resources: AlignmentResources()), 40, 30)
    #expect(PassageLinker(resources: AlignmentResources()).links(chinese: empty, english: marks).isEmpty)
  }

  private func expectWhole(_ beads: [Bead], _ rows: Int, _ columns: Int) {
    var (row, column) = (0, 0)
    for bead in beads {
      #expect(bead.chinese.lowerBound == row && bead.english.lowerBound == column)
      (row, column) = (bead.chinese.upperBound, bead.english.upperBound)
    }
    #expect(row == rows && column == columns)
  }
}
