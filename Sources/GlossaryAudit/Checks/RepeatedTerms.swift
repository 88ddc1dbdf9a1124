import Terminology

extension GlossaryCheck {
  /// A concept that names a form twice: once is meant, and which status holds is anyone's guess.
  static let repeatedTerms = GlossaryCheck(
    id: "duplicate/term", summary: "A concept with the same term twice in one language and region.", severity: .warning
  ) { view, report in
    for concept in view.concepts {
      var seen: Set<String> = []
      for term in concept.terms {
        let key = "\(term.language.rawValue)\u{0}\(term.region ?? "")\u{0}\(term.text)"
        if !seen.insert(key).inserted {
          report.add([concept.id], term: term.text, "“\(term.text)” stands twice in \(concept.id)")
        }
      }
    }
  }
}
