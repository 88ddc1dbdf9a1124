import Lint
import Testing
import TextCore

@testable import Configuration

@Suite struct SuppressionTests {
  private static let ids = ["number/mismatch", "punctuation/quote-unbalanced", "punctuation/width"]

  private func finding(_ rule: String, line: Int = 1, row: String? = nil) -> Finding {
    Finding(
      rule: rule, severity: .warning, span: TextSpan(line, line + 1), decodedSpan: TextSpan(line, line + 1), text: "x",
      message: "", segment: row, side: row == nil ? nil : .target)
  }

  /// The rules of the findings that stay, where each begins in the line of its offset.
  private func kept(_ findings: [Finding], _ suppressions: Suppressions) -> [String] {
    suppressions.applied(
      to: findings, in: MappedText("0123456789"), line: { $0.span.start }, hasRun: { _ in true }
    ).kept.map { "\($0.rule) \($0.segment ?? String($0.span.start))" }
  }

  @Test func `what was switched off together can be switched on one by one`() {
    var reader = SuppressionReader(ids: Self.ids, path: "a.txt")
    reader.read(
      comment: "duizhao-disable number/mismatch, punctuation: a table", at: TextSpan(0, 1), line: 1, lines: 1...1)
    reader.read(comment: "duizhao-enable punctuation", at: TextSpan(4, 5), line: 4, lines: 4...4)
    let left = kept(
      [2, 6].flatMap { [finding("number/mismatch", line: $0), finding("punctuation/width", line: $0)] },
      reader.finished())
    #expect(left == ["punctuation/width 6"])
  }

  @Test func `switching on what is not off is told`() {
    var reader = SuppressionReader(ids: Self.ids, path: "a.txt")
    reader.read(comment: "duizhao-disable punctuation: a poem", at: TextSpan(0, 1), line: 1, lines: 1...1)
    reader.read(comment: "duizhao-enable punctuation/width", at: TextSpan(4, 5), line: 4, lines: 4...4)
    #expect(
      kept([finding("punctuation/width", line: 6)], reader.finished()) == ["suppression/unclear 4"])
  }

  @Test func `a suppression of a row holds for that row`() {
    var reader = SuppressionReader(ids: Self.ids, path: "t.tsv")
    reader.read(cell: "number: quoted", row: "2")
    let findings = ["1", "2", "3"].map { finding("number/mismatch", row: $0) }
    #expect(kept(findings, reader.finished()) == ["number/mismatch 1", "number/mismatch 3"])
  }
}
