import Entities
import Formats
import TextCore
import Testing

struct EntitiesReportTests {
  private static let report: EntitiesReport = {
    let text = MappedText("马云说<好>。\n\n马云来到东莞市。")
    func mention(_ words: String, _ start: Int, _ kind: EntityKind, _ confidence: Double) -> EntityMention {
      EntityMention(
        span: TextSpan(start, start + words.utf8.count), kind: kind, text: words,
        conceptID: kind == .person ? "jack-ma" : nil, evidence: [.form], confidence: confidence)
    }
    return EntitiesReport(
      path: "a<b>.txt", language: .chinese,
      mentions: EntityMentions(
        [
          mention("马云", 0, .person, 0.6), mention("马云", 19, .person, 0.5), mention("东莞市", 31, .place, 0.9),
        ], in: text), counterparts: ["jack-ma": "Ma & Yun"])
  }()

  @Test
  func `the page escapes what it shows and refers to nothing else`() {
    let page = Self.report.html
    for part in [
      "a&lt;b&gt;.txt", "&lt;好&gt;", "Ma &amp; Yun", "<mark id=\"m0\" class=\"person\"", "href=\"#m2\"", "</p>\n<p>",
      "people <b>2</b>",
    ] { #expect(page.contains(part), "\(part)") }
    for part in ["<script", "http://", "https://", "url(", "<好>"] { #expect(!page.contains(part), "\(part)") }
  }

  @Test
  func `the page holds the whole text once`() {
    let page = Self.report.html
    let start = page.firstRange(of: "<article>")!.upperBound
    let end = page.firstRange(of: "</article>")!.lowerBound
    var text = ""
    var isTag = false
    for character in page[start..<end] {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    let shown = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").filter { !$0.isWhitespace }
    #expect(shown == Self.report.text.string.filter { !$0.isWhitespace })
  }

  @Test
  func `the list has each thing once, doubtful ones marked`() {
    let text = Self.report.terminalText(usesColor: false)
    #expect(text.contains("people  2\n  2× 马云 ? Ma & Yun\n"))
    #expect(text.contains("places  1\n     东莞市\n") || text.contains("places  1\n   东莞市\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test
  func `a mention is one line of JSON with its reasons`() {
    var bytes: [UInt8] = []
    Self.report.writeJSONLines { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("\"evidence\":[\"by its form\"]") && lines[0].contains("\"counterpart\":\"Ma & Yun\""))
  }
}
