import Quantities
import TextCore

/// Finds a number told in two magnitudes: `7 billion 900 million yuan`.
public struct SplitMagnitude: TextRule {
  public static let metadata = RuleMetadata(
    id: "number/split-magnitude",
    summary: "A number told in two magnitudes where English uses one.",
    rationale: "79亿 goes through a program as 70亿 and 9亿, and comes out as “7 billion 900 million”.",
    remedy: "Write one number: “7.9 billion yuan”. --fix does it.",
    severity: .error,
    certainty: "Very sure: the magnitudes fall, and the number is computed, not guessed.",
    examples: [
      .flagged("It was ⟦7 billion 900 million⟧ yuan.", corrected: "It was 7.9 billion yuan."),
      .flagged("Sales of ⟦82 million 280 thousand⟧ yuan", corrected: "Sales of 82.28 million yuan"),
      .clean("It was 7.9 billion yuan, and 900 million more."),
      .clean("a board of 5 feet 3 inches"),
      .clean("7 billion people and 900 million farms"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return place.oddMentions.compactMap { mention -> Finding? in
      guard let quantity = mention.quantity, quantity.isSplitMagnitude, !quantity.isRange else { return nil }
      let right = EnglishNumberFormatter.short(quantity.writtenLower, digits: 7)
      let written = text.string(in: quantity.numeral)
      guard right != written else { return nil }
      return finding(
        place, quantity.numeral, "“\(written)” is one number: “\(right)”", suggestions: [right],
        isSafe: quantity.exactness == .exact)
    }
  }
}
