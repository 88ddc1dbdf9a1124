import TextCore

/// Finds sentences of the source that the translation leaves out.
public struct OmissionSentence: PairRule {
  public static let metadata = RuleMetadata(
    id: "omission/sentence",
    summary: "A sentence of the source is not in the translation.",
    rationale: "A skipped sentence leaves no trace in a translation that reads well.",
    remedy: "Translate the sentence.",
    severity: .warning,
    certainty: """
      Fairly sure: the translation is too short for the source, and hardly a word of the sentence has a translation in \
      it, by dictionary, glossary and numbers. Needs the dictionary.
      """,
    examples: [
      .flagged("The farmers sell apples.", source: "农民出售苹果。⟦学校的老师在图书馆学习历史和音乐。⟧"),
      .clean(
        "The farmers sell apples. The teachers of the school study history and music in the library.",
        source: "农民出售苹果。学校的老师在图书馆学习历史和音乐。"),
      .clean("The farmers sell apples.", source: "农民出售苹果。"),
    ])

  public init() {}

  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    let alone = document.places.filter { $0.side == .source && $0.unit.target == nil }
    return alone.compactMap { place in
      place.text.sentences.map { finding(place, $0, "nothing in the translation stands for this") }
    } + document.pairs.flatMap { findings(in: $0, context: context) }
  }

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let isChinese = pair.source.side == pair.chinese.side
    let shortage = isChinese ? -pair.lengthRatio : pair.lengthRatio
    guard Uncovered.mayBe(among: pair.source.text.segments.count, excess: shortage),
      let coverage = pair.coverage(context), !WrongTarget.isWrong(coverage)
    else { return [] }
    let sentences = isChinese ? coverage.chinese : coverage.english
    return Uncovered.sentences(sentences, excess: shortage).map { span in
      finding(pair.source, span, "the translation seems to leave this sentence out")
    }
  }
}
