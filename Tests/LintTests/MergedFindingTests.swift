import Terminology
import TextCore
import Testing

@testable import Lint

/// Two rules of one family that flag the same words make one finding that says both.
struct MergedFindingTests {
  @Test func `a deprecated form that is one of two renderings is told as both`() {
    let concepts = [
      ConceptEntry(
        id: "pavilion",
        terms: [
          Term(language: .simplifiedChinese, text: "特色中国馆"),
          Term(language: .english, text: "Featured China Pavilion"),
          Term(language: .english, text: "special China Pavilion", status: .deprecated),
          Term(language: .english, text: "characteristic China Pavilion", status: .deprecated),
        ])
    ]
    let context = LintContext(concepts: concepts, recognizer: TermRecognizer(concepts))
    let linter = Linter(rules: [TermDeprecated(), TermInconsistent()], context: context)
    let text =
      "The special China Gansu Pavilion and the special China Anhui Pavilion, the characteristic China Longnan Pavilion."
    let unit = LintUnit(target: LintText(MappedText(text), language: .english, repairer: nil))
    let findings = linter.findings(in: LintDocument(path: "a", units: [unit], isBilingual: false))
    #expect(
      findings.map(\.text) == [
        "special China Gansu Pavilion", "special China Anhui Pavilion", "characteristic China Longnan Pavilion",
      ])
    #expect(findings.allSatisfy { $0.message.contains("特色中国馆") })
    #expect(findings.last?.message.contains("are both 特色中国馆 here") == true)
  }

  @Test func `what a page left behind is no rendering word by word`() {
    let unit = LintUnit(
      target: LintText(MappedText("Storage (600831, stock bar) is big."), language: .english, repairer: nil))
    func finding(_ rule: String, _ start: Int, _ end: Int) -> Finding {
      let span = TextSpan(start, end)
      return Finding(rule: rule, severity: .warning, span: span, decodedSpan: span, text: "", message: rule)
    }
    let findings = Linter(rules: [], context: LintContext()).findings(
      in: LintDocument(path: "a", units: [unit], isBilingual: false),
      and: [
        finding("calque/word-by-word", 17, 26), finding("residue/stock-link", 8, 27),
        finding("calque/word-by-word", 31, 34),
      ])
    #expect(findings.map(\.message) == ["residue/stock-link", "calque/word-by-word"])
  }
}
