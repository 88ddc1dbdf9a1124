import Lint
import Testing
import TextCore

/// Quotations and brackets that run over lines.
struct LoneMarkTests {
  private func flagged(_ text: String, by rule: any Rule) -> [String] {
    let document = LintDocument(path: "a.txt", units: [TestResources.unit(text)], isBilingual: false)
    return Linter(rules: [rule], context: TestResources.context).findings(in: document).map { finding in
      String(decoding: Array(text.utf8)[max(0, finding.span.start - 3)..<finding.span.end], as: UTF8.self)
    }
  }

  @Test func `a quotation of several sentences, each on a line, is whole`() {
    #expect(flagged("\"We are glad.\nWe are rich.\nWe stay.\"\nHe left.", by: QuoteUnbalanced()).isEmpty)
    #expect(flagged("“We are glad.\nWe are rich.”\nHe said: \"So\nbe it.\"", by: QuoteUnbalanced()).isEmpty)
    #expect(flagged("他說：「我們很高興。\n我們很富有。」\n他走了。", by: BracketUnbalanced()).isEmpty)
  }

  @Test func `an empty line ends what is open`() {
    #expect(flagged("He said: \"We are glad.\n\nThey are rich.\"\n", by: QuoteUnbalanced()).count == 2)
    #expect(flagged("他說：「我們很高興。\n\n我們很富有。\n", by: BracketUnbalanced()).count == 1)
  }

  @Test func `what nothing closes is told`() {
    #expect(flagged("He said: \"We are glad.\nThey are rich.\nAll is well.", by: QuoteUnbalanced()).count == 1)
    #expect(flagged("a (b [c\nwords) e", by: BracketUnbalanced()).count == 1)
  }

  @Test func `many open brackets are each told`() {
    let text = String(repeating: "(", count: 300) + String(repeating: "]", count: 300)
    #expect(flagged(text, by: BracketUnbalanced()).count == 600)
  }
}
