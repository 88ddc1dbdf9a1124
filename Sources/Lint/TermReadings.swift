import Terminology
import TextCore

/// What each folded form of a term may stand for, told once: texts have far fewer forms than places where they stand.
struct TermReadings: Sendable {
  private var known: [Int: [TermUse.Reading]] = [:]

  /// The terms in valid UTF-8 of one language at a place, in the order of the glossary.
  mutating func readings(
    at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>, isChinese: Bool, _ recognizer: TermRecognizer,
    _ context: LintContext
  ) -> [TermUse.Reading] {
    guard recognizer.hasSameTermsEverywhere(occurrence) else {
      return Self.readings(at: occurrence, in: utf8, isChinese: isChinese, recognizer, context)
    }
    let key = occurrence.key << 1 | (isChinese ? 1 : 0)
    if let readings = known[key] { return readings }
    let readings = Self.readings(at: occurrence, in: utf8, isChinese: isChinese, recognizer, context)
    known[key] = readings
    return readings
  }

  private static func readings(
    at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>, isChinese: Bool, _ recognizer: TermRecognizer,
    _ context: LintContext
  ) -> [TermUse.Reading] {
    recognizer.matches(at: occurrence, in: utf8).filter { $0.language.isChinese == isChinese }
      .flatMap { context.reading(concept: $0.concept, term: $0.term) }
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
    for use in uses { for reading in use.readings { concepts.append(reading.concept) } }
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
  func hasAny(of use: TermUse) -> Bool { use.readings.contains { contains($0.concept) } }
}
