import Lint
import TestSupport
import Testing
import TextCore

@testable import Formats

@Suite struct ReportFormatTests {
  private static let text = "第一行。\n马云 came, 7 billion 900 million yuan \"<a>\".\n"
  private static let report: LintReport = {
    let start = Array(text.utf8).firstIndex(of: 0x37)!
    let span = TextSpan(start, start + 21)
    let finding = Finding(
      rule: "number/split-magnitude", severity: .error, span: span, decodedSpan: span, text: "7 billion 900 million",
      message: "“7 billion 900 million” is one number", suggestions: ["7.9 billion"], isSafe: true)
    let table = ReportedFile(
      path: "a b/表.tsv", rows: ["r1": .init(line: 3, source: Array("甲%s".utf8), target: Array("A".utf8))],
      findings: [
        Finding(
          rule: "placeholder/mismatch", severity: .warning, span: TextSpan(3, 5), decodedSpan: TextSpan(3, 5),
          text: "%s", message: "“%s” is missing", segment: "r1", side: .source)
      ])
    return LintReport(files: [ReportedFile(path: "a.txt", text: Array(text.utf8), findings: [finding]), table])
  }()

  private func written(_ format: ReportFormat, _ style: ReportStyle = ReportStyle()) -> String {
    format.write(Self.report, style)
  }

  @Test func `text underlines what is flagged, wide characters counted twice`() {
    #expect(
      written(.text) == """
        a.txt:2:10: error: “7 billion 900 million” is one number [number/split-magnitude]
            马云 came, 7 billion 900 million yuan "<a>".
                       ^^^^^^^^^^^^^^^^^^^^^
            try: “7.9 billion”

        a b/表.tsv:3:2 (r1 source): warning: “%s” is missing [placeholder/mismatch]
            甲%s
              ^^

        1 error, 1 warning

        """)
  }

  @Test func `one long line is shown around each finding, in linear time`() {
    func report(_ count: Int) -> LintReport {
      let words = String(repeating: "数 teh 🙂 ", count: count)
      let findings = (0..<count).map { number in
        let span = TextSpan(13 * number + 4, 13 * number + 7)
        return Finding(
          rule: "spelling/typo", severity: .warning, span: span, decodedSpan: span, text: "teh", message: "“teh”")
      }
      return LintReport(files: [ReportedFile(path: "a.txt", text: Array(words.utf8), findings: findings)])
    }
    let style = ReportStyle(width: 24)
    let lines = ReportFormat.text.write(report(900), style).split(separator: "\n")
    let middle = lines.firstIndex { $0.hasPrefix("a.txt:1:3003:") }
    #expect(middle.map { Array(lines[($0 + 1)...($0 + 2)]) } == ["    …🙂 数 teh 🙂 数 te…", "           ^^^"])
    for format in [ReportFormat.text, .jsonl, .sarif] {
      #expect(ProcessorTime.growth(from: 500) { _ = format.write(report($0), style) } < 30, "\(format.id)")
    }
  }

  @Test func `colour is asked for`() {
    #expect(!written(.text).contains("\u{1B}"))
    #expect(written(.text, ReportStyle(isColored: true)).contains("\u{1B}[1;31merror\u{1B}[0m"))
  }

  @Test func `long lines are cut around what is flagged`() {
    let text = Array((String(repeating: "word ", count: 60) + "HERE " + String(repeating: "more ", count: 60)).utf8)
    let span = TextSpan(300, 304)
    let finding = Finding(rule: "a/b", severity: .info, span: span, decodedSpan: span, text: "HERE", message: "m")
    let report = LintReport(files: [ReportedFile(path: "a", text: text, findings: [finding])])
    let lines = ReportFormat.text.write(report, ReportStyle(width: 60)).split(separator: "\n")
    #expect(lines[1].count <= 60 && lines[1].contains("HERE") && lines[1].hasSuffix("…"))
    let column = lines[2].prefix { $0 == " " }.count
    #expect(lines[1].dropFirst(column).hasPrefix("HERE"))
  }

  @Test func `JSON Lines have their keys in the order of the contract`() {
    let lines = written(.jsonl).split(separator: "\n")
    #expect(lines.count == 2)
    let place = #"{"path":"a.txt","line":2,"column":10,"start":26,"end":47,"segment":null,"side":null,"#
    #expect(lines[0].hasPrefix(place + #""rule":"number/split-magnitude","#))
    #expect(lines[0].hasSuffix(#""text":"7 billion 900 million","suggestions":["7.9 billion"],"safe":true}"#))
    #expect(lines[1].contains(#""line":3,"column":2,"start":3,"end":5,"segment":"r1","side":"source""#))
  }

  @Test func `the other formats name every finding and escape what they must`() {
    #expect(written(.json).contains("\"counts\": {\n    \"error\": 1,\n    \"warning\": 1,\n    \"info\": 0\n  }"))
    #expect(written(.sarif).contains("\"uri\": \"a%20b/%E8%A1%A8.tsv\""))
    #expect(written(.sarif).contains("\"level\": \"warning\""))
    let place = "::error file=a.txt,line=2,col=10,endLine=2,endColumn=31,title=number/split-magnitude::"
    #expect(written(.github).hasPrefix(place))
    #expect(written(.github).contains("“%25s” is missing"))
    #expect(written(.checkstyle).contains("<file name=\"a b/表.tsv\">"))
    #expect(written(.junit).contains("tests=\"2\" failures=\"2\""))
  }

  @Test func `an empty report is empty, or a document without findings`() {
    let empty = LintReport(files: [])
    #expect(ReportFormat.text.write(empty, ReportStyle()).isEmpty)
    #expect(ReportFormat.jsonl.write(empty, ReportStyle()).isEmpty)
    for format in ReportFormat.all { #expect(!format.write(empty, ReportStyle()).contains("a.txt"), "\(format.id)") }
  }

  @Test func `terminals are not steered by the text`() {
    let text = Array("a\u{1B}[31mb\u{202E}c".utf8)
    let span = TextSpan(0, 1)
    let finding = Finding(rule: "a/b", severity: .info, span: span, decodedSpan: span, text: "a", message: "m\u{1B}")
    let report = LintReport(files: [ReportedFile(path: "a", text: text, findings: [finding])])
    let written = ReportFormat.text.write(report, ReportStyle())
    #expect(!written.contains("\u{1B}") && !written.contains("\u{202E}"))
  }
}
