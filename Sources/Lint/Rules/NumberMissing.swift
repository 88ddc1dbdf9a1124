import Quantities
import TextCore

/// Finds numbers of the source that the translation does not have.
public struct NumberMissing: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/missing",
    summary: "A number of the source is not in the translation.",
    rationale: "A number that is left out is lost for good: nobody can guess it from the rest.",
    remedy: "Put the number in, or say it in words.",
    severity: .info,
    certainty: """
      A hint: numbers are compared by value, and small ones that language puts in or leaves out are passed over; but a \
      translation may say a number in words of another kind (“a couple of weeks”).
      """,
    examples: [
      .flagged("Sales rose in the province.", source: "全省销售额增长⟦39.5⟧%。"),
      .flagged("The village has many shops.", source: "村里有⟦43⟧家店。"),
      .clean("Sales rose by 39.5 percent.", source: "销售额增长39.5%。"),
      .clean("The village has 53 shops.", source: "村里有43家店。"),
      .clean("One day a man came.", source: "有一天来了一个人。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard pair.source.side == pair.chinese.side else { return [] }
    return pair.numbers.missing.compactMap { mention -> Finding? in
      guard let quantity = mention.quantity,
        !pair.numbers.isEchoed(quantity, of: pair.chinese, in: pair.english)
      else { return nil }
      return finding(
        pair.chinese, quantity.numeral,
        "\(pair.chinese.text.string(in: quantity.span)) (\(NumberText.value(of: quantity))) is not in the English")
    }
  }
}
