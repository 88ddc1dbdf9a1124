import Terminology
import TextCore

/// Finds words that the glossary forbids: `electricity providers` for 电商.
public struct TermForbidden: TextRule {
  public static let metadata = RuleMetadata(
    id: "term/forbidden",
    summary: "A rendering that the glossary forbids.",
    rationale: """
      Some renderings are wrong wherever they stand: 电商 is e-commerce, never “electricity providers”. With the source \
      at hand, only a rendering whose concept the source names is reported.
      """,
    remedy: "Use the preferred term.",
    severity: .error,
    certainty: "As sure as the glossary: a form that is also a good name of another concept is left alone.",
    examples: [
      .flagged(
        "How can ⟦electricity providers⟧ change the lives of people?",
        corrected: "How can e-commerce change the lives of people?"),
      .flagged("他是⟦电力商⟧。"),
      .flagged("The ⟦electricity providers⟧ grew.", source: "电商发展了。", corrected: "The e-commerce grew."),
      .clean("How can e-commerce change the lives of people?"),
      .clean("The power company and the electricity grid grew."),
      .clean("The electricity providers grew.", source: "供电企业发展了。"),
    ])

  public static let languages: [Language] = [.english, .chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    context.findings(onUnwantedTermsIn: place) { finding(place, $0, context, sourceConcepts: $1) }
  }

  private func finding(_ place: TextPlace, _ use: TermUse, _ context: LintContext, sourceConcepts: Set<Int>?)
    -> Finding?
  {
    let wrong = use.readings.first { reading in
      reading.status == .forbidden && sourceConcepts?.contains(reading.concept) ?? true
    }
    guard let wrong else { return nil }
    let written = place.text.string(in: use.span)
    let headword = context.headword(wrong.concept)
    if place.text.language == .chinese {
      let right = context.facts(ofConcept: wrong.concept).headword
      let advice = right.map { ": write “\($0)”" } ?? ""
      return finding(
        place, use.span, "“\(written)” is forbidden by the glossary\(advice)", suggestions: right.map { [$0] } ?? [])
    }
    let right = context.preferred(wrong.concept, insteadOf: written)
    let advice = right.map { ", \(headword) is “\($0)”" } ?? ""
    return finding(
      place, use.span, "“\(written)” is forbidden by the glossary\(advice)", suggestions: right.map { [$0] } ?? [])
  }
}
