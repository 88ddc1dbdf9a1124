import Lexicon
import Terminology
import TextCore

/// Finds terms of the source whose renderings the translation does not have.
public struct TermMissing: PairRule {
  public static let metadata = RuleMetadata(
    id: "term/missing",
    summary: "The source has a term of the glossary; the translation has none of its renderings.",
    rationale: "A term was lost, or was rendered by words that the glossary does not have.",
    remedy: "Use the preferred term, or add the rendering to the glossary.",
    severity: .warning,
    certainty: "Fairly sure: other forms of the words count (“elected” for 选举), and so does every accepted rendering.",
    examples: [
      .flagged("The trade grew.", source: "⟦电子商务⟧发展了。"),
      .clean("E-commerce grew.", source: "电子商务发展了。"),
      .clean("Electronic commerce grew.", source: "电子商务发展了。"),
      .clean("Specialties of farms sell.", source: "特色农产品好卖。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    // Units and 万 or 亿 are compared as values, by the rules on numbers.
    let missing = pair.terms(context).missing.filter { missing in
      !missing.isName(context) && context.facts(ofConcept: missing.concept).type != "unit"
    }
    return missing.map { missing in
      let facts = context.facts(ofConcept: missing.concept)
      let advice = facts.preferred.map { ": expected “\($0)”" } ?? ""
      // Short words and verbs are often said in another way, or not at all.
      let isBinding = missing.span.length >= 12 && !facts.isVerb
      return finding(
        pair.chinese, missing.span, severity: isBinding ? nil : .info,
        "“\(pair.chinese.text.string(in: missing.span))” has no rendering in the English\(advice)")
    }
  }
}
