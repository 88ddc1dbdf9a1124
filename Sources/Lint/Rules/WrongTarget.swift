import TextCore

/// Finds translations that belong to another source.
public struct WrongTarget: PairRule {
  public static let metadata = RuleMetadata(
    id: "alignment/wrong-target",
    summary: "The two texts have nothing to do with each other.",
    rationale: "Rows of a table slipped, or two files were aligned wrongly: each text is right, the pair is not.",
    remedy: "Find the row that the translation belongs to.",
    severity: .error,
    certainty: """
      Sure for sentences of some length: no number, name or term is shared, and hardly a word of either text has a \
      translation in the other. Needs the dictionary.
      """,
    examples: [
      .flagged("⟦The teachers of the school study history and music in the library.⟧", source: "农民出售苹果、茶叶、蜂蜜和水果，收入增加。"),
      .clean("The farmers sell apples, tea, honey and fruit.", source: "农民出售苹果、茶叶、蜂蜜和水果，收入增加。"),
      .clean("Good morning!", source: "农民出售苹果。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard !SegmentCoverage.isTied(pair, context), !pair.isWellRendered(context), let coverage = pair.coverage(context),
      Self.isWrong(coverage),
      !SoundAlikes.isNameShared(by: pair, context)
    else { return [] }
    let text = pair.target.text
    let span = TextSpan(text.segments.first?.span.start ?? 0, text.segments.last?.span.end ?? text.utf8.count)
    let (chinese, english) = coverage.total
    // A free translation of a few words may share one of them or none.
    let least = chinese.rendered + english.rendered == 0 ? 16 : 24
    let isSure = !coverage.sharesEntity && chinese.words + english.words >= least
    return [
      finding(
        pair.target, span, severity: isSure ? nil : .warning,
        "this does not translate its source: hardly a word, number or name fits")
    ]
  }

  /// How much of each text the other one renders at least where the two name the same thing.
  static let leastShare = 0.05

  /// Whether hardly a word of either text is rendered in the other, and nothing else ties them.
  static func isWrong(_ coverage: SegmentCoverage) -> Bool {
    let (chinese, english) = coverage.total
    guard chinese.words >= 5, english.words >= 5, !coverage.sharesLatinName else { return false }
    if coverage.sharesEntity {
      return chinese.share <= leastShare && english.share <= leastShare && chinese.words >= 8
    }
    return chinese.share <= 0.2 && english.share <= 0.2 && chinese.share + english.share <= 0.3
  }
}
