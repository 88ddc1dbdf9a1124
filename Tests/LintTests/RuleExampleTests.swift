import Lint
import TestSupport
import Testing
import TextCore

@Suite struct RuleExampleTests {
  @Test func `every example of every rule behaves as it says`() {
    for type in RuleRegistry.all {
      for example in type.metadata.examples { check(example, of: type) }
    }
  }

  @Test func `examples behave in a longer text`() {
    for type in RuleRegistry.all {
      for example in type.metadata.examples where example.source == nil {
        for variant in Self.variants(of: example) { check(variant, of: type) }
      }
    }
  }

  @Test func `every rule has as many clean examples as flagged ones, and both`() {
    for type in RuleRegistry.all {
      let examples = type.metadata.examples
      let clean = examples.count(where: \.isClean)
      #expect(clean > 0 && clean < examples.count, "\(type.metadata.id)")
      #expect(clean * 2 >= examples.count, "\(type.metadata.id)")
    }
  }

  @Test func `metadata say something`() {
    for metadata in RuleRegistry.all.map({ $0.metadata }) {
      #expect(metadata.id.split(separator: "/").count == 2, "\(metadata.id)")
      for text in [metadata.summary, metadata.rationale, metadata.remedy, metadata.certainty] {
        #expect(text.count > 15 && (text.hasSuffix(".") || text.hasSuffix("”")), "\(metadata.id): \(text)")
      }
    }
  }

  private func check(_ example: RuleExample, of type: any Rule.Type) {
    let marked = MarkedText(example.marked)
    let source = example.source.map { MarkedText($0) }
    let unit = TestResources.unit(marked.text, source: source?.text)
    let document = LintDocument(path: "example.txt", units: [unit], isBilingual: source != nil)
    let findings = Linter(rules: [type.init()], context: TestResources.context).findings(in: document)
    let targets = findings.filter { $0.side != .source }
    #expect(targets.map(\.span) == marked.spans, "\(type.metadata.id): \(example.marked) gave \(targets.map(\.text))")
    let sources = findings.filter { $0.side == .source }
    #expect(sources.map(\.span) == source?.spans ?? [], "\(type.metadata.id): \(example.source ?? "") gave \(sources.map(\.text))")
    guard let corrected = example.corrected else { return }
    let fixed = FixApplier.fixed(MappedText(marked.text), findings: targets, includingUnsafe: true)
    #expect(fixed.string == corrected, "\(type.metadata.id)")
  }

  /// The example behind other text, on a second line, and with the line ends of Windows.
  private static func variants(of example: RuleExample) -> [RuleExample] {
    let marked = example.marked
    func variant(_ change: (String) -> String) -> RuleExample {
      .flagged(change(marked), corrected: example.corrected.map(change))
    }
    // Long texts of the language, so that it stays the same.
    let isChinese = TestResources.language(of: MarkedText(marked).text) == .chinese
    let before = isChinese ? "今天天气很好🙂。" : "It was a warm day 🙂."
    var result = [variant { before + "\n" + $0 }]
    result.append(variant { $0.replacing("\n", with: "\r\n") })
    result.append(variant { "\u{FEFF}" + $0 })
    return result
  }
}
