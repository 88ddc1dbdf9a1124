import Quantities
import TextCore

/// Finds numbers that differ from those of the source.
public struct NumberMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/mismatch",
    summary: "A number differs from the one in the source.",
    rationale: "Numbers are what readers of news and contracts rely on, and what a glance does not check.",
    remedy: "Write the number of the source.",
    severity: .error,
    certainty: """
      Sure: numbers are compared by value (1.42亿 is 142 million, 三成 is 30 percent, 半 is half), and each is matched \
      once. Small numbers that language puts in or leaves out are passed over.
      """,
    examples: [
      .flagged("The village has ⟦53⟧ shops.", source: "村里有43家店。"),
      .flagged("Sales rose by ⟦35.9%⟧.", source: "销售额增长39.5%。"),
      .clean("Pork has gone up to 57 yuan a kilogram.", source: "一斤猪肉涨到二十八块五。"),
      .flagged("Pork has gone ⟦up to 57 yuan⟧ a pound.", source: "一斤猪肉涨到二十八块五。"),
      .clean("Sales rose by 39.5 percent.", source: "销售额增长39.5%。"),
      .flagged("Take two tablets ⟦twice⟧ a day.", source: "每日三次，每次两片。"),
      .clean("Take two tablets three times a day.", source: "每日三次，每次两片。"),
      .clean("Neonatal mortality fell from 22.8 to 3.1 per thousand.", source: "新生儿死亡率由22.8‰降到3.1‰。"),
      .clean("It sold 142 million tickets.", source: "售出1.42亿张票。"),
      .clean("Twelve people came.", source: "来了12个人。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    pair.numbers.conflicts.compactMap { conflict -> Finding? in
      guard conflict.comparison == .different, let chinese = conflict.chinese.quantity,
        let english = conflict.english.quantity,
        !NumberComparison.isPerOtherUnit(chinese, english, pair.chinese.text, pair.english.text)
      else { return nil }
      let source = pair.chinese.text.string(in: chinese.span)
      let written = pair.english.text.string(in: english.span)
      let message = "the Chinese has \(source) (\(NumberText.value(of: chinese))), the English “\(written)”"
      let place = pair.target
      let span = place.text.language == .chinese ? chinese.numeral : english.span
      return finding(place, span, message)
    }
  }
}
