import Lexicon
import Quantities
import TextCore

/// Finds two numbers that changed places: 5人获救，3人失联 and `three were rescued and five are missing`.
public struct SwappedNumbers: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/swapped",
    summary: "Two numbers of the source stand in each other's place.",
    rationale: "Every number is there, so counting them shows nothing; but each is told of the wrong thing.",
    remedy: "Put each number with what it counts.",
    severity: .warning,
    certainty: """
      Fairly sure: each of the two stands alone in its clause in both texts, and what stands with the one in the Chinese \
      stands in English with the other alone, both ways, by the dictionary. Needs the dictionary.
      """,
    examples: [
      .flagged("⟦40 percent⟧ of the teachers and 60 percent of the farmers came.", source: "老师占60%，农民占40%。"),
      .clean("60 percent of the teachers and 40 percent of the farmers came.", source: "老师占60%，农民占40%。"),
      .clean("40 percent of the farmers and 60 percent of the teachers came.", source: "老师占60%，农民占40%。"),
    ])

  public init() {}

  /// A number of both texts, with the words of its clauses.
  private struct Told {
    let chinese: Quantity
    let english: Quantity
    let words: Set<BilingualLexicon.EntryID>
    let stems: Set<BilingualLexicon.StemID>
  }

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard let lexicon = context.lexicon else { return [] }
    let agreeing = pair.numbers.agreeing.compactMap { both in
      both.chinese.quantity.flatMap { chinese in both.english.quantity.map { (chinese, $0) } }
    }
    guard agreeing.count >= 2, Set(agreeing.map(\.0.upper)).count >= 2 else { return [] }
    let told = told(agreeing, pair, context)
    var findings: [Finding] = []
    for (place, first) in told.enumerated() {
      for second in told[(place + 1)...]
      where first.chinese.unit == second.chinese.unit && first.chinese.value != second.chinese.value
        && isSwapped(first, second, lexicon)
      {
        let (source, written) = (pair.chinese.text.string(in: first.chinese.span), pair.english.text)
        let isEnglish = pair.target.side == pair.english.side
        let span = first.english.span < second.english.span ? first.english.span : second.english.span
        findings.append(
          finding(
            pair.target, isEnglish ? span : first.chinese.span,
            "“\(written.string(in: first.english.span))” and “\(written.string(in: second.english.span))” seem to stand "
              + "in each other's place: \(source) is told of something else"))
      }
    }
    return findings
  }

  /// The numbers that stand alone in their clauses.
  private func told(_ agreeing: [(Quantity, Quantity)], _ pair: TextPair, _ context: LintContext) -> [Told] {
    let (chinese, english) = (pair.chinese.text, pair.english.text)
    let clauses = (Clauses.chinese(chinese, listed: true), Clauses.english(english))
    let facts = context.facts(of: english)
    let mentions = (chinese.mentions.map(\.span), english.mentions.map(\.span))
    let words = context.chineseWords(of: chinese)
    return agreeing.compactMap { chineseNumber, englishNumber in
      guard let own = clauses.0.first(where: { $0.contains(chineseNumber.span) }),
        let other = clauses.1.first(where: { $0.contains(englishNumber.span) }),
        mentions.0.count(where: { own.contains($0) }) == 1, mentions.1.count(where: { other.contains($0) }) == 1
      else { return nil }
      let entries = words.filter {
        own.contains($0.span) && !chineseNumber.span.contains($0.span) && $0.span.length > 3
      }.map(\.entry)
      let stems = english.words(in: other).indices.flatMap { index -> [BilingualLexicon.StemID] in
        let word = facts[english.words.form(at: index)]
        if word.isSmall || englishNumber.span.contains(english.words.span(at: index)) { return [] }
        let kin = WordKin.others(of: english.words.key(at: index)).compactMap { context.lexicon?.stemID(of: $0) }
        return kin + (word.stem.map { [$0] } ?? [])
      }
      return Told(chinese: chineseNumber, english: englishNumber, words: Set(entries), stems: Set(stems))
    }
  }

  private func isSwapped(_ first: Told, _ second: Told, _ lexicon: BilingualLexicon) -> Bool {
    func renders(_ words: Set<BilingualLexicon.EntryID>, _ stems: Set<BilingualLexicon.StemID>) -> Bool {
      words.contains { word in
        var isRendered = false
        lexicon.forEachSense(of: word) { stem, _ in if stems.contains(stem) { isRendered = true } }
        return isRendered
      }
    }
    let (mine, yours) = (first.words.subtracting(second.words), second.words.subtracting(first.words))
    let (here, there) = (first.stems.subtracting(second.stems), second.stems.subtracting(first.stems))
    return renders(mine, there) && renders(yours, here) && !renders(mine, here) && !renders(yours, there)
  }
}
