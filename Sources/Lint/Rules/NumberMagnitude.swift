import Quantities
import TextCore

/// Finds numbers that are ten, a hundred, ten thousand times too large or small: 万 and 亿 taken for million and billion.
public struct NumberMagnitude: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/magnitude",
    summary: "A number differs from its source by a power of ten.",
    rationale: """
      Chinese counts in 万 (ten thousand) and 亿 (a hundred million), English in thousands, millions and billions. \
      People and programs slip by a zero, or by four.
      """,
    remedy: "Count again: 1万 is 10,000; 1亿 is 100 million; 10亿 is 1 billion.",
    severity: .error,
    certainty: "Very sure: the values are computed, and all other numbers of the pair were matched first.",
    examples: [
      .flagged("Sales reached ⟦4.8 billion⟧ yuan.", source: "销售额达到480亿元。", corrected: "Sales reached 48 billion yuan."),
      .flagged("The city has ⟦3 billion⟧ people.", source: "全市有300万人。", corrected: "The city has 3 million people."),
      .flagged("It runs at ⟦3.2⟧ MHz.", source: "它的主频为3.2GHz。"),
      .clean("Sales reached 48 billion yuan.", source: "销售额达到480亿元。"),
      .clean("It runs at 3200 MHz.", source: "它的主频为3.2GHz。"),
      .clean("The city has three million people.", source: "全市有300万人。"),
      .clean("It sold 142 million tickets.", source: "售出1.42亿张票。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    pair.numbers.conflicts.compactMap { conflict -> Finding? in
      guard case .differsByPowerOfTen(let exponent) = conflict.comparison, let chinese = conflict.chinese.quantity,
        let english = conflict.english.quantity
      else { return nil }
      let place = pair.target
      let right = NumberText.value(of: chinese)
      let source = pair.chinese.text.string(in: chinese.span)
      let written = pair.english.text.string(in: english.span)
      // Where only the units differ, the figures say nothing: 3.2GHz and 3.2 MHz.
      let hasSameFigures = chinese.writtenLower == english.writtenLower
      let message =
        "\(source)\(hasSameFigures ? "" : " is \(right)"); the English says \(written): \(NumberText.factor(exponent))"
      if place.text.language == .chinese {
        return finding(place, chinese.numeral, message)
      }
      let number = EnglishNumberFormatter.short(chinese.lower / english.scale)
      return finding(place, english.numeral, message, suggestions: chinese.isRange ? [] : [number])
    }
  }
}
