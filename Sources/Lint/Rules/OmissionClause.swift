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
      it, and finds the rest. Needs the dictionary.
      """,
    examples: [
      .flagged(
        "The farmers sell apples, tea, honey and fruit.", source: "农民出售苹果、茶叶、蜂蜜和水果，⟦老师在学校图书馆学习历史和音乐⟧。"),
      .clean(
        "The farmers sell apples, tea, honey and fruit, and the teachers study history and music in the school library.",
        source: "农民出售苹果、茶叶、蜂蜜和水果，老师在学校图书馆学习历史和音乐。"),
      .clean("The farmers sell apples, tea, honey and fruit.", source: "农民出售苹果、茶叶、蜂蜜和水果，收入增加。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard pair.source.side == pair.chinese.side, pair.lengthRatio < -0.45, let coverage = pair.coverage(context),
      !WrongTarget.isWrong(coverage)
    else { return [] }
    let all = coverage.clauses.reduce(into: (words: 0, rendered: 0)) {
      $0.words += $1.words; $0.rendered += $1.rendered
    }
    return coverage.clauses.compactMap { clause -> Finding? in
      let rest = (words: all.words - clause.words, rendered: all.rendered - clause.rendered)
      guard clause.words >= 4, clause.share <= 0.34, rest.words > 0, rest.rendered * 10 >= rest.words * 3 else {
        return nil
      }
      // A sentence that is missing as a whole is told by another rule.
      if coverage.chinese.contains(where: { $0.span == clause.span }) { return nil }
      return finding(pair.chinese, clause.span, "the translation seems to leave this clause out")
    }
  }
}
