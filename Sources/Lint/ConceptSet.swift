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
