import Alignment
import Testing

@testable import Formats

struct LinkPageTests {
  private let links = [
    DocumentLink(
      chineseID: "甲<1>.txt", englishID: "one.txt", rank: 1, score: 0.5,
      evidence: [
        Evidence(kind: .term, chinese: "淘宝村", english: "Taobao & village", weight: 0.6),
        Evidence(kind: .quantity, chinese: "2018", english: "2018", weight: 0.4),
      ]),
    DocumentLink(chineseID: "甲<1>.txt", englishID: "two.txt", rank: 2, score: 0.25, evidence: []),
  ]

  @Test func `the page shows pairs, shared keys and what stayed alone`() {
    let names = (chinese: ["甲<1>.txt", "乙.txt"], english: ["one.txt", "two.txt", "three.txt"])
    let report = LinkReport(chinese: links, english: [], names: names)
    let page = report.text("html", style: TerminalStyle(usesColor: false))
    #expect(page.contains("2 Chinese and 3 English documents: 1 with a partner, 2 alone."))
    #expect(page.contains("甲&lt;1&gt;.txt") && !page.contains("甲<1>"))
    #expect(page.contains("class=\"key term\"") && page.contains("Taobao &amp; village"))
    #expect(page.contains("width:50%") && page.contains("0.2500"))
    #expect(page.contains("<li lang=\"zh\">乙.txt</li>") && page.contains("<li lang=\"en\">three.txt</li>"))
    #expect(!page.contains("http"), "nothing from elsewhere")
    // What both sides write alike is shown once.
    #expect(page.split(separator: ">2018<").count == 2)
  }

  @Test func `no links make a page that says so`() {
    let page = LinkReport(chinese: [], english: []).text("html", style: TerminalStyle(usesColor: false))
    #expect(page.contains("No document shares anything with another."))
    #expect(!page.contains("<aside>"))
  }
}
