import Lexicon
import TextCore

/// Finds sentences whose source denies something that the translation does not deny.
public struct NegationMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "negation/mismatch",
    summary: "The source denies something, the translation affirms it.",
    rationale: "A “not” that was lost turns the meaning around, and the sentence still reads well.",
    remedy: "Put the negation in.",
    severity: .warning,
    certainty: """
      Fairly sure: the sentence has 不, 没, 未, 无 or 非 as a word of its own, and the translation has no word that denies, \
      lacks, refuses or doubts. Words such as 不仅 and 非常 deny nothing. Needs the dictionary.
      """,
    examples: [
      .flagged("⟦We tolerate violence in the schools of the city.⟧", source: "我们不会容忍城市的学校发生暴力。"),
      .flagged("⟦The police did specify the number of people.⟧", source: "警方还未说明人数。"),
      .clean("We do not tolerate violence in the schools of the city.", source: "我们不会容忍城市的学校发生暴力。"),
      .clean("The police refused to specify the number of people.", source: "警方还未说明人数。"),
      .clean("The farmers sell apples, and the teachers buy them.", source: "不仅农民出售苹果，而且老师也购买。"),
      .clean("Is it true that he will come?", source: "他是不是会来？"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard let lexicon = context.lexicon else { return [] }
    let (chinese, english) = (pair.chinese.text, pair.english.text)
    let denials = ChineseNegation.spans(in: chinese, lexicon)
    if denials.isEmpty { return [] }
    let isDenied = english.words.forms.map { EnglishNegation.isNegative($0.key, words: context.words) }
    return sentences(chinese, english).compactMap { source, target -> Finding? in
      guard LintText.touches(denials, source), !ChineseNegation.isRhetorical(source, in: chinese) else { return nil }
      let words = english.words(in: target)
      guard words.count >= 4, !words.indices.contains(where: { isDenied[english.words.form(at: $0)] }),
        !words.indices.contains(where: { EnglishNegation.isContraction(at: $0, in: english) })
      else { return nil }
      let isEnglish = pair.target.side == pair.english.side
      return finding(pair.target, isEnglish ? target : source, "the Chinese denies something, the English does not")
    }
  }

  /// The sentences that answer each other where both texts have the same number of them, else the whole texts.
  private func sentences(_ chinese: LintText, _ english: LintText) -> [(TextSpan, TextSpan)] {
    let (source, target) = (chinese.segments.map(\.span), english.segments.map(\.span))
    guard let first = source.first, let last = source.last, let opening = target.first, let end = target.last else {
      return []
    }
    return source.count == target.count ? Array(zip(source, target)) : [(first.union(last), opening.union(end))]
  }
}
