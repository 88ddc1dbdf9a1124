import Quantities
import TextCore

/// Finds numbers that kept their figures and changed their unit: 5公里 and `5 miles`.
public struct UnitMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "unit/mismatch",
    summary: "The same number of another unit or currency.",
    rationale: "The figures are right, the unit is not: 5公里 becomes “5 miles”, 5元 becomes “$5”, 3年 becomes “3 months”.",
    remedy: "Write the unit of the source, or convert the number too.",
    severity: .error,
    certainty: "Sure: the numbers agree as written, and the units measure different things or amounts.",
    examples: [
      .flagged("It is ⟦5 miles⟧ away.", source: "离这里5公里。"),
      .flagged("It takes ⟦3 months⟧.", source: "需要3年。"),
      .clean("It is 5 kilometers away.", source: "离这里5公里。"),
      .clean("It is 3.1 miles away.", source: "离这里5公里。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    pair.numbers.conflicts.compactMap { conflict -> Finding? in
      guard conflict.comparison == .unitMismatch, let chinese = conflict.chinese.quantity,
        let english = conflict.english.quantity
      else { return nil }
      let source = pair.chinese.text.string(in: chinese.span)
      let written = pair.english.text.string(in: english.span)
      let place = pair.target
      return finding(
        place, place.text.language == .chinese ? chinese.span : english.span,
        "“\(source)” and “\(written)” have the same figures in different units")
    }
  }
}
