extension GlossaryCheck {
  /// The same pair of preferred terms in two concepts.
  static let repeatedConcepts = GlossaryCheck(
    id: "duplicate/concept", summary: "Two concepts with the same preferred terms in both languages.",
    severity: .warning
  ) { view, report in
    var places: [String: [Int]] = [:]
    var order: [String] = []
    for index in view.concepts.indices {
      guard let key = view.preferredPair(index) else { continue }
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(index)
    }
    for key in order {
      guard let indices = places[key], indices.count > 1 else { continue }
      let ids = indices.map { view.concepts[$0].id }
      if Set(ids).count < 2 { continue }
      let concept = view.concepts[indices[0]]
      report.add(
        ids, term: concept.headword,
        "“\(concept.headword ?? "")” = “\(concept.preferredTerm(in: .english)?.text ?? "")” is in \(ids.count) concepts: \(ids.joined(separator: ", "))"
      )
    }
  }
}

extension GlossaryView {
  /// The folded preferred terms of both languages, or nil where one lacks.
  fileprivate func preferredPair(_ index: Int) -> String? {
    let entry = concepts[index]
    func folded(_ isWanted: (Int) -> Bool) -> String? {
      entry.terms.indices.first { entry.terms[$0].status == .preferred && isWanted($0) }.map { self.folded[index][$0] }
    }
    guard let chinese = folded({ entry.terms[$0].language.isChinese }),
      let english = folded({ entry.terms[$0].language == .english })
    else { return nil }
    return "\(chinese)\u{0}\(english)"
  }
}
