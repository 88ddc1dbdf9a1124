import Terminology

extension GlossaryCheck {
  /// What a table picks up on its way: white space at the edges, characters that nobody sees, characters that got lost.
  static let tidiness = GlossaryCheck(
    id: "text/tidy", summary: "An empty term, white space at its edges or doubled, invisible or lost characters.",
    severity: .warning
  ) { view, report in
    view.forEachTerm { concept, term in
      guard let problem = problem(of: term.text) else { return }
      report.add([concept.id], term: term.text, "“\(term.text)” \(problem)")
    }
    for concept in view.concepts {
      for (name, text) in [("definition", concept.definition), ("note", concept.note), ("source", concept.source)] {
        guard let text, text.unicodeScalars.contains("\u{FFFD}") else { continue }
        report.add([concept.id], "the \(name) has a lost character (U+FFFD)")
      }
    }
  }

  private static func problem(of text: String) -> String? {
    let scalars = text.unicodeScalars
    if scalars.allSatisfy(\.properties.isWhitespace) { return "is empty" }
    if scalars.first?.properties.isWhitespace ?? false || scalars.last?.properties.isWhitespace ?? false {
      return "has white space at its edge"
    }
    if zip(scalars, scalars.dropFirst()).contains(where: { $0.properties.isWhitespace && $1.properties.isWhitespace }) {
      return "has doubled white space"
    }
    for scalar in scalars {
      switch scalar.properties.generalCategory {
      case .control: return "has a control character"
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}": return "has an invisible character"
      case .privateUse: return "has a character of the private use area"
      default: if scalar == "\u{FFFD}" { return "has a lost character (U+FFFD)" }
      }
    }
    return nil
  }
}
