import TextCore

/// A Chinese text and its English translation, or the other way round.
public struct TextPair: Sendable {
  public let chinese: TextPlace
  public let english: TextPlace

  /// The two texts of a unit, or nil when it has only one, or two of one language.
  public init?(_ unit: LintUnit) {
    guard let source = unit.source, let target = unit.target else { return nil }
    let (first, second) = (
      TextPlace(unit: unit, side: .source, text: source), TextPlace(unit: unit, side: .target, text: target)
    )
    if source.language == .chinese, target.language == .english {
      (chinese, english) = (first, second)
    } else if source.language == .english, target.language == .chinese {
      (chinese, english) = (second, first)
    } else {
      return nil
    }
  }

  /// The text that was translated.
  public var source: TextPlace { chinese.side == .source ? chinese : english }
  /// The translation.
  public var target: TextPlace { chinese.side == .target ? chinese : english }

  /// How the numbers and dates of the two fit; compared once.
  var numbers: NumberComparison { chinese.unit.numbers.value { NumberComparison(self) } }

  /// Which terms of the Chinese the English renders; compared once.
  func terms(_ context: LintContext) -> TermCoverage {
    chinese.unit.terms.value { context.timer.measure("renderings") { TermCoverage(self, context) } }
  }

  /// The logarithm of the English length over what the Chinese lets expect: 0 as usual, −0.7 for half of it.
  var lengthRatio: Double {
    chinese.unit.lengthRatio.value { SegmentCoverage.lengthRatio(chinese.text, english.text) }
  }

  /// Whether the English renders so much of the Chinese that it is a translation beyond doubt; asked before
  /// ``coverage(_:)``, which costs more.
  func isWellRendered(_ context: LintContext) -> Bool {
    chinese.unit.isWellRendered.value {
      context.timer.measure("coverage") { SegmentCoverage.isWellRendered(self, context) }
    }
  }

  /// How much of each text the other one says; compared once, nil without a dictionary.
  func coverage(_ context: LintContext) -> SegmentCoverage? {
    chinese.unit.coverage.value { context.timer.measure("coverage") { SegmentCoverage(self, context) } }
  }
}

/// A rule that compares a text with its translation.
public protocol PairRule: Rule {
  /// What is wrong in one pair, in any order.
  func findings(in pair: TextPair, context: LintContext) -> [Finding]
}

extension PairRule {
  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    var result: [Finding] = []
    for pair in document.pairs { result += findings(in: pair, context: context) }
    return result
  }
}
