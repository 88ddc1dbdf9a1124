import Lexicon
import Terminology
import TextCore

/// Which terms of a Chinese text its English translation renders.
struct TermCoverage {
  /// A term of the Chinese text without a rendering.
  struct Missing {
    let span: TextSpan
    /// The concept that it most likely stands for.
    let concept: Int

    /// Whether the concept is one person, place, organisation or the like.
    func isName(_ context: LintContext) -> Bool { context.facts(ofConcept: concept).isName }
  }

  /// The terms that no English words render, each concept once.
  let missing: [Missing]
  /// English names whose concept the Chinese does not have.
  private let added: [TermUse]

  init(_ pair: TextPair, _ context: LintContext) {
    missing = Self.missing(pair, context)
    // Nothing but a name takes the place of a name.
    added = missing.contains { $0.isName(context) } ? Self.added(pair, context) : []
  }

  private static func missing(_ pair: TextPair, _ context: LintContext) -> [Missing] {
    // Most terms are rendered by the longest ones of the English: only for the others it is read more closely.
    let rendered = ConceptSet(of: context.termUses(in: pair.english.text))
    let open = context.termUses(in: pair.chinese.text).filter { !rendered.hasAny(of: $0) }
    if open.isEmpty { return [] }
    let words = RenderingWords(pair.english.text)
    // The cheapest question first; the last one reads the English again.
    lazy var named = context.concepts(namedIn: pair.english.text, isChinese: false)
    var missing: [Missing] = []
    for use in open {
      guard !missing.contains(where: { $0.concept == use.firstConcept }),
        !use.meaning.concepts.contains(where: { context.facts(ofConcept: $0).isRendered(by: words) }),
        !isOtherWord(use, in: pair.chinese.text, context), !named.hasAny(of: use)
      else { continue }
      missing.append(Missing(span: use.span, concept: use.firstConcept))
    }
    return missing
  }

  private static func added(_ pair: TextPair, _ context: LintContext) -> [TermUse] {
    let told = context.concepts(namedIn: pair.chinese.text, isChinese: true)
    return context.termUses(in: pair.english.text).filter { use in
      // Names have capitals: “by the time” is no newspaper.
      use.isAllowed && pair.english.text.utf8[use.span.range].contains(where: Characters.isUpper)
        && !told.hasAny(of: use)
    }
  }

  /// The English name that took the place of a missing one: the only added one of the same kind, where that one is the
  /// only one missing.
  func swap(for missing: Missing, _ context: LintContext) -> TermUse? {
    guard let kind = context.facts(ofConcept: missing.concept).kind else { return nil }
    func mayBe(_ concept: Int) -> Bool {
      context.facts(ofConcept: concept).kind.map { $0 == kind || $0 == .unknown || kind == .unknown } ?? false
    }
    let candidates = added.filter { $0.meaning.concepts.contains(where: mayBe) }
    let rivals = self.missing.filter { mayBe($0.concept) }
    return candidates.count == 1 && rivals.count == 1 ? candidates[0] : nil
  }
}

/// Whether a term is a part of a longer word that means something else: 大学 in 大学生.
///
/// A name in a longer name that says it too is no other word: 马其顿 in 北马其顿, which is “North Macedonia”.
private func isOtherWord(_ use: TermUse, in text: LintText, _ context: LintContext) -> Bool {
  guard let whole = context.longerWord(around: use.span, in: text), let lexicon = context.lexicon else { return false }
  let stems = lexicon.senses(of: whole).map { lexicon.stem($0.stem) }
  return !use.meaning.concepts.contains { context.facts(ofConcept: $0).nameStems.contains(where: stems.contains) }
}
