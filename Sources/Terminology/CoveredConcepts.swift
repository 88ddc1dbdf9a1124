extension [ConceptEntry] {
  /// The concepts of several glossaries without those that an earlier one has too, under the same id and with some term
  /// the same: what somebody made of a concept takes its place.
  ///
  /// Ids that two glossaries gave to different things, as `c1`, cover nothing. One pass.
  public func withoutCoveredConcepts() -> [ConceptEntry] {
    var places: [ConceptEntry.ID: [Int]] = [:]
    var result: [ConceptEntry] = []
    result.reserveCapacity(count)
    for entry in self {
      let namesakes = places[entry.id] ?? []
      if namesakes.contains(where: { result[$0].sharesTerm(with: entry) }) { continue }
      places[entry.id, default: []].append(result.count)
      result.append(entry)
    }
    return result
  }
}

extension ConceptEntry {
  fileprivate func sharesTerm(with other: ConceptEntry) -> Bool {
    terms.contains { term in other.terms.contains { $0.language == term.language && $0.text == term.text } }
  }
}
