import Alignment
import Entities
import Formats
import TextCore
import Testing

/// The formats for aligned texts, and the list of beads to check.
struct BitextFormatTests {
  private static let hostile = "<script>alert(\"1\")</script> & 'x' \u{0}\u{1B}\u{FFFF} ]]>"

  private func side(_ path: String, _ segments: [String]) -> BitextReport.Side {
    BitextReport.Side(
      path: path, segments: segments, fileSpans: segments.map { TextSpan(0, $0.utf8.count) },
      lines: Array(1...max(1, segments.count)).prefix(segments.count).map { $0 })
  }

  private func report(
    _ chinese: [String] = ["一。", "二。", "三。"], _ english: [String] = ["One.", "Two.", "Four."],
    isComparable: Bool = false
  ) -> BitextReport {
    BitextReport(
      chinese: side("zh<&>\".txt", chinese), english: side("en<&>\".txt", english),
      beads: [
        Bead(chinese: 0..<1, english: 0..<1, score: 0.9, confidence: 0.9),
        Bead(chinese: 1..<2, english: 1..<2, score: 0.5, confidence: 0.3),
        Bead(chinese: 2..<3, english: 2..<2, confidence: 0.6), Bead(chinese: 3..<3, english: 2..<3, confidence: 0.2),
      ].filter { !isComparable || !$0.isOneSided }, isComparable: isComparable)
  }

  private func text(_ format: BitextFormat, _ report: BitextReport) -> String {
    String(decoding: format.write(report), as: UTF8.self)
  }

  @Test func `nothing in a text or a path becomes markup`() {
    for isComparable in [false, true] {
      var report = report(["一。", Self.hostile, "三。"], [Self.hostile, "Two.", "Four."], isComparable: isComparable)
      let span = TextSpan(0, 8)
      report.entities = EntityComparison(
        chinese: [
          EntityComparison.Mention(
            segment: 1, span: span, mention: EntityMention(span: span, kind: .person, text: "<script>"))
        ], english: [])
      for format in [BitextFormat.html, .tmx, .xliff] {
        let text = text(format, report)
        #expect(!text.contains("<script>alert"), "\(format.id)")
        #expect(!text.contains("zh<&>"), "\(format.id)")
        #expect(!text.contains("]]>"), "\(format.id)")
        #expect(
          !text.unicodeScalars.contains { $0.value < 9 || $0.value == 0x1B || $0.value == 0xFFFF }, "\(format.id)")
      }
      var review = BitextReview(limit: 9)
      review.add(report)
      #expect(!review.html.contains("<script>") && !review.html.contains("zh<&>"))
    }
  }

  @Test func `a page of texts without segments is a page`() {
    for isComparable in [false, true] {
      let empty = BitextReport(chinese: side("a", []), english: side("b", []), beads: [], isComparable: isComparable)
      #expect(text(.html, empty).hasSuffix("</html>\n"))
      var review = BitextReview(limit: 3)
      review.add(empty)
      #expect(review.items.isEmpty)
      #expect(review.tsv.split(separator: "\n").count == 1)
    }
  }

  @Test func `the units of a collection are numbered through`() {
    var writer = BitextFormat.CollectionWriter(.tmx)
    let text = String(
      decoding: writer.head + writer.bytes(of: report()) + writer.bytes(of: report()) + writer.tail, as: UTF8.self)
    for number in 1...4 { #expect(text.components(separatedBy: "tuid=\"\(number)\"").count == 2) }
    #expect(!text.contains("tuid=\"5\""))
    var files = BitextFormat.CollectionWriter(.xliff)
    let xliff = String(decoding: files.bytes(of: report()) + files.bytes(of: report()), as: UTF8.self)
    #expect(xliff.contains("<file id=\"f1\"") && xliff.contains("<file id=\"f2\""))
  }

  @Test func `a file of the standard holds a unit or a group`() {
    let empty = BitextReport(chinese: side("a", ["一。"]), english: side("b", ["One."]), beads: [], isComparable: true)
    #expect(text(.xliff, empty).contains("<group id=\"g1\"/>\n  </file>"))
    #expect(!text(.xliff, report()).contains("<group"))
    var files = BitextFormat.CollectionWriter(.xliff)
    #expect(files.bytes(of: empty).isEmpty)
  }

  @Test func `the name of a file says its format`() {
    for (name, id) in [
      ("a.tmx", "tmx"), ("a.XLF", "xliff"), ("b/a.xliff", "xliff"), ("a.jsonl", "jsonl"), ("a.htm", "html"),
    ] {
      #expect(BitextFormat.named(by: name)?.id == id)
    }
    for name in ["tmx", "a.txt", "", "a."] { #expect(BitextFormat.named(by: name) == nil) }
  }

  @Test func `the weakest beads come first, of all pairs, each with its reasons`() {
    var review = BitextReview(limit: 3)
    review.add(report())
    review.add(report())
    #expect(review.beadCount == 8)
    #expect(review.items.map(\.strength) == [0.2, 0.2, 0.3])
    #expect(review.items[0].doubts == [.added])
    #expect(review.items[0].chinese.before == "三。" && review.items[0].english.before == "")
    #expect(review.items[2].doubts == [.unsureBounds(0.3)])
    #expect(review.items[2].english.line == 2)
    #expect(review.items[2].chinese.before == "一。" && review.items[2].english.after == "")
  }

  @Test func `one side that is far too long is a reason to look`() {
    let long = String(repeating: "a long text that goes on and on ", count: 10)
    #expect(BeadDoubt.lengthRatio(chinese: "短。", english: long) > 3)
    #expect(BeadDoubt.lengthRatio(chinese: String(repeating: "很长的话", count: 30), english: "Short.") < 1.0 / 3)
    #expect(
      (0.6...1.6).contains(BeadDoubt.lengthRatio(chinese: "他说明天会下雨。", english: "He said it would rain tomorrow.")))
  }
}
