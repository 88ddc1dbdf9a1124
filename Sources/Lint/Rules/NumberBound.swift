import Quantities
import TextCore

/// Finds bounds that were turned round: 不少于 and “no more than”.
public struct NumberBound: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/bound",
    summary: "One text says at least, the other at most.",
    rationale: "不少于, 不超过, 不足 and “no less than” are read past, and the number itself is right.",
    remedy: "Write the bound of the source.",
    severity: .error,
    certainty: "Sure: both texts say the same number, one with a lower and one with an upper bound.",
    examples: [
      .flagged("The fleet has ⟦no more than 300⟧ trucks.", source: "车队有不少于300台卡车。"),
      .flagged("It earned ⟦more than 30,000 yuan⟧.", source: "收入不足3万元。"),
      .flagged("The wait is ⟦at least 20 minutes⟧.", source: "等候不超过20分钟。"),
      .flagged("The password must be ⟦no more than 8⟧ characters.", source: "密码至少需要8个字符。"),
      .clean("The gift must not exceed 200 yuan.", source: "礼品不得超过200元。"),
      .clean("No class has more than 35 pupils.", source: "每班不超过35人。"),
      .clean("The fleet has no fewer than 300 trucks.", source: "车队有不少于300台卡车。"),
      .clean("It earned nearly 30,000 yuan.", source: "收入不足3万元。"),
      .clean("The wait is 20 minutes.", source: "等候不超过20分钟。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    pair.numbers.agreeing.compactMap { chinese, english -> Finding? in
      guard let chinese = chinese.quantity, let english = english.quantity,
        let theirs = bound(of: chinese), let ours = bound(of: english), theirs != ours,
        !isDenied(english, in: pair.english.text, context)
      else { return nil }
      let (source, written) = (pair.chinese.text.string(in: chinese.span), pair.english.text.string(in: english.span))
      let place = pair.target
      return finding(
        place, place.text.language == .chinese ? chinese.span : english.span,
        "the Chinese says \(theirs) (\(source)), the English \(ours) (“\(written)”)")
    }
  }

  /// Whether the sentence denies what it says of a number: “impossible to hold more than a day's worth”.
  private func isDenied(_ quantity: Quantity, in text: LintText, _ context: LintContext) -> Bool {
    guard let sentence = text.segment(at: quantity.span.start) else { return false }
    let facts = context.facts(of: text)
    return text.words(in: TextSpan(sentence.span.start, quantity.span.start)).indices.contains { index in
      facts[text.words.form(at: index)].denial == .strong || EnglishNegation.isContraction(at: index, in: text)
    }
  }

  /// Which end of a number is bound; nil for neither.
  private func bound(of quantity: Quantity) -> String? {
    if quantity.isRange { return nil }
    switch quantity.exactness {
    case .atLeast, .moreThan: return "at least"
    case .atMost, .lessThan: return "at most"
    case .exact, .about: return nil
    }
  }
}
