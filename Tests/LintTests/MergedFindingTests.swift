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
}
