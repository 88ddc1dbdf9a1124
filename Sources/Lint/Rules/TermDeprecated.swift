import Terminology
import TextCore

/// Finds words that the glossary advises against.
public struct TermDeprecated: TextRule {
  public static let metadata = RuleMetadata(
    id: "term/deprecated",
    summary: "A rendering that the glossary advises against.",
    rationale: """
      A deprecated or superseded term is understood, but is not the one to use: a literal rendering such as “radiation \
      role” for 辐射作用, or a name that was given up. A name with one more name inside it is found too: “special \
      China Gansu Pavilion”.
      """,
    remedy: "Use the preferred term.",
    severity: .warning,
    certainty: "As sure as the glossary: a form that is also a good name of another concept is left alone.",
    examples: [
      .flagged(
        "the sale of ⟦characteristic agricultural products⟧", corrected: "the sale of specialty agricultural products"),
      .flagged("Taobao's \"⟦special China Gansu Pavilion⟧\" opened."),
      .clean("the sale of specialty agricultural products"),
      .clean("a characteristic smell, and agricultural products"),
      .clean("the China Gansu Pavilion"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    context.findings(onUnwantedTermsIn: place) { finding(place, $0, context, sourceConcepts: $1) }
  }

  private func finding(_ place: TextPlace, _ use: TermUse, _ context: LintContext, sourceConcepts: Set<Int>?)
    -> Finding?
  {
    guard !use.readings.contains(where: { $0.status == .forbidden }) else { return nil }
    let old = use.readings.first { sourceConcepts?.contains($0.concept) ?? true }
    guard let old, let right = context.preferred(old.concept, insteadOf: place.text.string(in: use.span)) else {
      return nil
    }
    let written = place.text.string(in: use.span)
    // A name inside the term has no place in the preferred one.
    let isWhole = written.utf8.count { $0 == 0x20 } == old.text.utf8.count { $0 == 0x20 }
    return finding(
      place, use.span, "“\(written)”: the glossary prefers “\(right)” for \(context.headword(old.concept))",
      suggestions: isWhole ? [right] : [])
  }
}
