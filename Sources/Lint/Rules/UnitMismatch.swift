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
      .flagged("He gave ⟦500,000 yuan⟧.", source: "他捐款五十万港元。"),
      .flagged("It was sold for ⟦3 million pounds⟧.", source: "它拍出了三百万欧元。"),
      .clean("He gave HK$500,000.", source: "他捐款五十万元。"),
      .clean("It was sold for 3 million pounds.", source: "它拍出了三百万英镑。"),
      .clean("It weighs 110 pounds.", source: "它重50公斤。"),
      .clean("Three thousand feet the torrent falls.", source: "飞流直下三千尺。"),
      .clean("It is 5 kilometers away.", source: "离这里5公里。"),
      .clean("It is 3.1 miles away.", source: "离这里5公里。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let others = pair.numbers.conflicts.filter { $0.comparison == .unitMismatch }.map { ($0.chinese, $0.english) }
    let named = pair.numbers.agreeing.filter { both in
      guard let chinese = both.chinese.quantity, let english = both.english.quantity else { return false }
      return Self.isOtherMoney(chinese, english) || Self.isOtherWeight(chinese, english)
    }.map { ($0.chinese, $0.english) }
    return (others + named).compactMap { chinese, english -> Finding? in
      guard let chinese = chinese.quantity, let english = english.quantity else { return nil }
      let source = pair.chinese.text.string(in: chinese.span)
      let written = pair.english.text.string(in: english.span)
      let place = pair.target
      return finding(
        place, place.text.language == .chinese ? chinese.span : english.span,
        "“\(source)” and “\(written)” have the same figures in different units")
    }
  }

  /// Whether the dollars of Hong Kong or Taiwan became yuan; 元 alone may be either.
  private static func isOtherMoney(_ chinese: Quantity, _ english: Quantity) -> Bool {
    (chinese.unit == .currency("HKD") || chinese.unit == .currency("TWD")) && english.unit == .currency("CNY")
  }

  /// Whether other money than pounds, or kilograms, became pounds, which may be of either kind.
  private static func isOtherWeight(_ chinese: Quantity, _ english: Quantity) -> Bool {
    guard english.unit == .mass, english.isUnitAmbiguous, !chinese.isUnitAmbiguous else { return false }
    switch chinese.unit {
    case .currency(let code): return ["CNY", "USD", "EUR", "HKD", "JPY"].contains(code)
    case .mass: return abs(chinese.upper - english.upper) > english.upper * 0.06
    default: return false
    }
  }
}
