extension GlossaryCheck {
  /// One id, two concepts: an import would make one of them.
  static let repeatedIDs = GlossaryCheck(
    id: "duplicate/id", summary: "Two concepts with one id.", severity: .error
  ) { view, report in
    for (id, concepts) in Dictionary(grouping: view.concepts.indices, by: { view.concepts[$0].id })
      .sorted(by: { $0.value[0] < $1.value[0] }) where concepts.count > 1
    {
      let headwords = concepts.compactMap { view.concepts[$0].headword }
      report.add([id], "the id \(id) is used \(concepts.count) times: \(quoted(headwords))")
    }
  }
}
