import Glibc

/// The numbers of the alignment model.
///
/// A bead's score is the logarithm of how much likelier its two sides are as translations of each other than as
/// strangers:
///
///     sum over English words of log(unmatched + (1 - unmatched) · mean over Chinese words of t(e|z) / p(e))
///     + the same for the Chinese words + log-normal length fit + log prior of the bead's shape
package struct BeadModel: Sendable {
  /// The share of words that have no counterpart, λ.
  ///
  /// Free translation wants much: it weighs what does not match.
  package var unmatched = 0.88
  /// The spread of the logarithm of the length ratio.
  package var lengthSpread = 0.24
  /// How much the spread grows for short Chinese sides.
  package var lengthNoise = 1.2
  /// What leaving a segment without counterpart costs, beside its prior.
  package var omission = 2.0
  /// What it costs to join a heading with a sentence, in a text of sentences.
  package var headingJoin = 1.0
  /// What it costs to join the end of a paragraph with the beginning of the next.
  package var paragraphJoin = 1.5
  /// How many beads the priors are worth beside those of the texts at hand.
  package var priorCounts = 20.0
  /// How often the priors are fitted to the texts at hand.
  package var rounds = 2
  /// The weight of a bead's shape.
  package var priorWeight = 1.0

  package init() {}

  package static var shapeNames: [String] { steps.map { "\($0.chinese)-\($0.english)" } }

  /// What it costs at least where no dictionary tells whether a segment has a counterpart.
  static let omissionWithoutDictionary = 6.0
  /// The greatest number of segments in a bead, both sides together.
  static let greatestSize = 6
  /// The greatest number of segments on one side of a bead.
  static let greatestSide = greatestSize - 1

  /// Shapes with both sides, in the order of their numbers.
  static let shapes = shapes(ofAtMost: greatestSize)

  /// All shapes: those with both sides, a Chinese segment alone, an English one alone.
  static let steps = steps(ofAtMost: greatestSize)

  private static func shapes(ofAtMost size: Int) -> [(chinese: Int, english: Int)] {
    (1..<size).flatMap { chinese in (1...(size - chinese)).map { (chinese, $0) } }
  }

  /// The shapes of at most so many segments, in the order of ``steps``.
  static func steps(ofAtMost size: Int) -> [(chinese: Int, english: Int)] {
    shapes(ofAtMost: size) + [(chinese: 1, english: 0), (chinese: 0, english: 1)]
  }

  /// The logarithms of the priors of ``steps``, where the texts at hand leave out `omissions` of their segments (expected
  /// number, Chinese and English) beside `beads` two-sided beads.
  func logPriors(chineseOmissions: Double = 0, englishOmissions: Double = 0, beads: Double = 0) -> [Double] {
    logPriors(of: Self.steps, chineseOmissions: chineseOmissions, englishOmissions: englishOmissions, beads: beads)
  }

  /// The logarithms of the priors of some shapes.
  func logPriors(
    of steps: [(chinese: Int, english: Int)], chineseOmissions: Double = 0, englishOmissions: Double = 0,
    beads: Double = 0
  ) -> [Double] {
    let total = chineseOmissions + englishOmissions + beads + priorCounts
    return steps.map { step in
      let prior = Self.prior(chinese: step.chinese, english: step.english)
      if step.english == 0 { return log((prior * priorCounts + chineseOmissions) / total) - omission }
      if step.chinese == 0 { return log((prior * priorCounts + englishOmissions) / total) - omission }
      return priorWeight * log(prior)
    }
  }

  /// The prior probability of a shape, from hand-aligned literary and news texts.
  static func prior(chinese: Int, english: Int) -> Double {
    switch (chinese, english) {
    case (1, 1): 0.62
    case (1, 2): 0.17
    case (2, 1): 0.06
    case (1, 3): 0.05
    case (3, 1): 0.012
    case (2, 2): 0.02
    case (1, 4): 0.018
    case (4, 1): 0.003
    case (2, 3): 0.01
    case (3, 2): 0.004
    case (1, 5): 0.005
    case (5, 1): 0.001
    case (0, 1): 0.008
    case (1, 0): 0.012
    default: 0.002 * power(0.5, chinese + english - 4)
    }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    exponent <= 0 ? 1 : (0..<exponent).reduce(1) { result, _ in result * base }
  }
}
