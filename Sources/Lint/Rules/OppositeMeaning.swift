import TextCore

/// Finds sentences that say the opposite of what their source says.
public struct OppositeMeaning: PairRule {
  public static let metadata = RuleMetadata(
    id: "negation/opposite",
    summary: "The translation has a word that says the opposite of the source.",
    rationale:
      "Prices that rose where they fell, exports for imports, “supports” for 反对: the sentence reads well and is wrong.",
    remedy: "Write what the source says.",
    severity: .warning,
    certainty: """
      Fairly sure: of some hundred things that have an opposite, the source says one and nothing of the other, the \
      translation says the other and no word that may render the first; and neither denies anything, unless it is a \
      time, a place or a person.
      """,
    examples: [
      .flagged("Shares in the company ⟦rose⟧.", source: "公司股价下跌。"),
      .flagged("China firmly ⟦supports⟧ this.", source: "中方对此坚决反对。"),
      .flagged("Smoking is ⟦allowed⟧ here.", source: "这里禁止吸烟。"),
      .flagged("⟦Imports⟧ reached a record.", source: "出口创下新高。"),
      .flagged("He lives in ⟦western⟧ China.", source: "他住在中国东部。"),
      .flagged("Prices ⟦fell⟧ again.", source: "價格再次上漲。"),
      .flagged("She is the ⟦oldest⟧ manager.", source: "她是最年轻的经理。"),
      .flagged("The ⟦seller⟧ shall pay within three days and not later.", source: "买方应在三日内付款，不得延误。"),
      .flagged("The medicine should be taken ⟦before⟧ meals.", source: "该药应在饭后服用。"),
      .clean("The medicine should be taken after meals, not before.", source: "该药应在饭后服用。"),
      .clean("The buyer shall pay the seller.", source: "买方应付款。"),
      .clean("They left with her hand in his right.", source: "他右手拉着她走了。"),
      .clean("The trade surplus narrowed and the deficit in services grew.", source: "贸易顺差缩小，服务逆差扩大。"),
      .clean("Shares in the company fell.", source: "公司股价下跌。"),
      .clean("Shares did not rise.", source: "股价下跌。"),
      .clean("Costs rose and profits shrank.", source: "成本上升，利润减少。"),
      .clean("Imports and exports reached a record.", source: "出口创下新高。"),
      .clean("He lives in the south-east.", source: "他住在东南部。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let (chinese, english) = (pair.chinese.text, pair.english.text)
    let facts = context.facts(of: english)
    let (same, opposite) = facts.reduce(into: (same: Opposites.Entries(0), opposite: Opposites.Entries(0))) {
      all, word in
      all.same |= word.says
      all.opposite |= word.contradicts
    }
    let doubtful = opposite & ~same
    guard doubtful != 0 else { return [] }
    lazy var isDenied = denies(chinese, context)
    let (folded, map) = Folding.folded(chinese.utf8)
    return (0..<Opposites.count).compactMap { number -> Finding? in
      let entry: Opposites.Entries = 1 << Opposites.Entries(number)
      guard doubtful & entry != 0, let place = Opposites.place(of: number, in: folded).map(map.sourceSpan),
        Opposites.isFixed(number) || !isDenied && !denies(english, facts, but: entry),
        let word = english.words.indices.first(where: {
          facts[english.words.form(at: $0)].contradicts & entry != 0
        })
      else { return nil }
      let span = english.words.span(at: word)
      let message = "“\(english.string(in: span))” says the opposite of \(chinese.string(in: place))"
      return finding(pair.target, pair.target.side == pair.english.side ? span : place, message)
    }
  }

  /// Whether a text denies something, so that opposites may mean the same.
  private func denies(_ chinese: LintText, _ context: LintContext) -> Bool {
    guard ChineseNegation.mayBe(in: chinese), let lexicon = context.lexicon else { return false }
    return !ChineseNegation.spans(in: chinese, lexicon).isEmpty
  }

  /// The same of the English, where the words that contradict an entry are left out: “failed” denies too.
  private func denies(_ english: LintText, _ facts: [WordFacts], but entry: Opposites.Entries) -> Bool {
    facts.contains { $0.turnsAround && $0.contradicts & entry == 0 }
      || english.words.indices.contains { EnglishNegation.isContraction(at: $0, in: english) }
  }
}
