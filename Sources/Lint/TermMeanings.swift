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
          meanings.append(contentsOf: repeatElement(nil, count: key + 1 + meanings.count / 2 - meanings.count))
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

/// A few concepts of the glossary.
struct ConceptSet {
  /// Sorted.
  private let concepts: [Int]

  init(_ concepts: [Int]) { self.concepts = concepts.sorted() }

  /// The concepts that the terms may stand for.
  init(of uses: [TermUse]) {
    var concepts: [Int] = []
    concepts.reserveCapacity(uses.count)
    for use in uses { concepts.append(contentsOf: use.meaning.concepts) }
    self.init(concepts)
  }

  /// Costs O(log concepts).
  func contains(_ concept: Int) -> Bool {
    var (low, high) = (0, concepts.count)
    while low < high {
      let middle = (low + high) / 2
      if concepts[middle] < concept { low = middle + 1 } else { high = middle }
    }
    return low < concepts.count && concepts[low] == concept
  }

  /// Whether one of the concepts that a term may stand for is among them.
  func hasAny(of use: TermUse) -> Bool { use.meaning.concepts.contains(where: contains) }
}
