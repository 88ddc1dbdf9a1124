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
    func isName(_ context: LintContext) -> Bool { context.isName(concept) }
  }

  /// The terms that no English words render, each concept once.
  let missing: [Missing]
  /// English names whose concept the Chinese does not have.
  private let added: [TermUse]
  private let context: LintContext

  init(_ pair: TextPair, _ context: LintContext) {
    self.context = context
    let chinese = context.termUses(in: pair.chinese.text)
    let english = pair.english.text
    guard !chinese.isEmpty else {
      (missing, added) = ([], [])
      return
    }
    let uses = (context.recognizer?.matches(in: english.view, nested: true) ?? []).filter { $0.language == .english }
    let named = Set(uses.map(\.concept))
    let words = RenderingWords(english)
    var missing: [Missing] = []
    for use in chinese where !use.readings.contains(where: { named.contains($0.concept) }) {
      guard let first = use.readings.first, !context.isPartOfLongerWord(use.span, in: pair.chinese.text) else {
        continue
      }
      if missing.contains(where: { $0.concept == first.concept }) { continue }
      let concepts = use.readings.map(\.concept)
      if concepts.contains(where: { context.isRendered($0, by: words) }) { continue }
      missing.append(Missing(span: use.span, concept: first.concept))
    }
    self.missing = missing
    let told = Set(
      (context.recognizer?.matches(in: pair.chinese.text.view, nested: true) ?? []).filter(\.language.isChinese)
        .map(\.concept))
    added =
      missing.isEmpty
      ? []
      : context.termUses(in: english).filter { use in
        use.isAllowed && !use.readings.contains { told.contains($0.concept) }
      }
  }

  /// The English name that took the place of a missing one: the only added one of the same type.
  func swap(for missing: Missing) -> TermUse? {
    let type = context.concepts[missing.concept].type
    let candidates = added.filter { use in
      use.readings.contains { context.isName($0.concept) && context.concepts[$0.concept].type == type }
    }
    let rivals = self.missing.filter { $0.isName(context) && context.concepts[$0.concept].type == type }
    guard missing.isName(context), candidates.count == 1, rivals.count == 1 else { return nil }
    return candidates[0]
  }
}

/// The words of an English text by their stems, to find renderings that are inflected or derived.
struct RenderingWords {
  let stems: Set<String>

  init(_ text: LintText) {
    var stems: Set<String> = []
    for form in text.words.forms { stems.insert(EnglishStemmer.stem(form.key)) }
    self.stems = stems
  }

  /// Whether a term's words are all there, in any form.
  func render(_ term: String) -> Bool {
    let parts = term.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    if parts.isEmpty { return false }
    return parts.allSatisfy { part in
      if part.count <= 3, ["of", "the", "and", "for", "in", "a", "an", "to", "on"].contains(part) { return true }
      let stem = EnglishStemmer.stem(part)
      if stems.contains(stem) { return true }
      // Words of one family: president and presidency, economy and economist.
      let root = stem.prefix(max(5, stem.count - 3))
      return root.count >= 5 && stems.contains { $0.hasPrefix(root) }
    }
  }
}

extension LintContext {
  /// Whether a concept is one person, place, organisation or the like.
  func isName(_ concept: Int) -> Bool {
    if let type = concepts[concept].type { return ["person", "place", "organisation", "product"].contains(type) }
    let term = concepts[concept].preferredTerm(in: .english)?.text ?? ""
    return !term.isEmpty && term.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false }
  }

  /// Whether English words render a concept by any of its terms.
  func isRendered(_ concept: Int, by words: RenderingWords) -> Bool {
    concepts[concept].terms.contains { $0.language == .english && words.render($0.text) }
  }

  /// Whether a Chinese term is only a part of a longer word: 大学 in 大学生.
  func isPartOfLongerWord(_ span: TextSpan, in text: LintText) -> Bool {
    guard let lexicon else { return false }
    let (folded, map) = Folding.folded(text.utf8)
    return folded.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard let match = lexicon.longestMatch(in: bytes, at: index) else {
          index += UTF8Scan.scalar(in: bytes, at: index).length
          continue
        }
        let word = map.sourceSpan(of: TextSpan(index, index + match.length))
        if word.start > span.start { return false }
        if word.contains(span) && word.length > span.length { return true }
        if word.end > span.start && word.start < span.start { return true }
        index += max(1, match.length)
      }
      return false
    }
  }
}
