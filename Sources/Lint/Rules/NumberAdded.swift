import Quantities
import TextCore

/// Finds numbers of the translation that the source does not have.
public struct NumberAdded: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/added",
    summary: "A number of the translation is not in the source.",
    rationale: "A number that nobody gave may come from a neighbouring sentence, or from nowhere.",
    remedy: "Delete the number, or look for it in the source.",
    severity: .warning,
    certainty: """
      Fairly sure: numbers are compared by value, and small ones that language puts in or leaves out are passed over, as \
      is what a translator explains in brackets; but the source may say a number in words of another kind.
      """,
    examples: [
      .flagged("Sales rose by ⟦39.5%⟧ in the province.", source: "全省销售额增长。"),
      .flagged("The village has ⟦43⟧ shops.", source: "村里有很多店。"),
      .clean("Sales rose by 39.5 percent.", source: "销售额增长39.5%。"),
      .clean("The village has 53 shops.", source: "村里有43家店。"),
      .clean("One day a man came.", source: "有一天来了人。"),
      .clean("Rain will spread into the Four Corners.", source: "雨将扩散至Four Corners。"),
      .clean("The price fell to 1.3 yuan per jin (500 grams).", source: "价格跌到每斤1.3元。"),
      .clean("The team were 2-0 down.", source: "球队以零比二落后。"),
      .clean("She won the first game 21-18.", source: "首局她以21:18获胜。"),
      .clean("It was rebuilt in the 35th year of the Qianlong reign.", source: "清乾隆三十五年重修。"),
      .clean("It falls on the 15th day of the eighth lunar month.", source: "农历八月十五是节日。"),
      .clean("They did worse on 3 out of 7 tests.", source: "他们在七次测试中有三次落后。"),
      .clean("The ball broke into a million pieces.", source: "球碎成无数片。"),
      .clean("They turned over more than a dozen times.", source: "他们翻了十七八个滚。"),
      .flagged("He made ⟦a million⟧ mistakes.", source: "他犯了很多错。"),
      .clean("A journey of a thousand miles begins with a single step.", source: "千里之行，始于足下。"),
      .flagged("A journey of ⟦1,000 miles⟧ begins here.", source: "千里之行，始于足下。"),
      .clean("The meeting begins at 2:30 p.m. on the 15th.", source: "会议将于15日下午2时30分召开。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard pair.target.side == pair.english.side else { return [] }
    return pair.numbers.added.compactMap { mention -> Finding? in
      guard let quantity = mention.quantity, !Self.isGloss(quantity.span, in: pair.english.text) else { return nil }
      let written = pair.english.text.string(in: quantity.span)
      if Self.isPartOfName(quantity.span, in: pair.english.text, pair.chinese.text) { return nil }
      if quantity.lower == 0, quantity.upper == 0, pair.chinese.text.hasBytes("零") { return nil }
      if NumberComparison.isFigureOfSpeech(quantity, of: pair.english.text, in: pair.chinese.text) { return nil }
      if NumberComparison.isShareOfBoth(quantity, of: pair.english.text, in: pair.chinese.text) { return nil }
      if pair.numbers.isEchoed(quantity, of: pair.english, in: pair.chinese) { return nil }
      if pair.numbers.isPartOfDate(quantity, of: pair.english.text, in: pair.chinese.text) { return nil }
      return finding(pair.english, quantity.span, "“\(written)” is not in the Chinese")
    }
  }

  /// Whether a number in words is a part of something that the Chinese leaves in Latin letters: `Four Corners`.
  private static func isPartOfName(_ span: TextSpan, in english: LintText, _ chinese: LintText) -> Bool {
    let keys = Set(english.words(in: span).map(\.key))
    return !keys.isEmpty && !chinese.words.isEmpty && keys.isSubset(of: chinese.words.forms.map(\.key))
  }

  /// Whether a number fills a pair of brackets, where translators say what a unit is worth: `per jin (500 grams)`.
  private static func isGloss(_ span: TextSpan, in text: LintText) -> Bool {
    text.byte(at: span.start - 1) == 0x28 && text.byte(at: span.end) == 0x29
  }
}
