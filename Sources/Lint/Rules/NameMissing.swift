import Terminology
import TextCore

/// Finds names of the source that the translation does not have.
public struct NameMissing: PairRule {
  public static let metadata = RuleMetadata(
    id: "name/missing",
    summary: "The source names a person, place or organisation; the translation does not.",
    rationale: "The name was lost, or is spelled in a way that the glossary does not have.",
    remedy: "Write the name, or add the spelling to the glossary.",
    severity: .info,
    certainty:
      "A hint: a pronoun or a description may stand for the name, and names have more spellings than a glossary.",
    examples: [
      .flagged("The company came to Gansu.", source: "⟦阿里巴巴⟧来到甘肃。"),
      .clean("Alibaba came to Gansu.", source: "阿里巴巴来到甘肃。"),
      .clean("Alibaba Group's head came to the province of Gansu.", source: "阿里巴巴来到甘肃省。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let coverage = pair.terms(context)
    return coverage.missing.filter { $0.isName(context) && coverage.swap(for: $0, context) == nil }.map { missing in
      let right = context.facts(ofConcept: missing.concept).preferred
      let advice = right.map { ": expected “\($0)”" } ?? ""
      let name = pair.chinese.text.string(in: missing.span)
      return finding(
        pair.chinese, missing.span, "“\(name)” is not named in the English\(advice)")
    }
  }
}
