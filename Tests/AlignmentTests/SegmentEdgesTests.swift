import Testing
import TextCore

@testable import Alignment

struct SegmentEdgesTests {
  @Test func `what segments end with, marks and brackets aside`() {
    let cases: [(text: String, language: Language, end: SegmentEdges.End)] = [
      ("他来了。", .chinese, .stop), ("“他来了。”", .chinese, .stop), ("他来了吗？", .chinese, .question), ("说道：", .chinese, .colon),
      ("走吧……", .chinese, .ellipsis), ("好！」", .chinese, .exclamation), ("第一章", .chinese, .letter),
      ("春天，", .chinese, .pause), ("", .chinese, .letter), ("He came.", .english, .stop),
      ("'Who are you?' ", .english, .question), ("He said:", .english, .colon), ("Chapter One", .english, .letter),
      ("(He left!)", .english, .exclamation),
    ]
    for sample in cases {
      let edges = SegmentEdges.edges(of: [SegmentText(sample.text)], language: sample.language)
      #expect(edges[0].end == sample.end, "\(sample.text)")
    }
  }

  @Test func `a quotation goes on behind the segment that opens it`() {
    let cases: [(segments: [String], language: Language, inside: [Bool])] = [
      (["他说：“来吧。", "快来。”", "他走了。"], .chinese, [true, false, false]),
      (["「來吧。", "快來。」"], .chinese, [true, false]),
      (["'Come on!", "It's late,' he said.", "The boys' dog slept."], .english, [true, false, false]),
      (["\"Come on!", "Hurry.\"", "He left."], .english, [true, false, false]),
      (["‘Don’t go,’ he said.", "They’re here."], .english, [false, false]),
    ]
    for sample in cases {
      let edges = SegmentEdges.edges(of: sample.segments.map { SegmentText($0) }, language: sample.language)
      #expect(edges.map(\.isInsideQuote) == sample.inside, "\(sample.segments)")
    }
  }

  @Test func `beginnings`() {
    let edges = SegmentEdges.edges(
      of: ["'Why not?' she said.", "and left.", "'Tis late."].map { SegmentText($0) }, language: .english)
    #expect(edges.map(\.opensQuote) == [true, false, true])
    #expect(edges.map(\.closesQuote) == [false, false, false])
    #expect(edges.map(\.beginsSmall) == [false, true, false])
  }
}
