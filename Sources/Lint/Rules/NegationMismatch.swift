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
      .flagged(
        "⟦The teachers study history, music and the old books of the city, although nobody asks for it.⟧",
        source: "老师不学习历史、音乐和城里的旧书，尽管没有人要求。"),
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
    let words = DeniedWords(of: english, lexicon, context.facts(of: english))
    return sentences(chinese, english).compactMap { source, target -> Finding? in
      guard !ChineseNegation.isRhetorical(source, in: chinese), english.words(in: target).count >= 4 else { return nil }
      let own = denials.filter { source.contains($0) }
      guard own.contains(where: { words.affirm($0, in: chinese, within: source, target) }) else { return nil }
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

/// The words of an English text that deny, and those that may be denied.
private struct DeniedWords {
  private let text: LintText
  private let lexicon: BilingualLexicon
  /// For each word, whether it denies.
  private let denies: [Bool]
  /// For each of ``WordList/forms``, its stem.
  private let stems: [BilingualLexicon.StemID?]

  /// How far before what it denies a word may stand, and how far behind it.
  private static let (before, behind) = (9, 4)

  init(of text: LintText, _ lexicon: BilingualLexicon, _ facts: [WordFacts]) {
    self.text = text
    self.lexicon = lexicon
    denies = text.words.indices.map { index in
      facts[text.words.form(at: index)].denies || EnglishNegation.isContraction(at: index, in: text)
    }
    stems = zip(text.words.forms, facts).map { $0.key.utf8.count > 2 ? $1.stem : nil }
  }

  /// Whether the English says without a denial what the Chinese denies: no word of the sentence denies, or none near the
  /// only word that translates what stands behind the denial.
  func affirm(_ denial: TextSpan, in chinese: LintText, within source: TextSpan, _ target: TextSpan) -> Bool {
    let words = text.words(in: target).indices
    guard words.contains(where: { denies[$0] }) else { return true }
    let senses = meanings(behind: denial, in: chinese, within: source)
    if senses.isEmpty { return false }
    let said = words.filter { stems[text.words.form(at: $0)].map(senses.contains) ?? false }
    guard said.count == 1 else { return false }
    let near = max(words.lowerBound, said[0] - Self.before)..<min(words.upperBound, said[0] + Self.behind + 1)
    return !near.contains { denies[$0] }
  }

  /// What the word means that stands right behind a denial: a verb or an adjective of two characters and more.
  private func meanings(
    behind denial: TextSpan, in chinese: LintText, within source: TextSpan
  ) -> Set<BilingualLexicon.StemID> {
    let (folded, _) = Folding.folded(Array(chinese.utf8[denial.end..<max(denial.end, source.end)].prefix(24)))
    return folded.withUnsafeBufferPointer { bytes in
      guard let match = lexicon.longestMatch(in: bytes, at: 0), match.length >= 6 else { return [] }
      var stems: Set<BilingualLexicon.StemID> = []
      lexicon.forEachSense(of: match.entry) { stem, weight in if weight >= 0.5 { stems.insert(stem) } }
      return stems
    }
  }
}
