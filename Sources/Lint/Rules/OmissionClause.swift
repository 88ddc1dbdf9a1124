import TextCore

/// Finds clauses of the source that the translation leaves out.
public struct OmissionClause: PairRule {
  public static let metadata = RuleMetadata(
    id: "omission/clause",
    summary: "A clause of the source is not in the translation.",
    rationale: "A clause between commas is lost more easily than a sentence, and the rest still reads well.",
    remedy: "Translate the clause.",
    severity: .warning,
    certainty: """
      Fairly sure: the translation is much too short for the source, the dictionary finds hardly a word of the clause in \
      it, and finds the rest; or it is a little too short, it has no word of the clause, and nearly all that it does say \
      comes from the rest; or it is a little too short and lacks a number or a name of the clause with nearly all of its \
      words. Needs the dictionary.
      """,
    examples: [
      .flagged(
        "The farmers sell apples, tea, honey and fruit.", source: "农民出售苹果、茶叶、蜂蜜和水果，⟦老师在学校图书馆学习历史和音乐⟧。"),
      .flagged("The farmers sell apples, tea, honey and fruit.", source: "农民出售苹果、茶叶、蜂蜜和水果，⟦老师学习音乐⟧。"),
      .flagged("The farmers sell apples and tea.", source: "农民出售苹果和茶叶，⟦收入达到12万元⟧。"),
      .clean("The farmers sell apples and tea, 120,000 yuan in all.", source: "农民出售苹果和茶叶，收入达到12万元。"),
      .clean(
        "The farmers sell apples, tea, honey and fruit, and the teachers study history and music in the school library.",
        source: "农民出售苹果、茶叶、蜂蜜和水果，老师在学校图书馆学习历史和音乐。"),
      .clean("The farmers sell apples, tea, honey and fruit.", source: "农民出售苹果、茶叶、蜂蜜和水果，收入增加。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard pair.source.side == pair.chinese.side, pair.lengthRatio < Self.littleShort,
      let coverage = pair.coverage(context), !WrongTarget.isWrong(coverage)
    else { return [] }
    let isMuchShort = pair.lengthRatio < Self.muchShort
    let isExplained = Self.isExplained(coverage.total.english)
    let all = coverage.clauses.reduce(into: (words: 0, rendered: 0)) {
      $0.words += $1.words; $0.rendered += $1.rendered
    }
    let lost = lostFacts(pair, context)
    return coverage.clauses.compactMap { clause -> Finding? in
      let rest = (words: all.words - clause.words, rendered: all.rendered - clause.rendered)
      guard rest.words > 0 else { return nil }
      let isLost =
        isMuchShort && clause.words >= 4 && clause.share <= 0.34 && rest.rendered * 10 >= rest.words * 3
        || isExplained && clause.words >= 3 && clause.rendered == 0 && rest.rendered * 2 >= rest.words
        || clause.words > 0 && clause.rendered == 0 && rest.rendered * 2 >= rest.words
          && lost.contains { clause.span.contains($0) }
      // A sentence that is missing as a whole is told by another rule.
      guard isLost, !coverage.chinese.contains(where: { $0.span == clause.span }) else { return nil }
      return finding(pair.chinese, clause.span, "the translation seems to leave this clause out")
    }
  }

  /// The logarithms of the lengths, below what the source lets expect, from which a clause may be missing.
  private static let (littleShort, muchShort) = (-0.15, -0.45)

  /// Where the source has numbers and names that the translation lacks.
  private func lostFacts(_ pair: TextPair, _ context: LintContext) -> [TextSpan] {
    let names = pair.terms(context).missing.filter { $0.isName(context) }
    return pair.numbers.missing.map(\.span) + names.map(\.span)
  }

  /// Whether nearly all words of the translation have a source: one that says a clause in other words has words left
  /// over.
  private static func isExplained(_ english: SegmentCoverage.Sentence) -> Bool {
    english.words >= 5 && english.rendered * 10 >= english.words * 7
  }
}
