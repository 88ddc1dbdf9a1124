import Terminology
import TextCore

/// Finds a name in the translation where the source has another.
public struct NameMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "name/mismatch",
    summary: "The translation has a name that the source does not have, and lacks one that it has.",
    rationale: "Translation programs, and people in a hurry, put one name for another: Guangxi for Guangdong.",
    remedy: "Write the name of the source.",
    severity: .error,
    certainty: "Sure: both names are in the glossary, and each is missing on the other side.",
    examples: [
      .flagged("Alibaba came to ⟦Gansu⟧.", source: "阿里巴巴来到贵州。", corrected: "Alibaba came to Guizhou."),
      .clean("Alibaba came to Guizhou.", source: "阿里巴巴来到贵州。"),
      .clean("Alibaba came from Gansu to Guizhou.", source: "阿里巴巴来到贵州。"),
      .clean("The ali came to the city.", source: "甘肃来到城市。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let coverage = pair.terms(context)
    return coverage.missing.compactMap { missing -> Finding? in
      guard let wrong = coverage.swap(for: missing, context) else { return nil }
      let written = pair.english.text.string(in: wrong.span)
      let right = context.facts(ofConcept: missing.concept).preferred
      let chinese = pair.chinese.text.string(in: missing.span)
      return finding(
        pair.english, wrong.span,
        "“\(written)” stands where the Chinese has “\(chinese)”\(right.map { " (\($0))" } ?? "")",
        suggestions: right.map { [$0] } ?? [])
    }
  }
}
