import Foundation
import Lint
import TestSupport
import Testing
import TextCore

@Suite struct RuleExampleTests {
  @Test func `every example of every rule behaves as it says`() {
    let problems = RuleRegistry.all.flatMap { type in
      type.metadata.examples.compactMap { problem(with: $0, of: type) }
    }
    #expect(problems == [])
  }

  @Test func `examples behave in a longer text`() {
    let problems = RuleRegistry.all.flatMap { type in
      type.metadata.examples.filter { $0.source == nil }.flatMap(Self.variants).compactMap {
        problem(with: $0, of: type)
      }
    }
    #expect(problems == [])
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
        #expect((text.hasSuffix(".") || text.hasSuffix("”")), "\(metadata.id)")
      }
    }
  }

  /// What a rule gets wrong in an example, or nil.
  private func problem(with example: RuleExample, of type: any Rule.Type) -> String? {
    if example.marked.contains(" ‖ ") { return tableProblem(with: example, of: type) }
    let marked = MarkedText(example.marked)
    let source = example.source.map { MarkedText($0) }
    let unit = TestResources.unit(marked.text, source: source?.text)
    let document = LintDocument(path: "example.txt", units: [unit], isBilingual: source != nil)
    var context = TestResources.context
    context.style = example.style
    let findings = Linter(rules: [type.init()], context: context).findings(in: document)
    let targets = findings.filter { $0.side != .source }
    let sources = findings.filter { $0.side == .source }
    if targets.map(\.span) != marked.spans || sources.map(\.span) != source?.spans ?? [] {
      return "\(type.metadata.id): “\(example.marked)” gave \(findings.map { "\($0.text) \($0.span)" })"
    }
    guard let corrected = example.corrected else { return nil }
    let fixed = FixApplier.fixed(MappedText(marked.text), findings: targets, includingUnsafe: true).string
    return fixed == corrected ? nil : "\(type.metadata.id): “\(fixed)” instead of “\(corrected)”"
  }

  /// The same for an example with several rows.
  private func tableProblem(with example: RuleExample, of type: any Rule.Type) -> String? {
    let targets = example.marked.components(separatedBy: " ‖ ").map { MarkedText($0) }
    let sources = (example.source ?? "").components(separatedBy: " ‖ ")
    let units = zip(targets, sources).enumerated().map { index, row in
      let unit = TestResources.unit(row.0.text, source: row.1)
      return LintUnit(id: "\(index)", source: unit.source, target: unit.target)
    }
    let document = LintDocument(path: "example.tsv", units: units, isBilingual: true)
    let findings = Linter(rules: [type.init()], context: TestResources.context).findings(in: document)
    let expected = targets.indices.flatMap { index in targets[index].spans.map { "\(index) \($0)" } }
    let found = findings.map { "\($0.segment ?? "") \($0.span)" }
    return found == expected ? nil : "\(type.metadata.id): “\(example.marked)” gave \(found)"
  }

  /// The example behind other text, on a second line, and with the line ends of Windows.
  private static func variants(of example: RuleExample) -> [RuleExample] {
    let marked = example.marked
    func variant(_ change: (String) -> String) -> RuleExample {
      .flagged(change(marked), corrected: example.corrected.map(change), style: example.style)
    }
    // Long texts of the language, so that it stays the same.
    let isChinese = TestResources.language(of: MarkedText(marked).text) == .chinese
    let before = isChinese ? "今天天气很好🙂。" : "It was a warm day 🙂."
    var result = [variant { before + "\n" + $0 }]
    result.append(variant { $0.replacing("\n", with: "\r\n") })
    result.append(variant { "\t" + $0 })
    return result
  }
}
