import Terminology
import TextCore

/// What the folded forms of terms may stand for, of those that were met.
struct TermMeanings: Sendable {
  /// By the keys of the recogniser; nil for what is not known yet.
  private struct Known: Sendable {
    private var meanings: [TermMeaning??] = []

    subscript(key: Int) -> TermMeaning?? {
      get { key < meanings.count ? meanings[key] : nil }
      set {
        if key >= meanings.count {
          let count = max(key + 1, meanings.count * 3 / 2)
          meanings += repeatElement(nil, count: count - meanings.count)
        }
        meanings[key] = newValue
      }
    }
  }

  private var chinese = Known()
  private var english = Known()

  /// The terms in valid UTF-8 of one language at a place, in the order of the glossary.
  mutating func meaning(
    at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>, isChinese: Bool, _ recognizer: TermRecognizer,
    _ context: LintContext
  ) -> TermMeaning? {
    guard recognizer.hasSameTermsEverywhere(occurrence) else {
      return Self.meaning(at: occurrence, in: utf8, isChinese: isChinese, recognizer, context)
    }
    if let known = isChinese ? chinese[occurrence.key] : english[occurrence.key] { return known }
    let meaning = Self.meaning(at: occurrence, in: utf8, isChinese: isChinese, recognizer, context)
    if isChinese { chinese[occurrence.key] = .some(meaning) } else { english[occurrence.key] = .some(meaning) }
    return meaning
  }

  private static func meaning(
    at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>, isChinese: Bool, _ recognizer: TermRecognizer,
    _ context: LintContext
  ) -> TermMeaning? {
    TermMeaning(
      recognizer.matches(at: occurrence, in: utf8).filter { $0.language.isChinese == isChinese }
        .map { context.reading(concept: $0.concept, term: $0.term) })
  }
}
