import Lint
import Testing
import TextCore

@Suite struct FixApplierTests {
  private func finding(_ start: Int, _ end: Int, _ suggestion: String, _ severity: Severity = .error, safe: Bool = true)
    -> Finding
  {
    Finding(
      rule: "a/b", severity: severity, span: TextSpan(start, end), decodedSpan: TextSpan(start, end), text: "",
      message: "", suggestions: [suggestion], isSafe: safe)
  }

  @Test func `edits are sorted, apart, and the graver wins`() {
    let edits = FixApplier.edits(of: [
      finding(5, 9, "x", .warning), finding(0, 2, "a"), finding(7, 8, "y"), finding(7, 8, "z", safe: false),
    ])
    #expect(
      edits == [TextEdit(span: TextSpan(0, 2), replacement: "a"), TextEdit(span: TextSpan(7, 8), replacement: "y")])
  }

  @Test func `two insertions at one place are not both made`() {
    #expect(FixApplier.edits(of: [finding(3, 3, "a"), finding(3, 3, "b", .warning)]).count == 1)
  }

  /// Fix, then lint again: nothing is left to fix, and nothing new was made.
  @Test func `fixing every example leaves nothing to fix`() {
    let linter = Linter(rules: RuleRegistry.all.map { $0.init() }, context: TestResources.context)
    func findings(_ text: String) -> [Finding] {
      linter.findings(in: LintDocument(path: "a.txt", units: [TestResources.unit(text)], isBilingual: false))
    }
    for example in RuleRegistry.all.flatMap({ $0.metadata.examples }) {
      let text = example.marked.replacing("⟦", with: "").replacing("⟧", with: "")
      let before = findings(text)
      let fixed = FixApplier.fixed(MappedText(text), findings: before).string
      let after = findings(fixed)
      #expect(after.filter(\.isSafe).isEmpty, "“\(text)” → “\(fixed)”: \(after.filter(\.isSafe).map(\.message))")
      #expect(after.count <= before.count, "“\(text)” → “\(fixed)”: \(after.map(\.message))")
    }
  }

  /// Any bytes that are text: rules must not crash, and spans must lie in the text.
  @Test func `random texts crash nothing`() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "the ", "In from ", "7 billion ", "900 million ", "(", "600831", ", stock bar)", "\"", "“", "'S ", "，", "中国", "電",
      "\n", "\r\n",
      "is.", "Related reading\n", "- A B C\n", "c*n", "ti n ", "&Nbsp", "%s", "{a}", "https://a.b/c", "@", "🙂", "é",
      "\u{FFFD}", "  ",
      "From 1 to October", "(xié)", "p", "E-commerce ", "electricity providers ", "0", ".", "-", "\t", "a\u{301}",
    ]
    let linter = Linter(rules: RuleRegistry.all.map { $0.init() }, context: TestResources.context)
    for _ in 0..<60 {
      let text = (0..<next(30)).map { _ in pieces[next(pieces.count)] }.joined()
      let source = (0..<next(20)).map { _ in pieces[next(pieces.count)] }.joined()
      for unit in [TestResources.unit(text), TestResources.unit(text, source: source)] {
        let document = LintDocument(path: "a.txt", units: [unit], isBilingual: unit.isPair)
        let found = linter.findings(in: document)
        #expect(found == linter.findings(in: document))
        for finding in found where finding.side != .source {
          #expect(finding.decodedSpan.end <= text.utf8.count, "\(finding.rule) in “\(text)”")
        }
      }
    }
  }
}
