extension GlossaryCheck {
  /// Relations that lead nowhere.
  static let relations = GlossaryCheck(
    id: "relation/target", summary: "A relation to a concept that is not there, or to itself.", severity: .warning
  ) { view, report in
    let ids = Set(view.concepts.map(\.id))
    for concept in view.concepts {
      for relation in concept.relations {
        if relation.target == concept.id {
          report.add([concept.id], "\(concept.id) is said to be \(relation.kind.rawValue) of itself")
        } else if !ids.contains(relation.target) {
          report.add(
            [concept.id], "\(concept.id) points to \(relation.target) (\(relation.kind.rawValue)), which is not there")
        }
      }
    }
  }
}
