import Terminology

extension GlossaryCheck {
  /// A good term with a bad one inside: the checker would let it pass, a reader would not.
  static let forbiddenParts = GlossaryCheck(
    id: "conflict/forbidden-part", summary: "A term to use that contains a form which another concept forbids.",
    severity: .warning
  ) { view, report in
    var patterns: [TermRecognizer.Pattern] = []
    for (index, concept) in view.concepts.enumerated() {
      for (position, term) in concept.terms.enumerated() where term.status == .forbidden {
        patterns.append(
          .init(
            term.text, language: term.language, concept: index, term: position, caseRule: term.caseRule,
            partOfSpeech: term.partOfSpeech, type: concept.type))
      }
    }
    if patterns.isEmpty { return }
    let recognizer = TermRecognizer(patterns: patterns)
    for (index, concept) in view.concepts.enumerated() {
      for term in concept.terms where term.isUsable {
        for match in recognizer.matches(in: term.text) where match.concept != index {
          let other = view.concepts[match.concept]
          guard other.terms[match.term].language.isChinese == term.language.isChinese,
            match.span.length < term.text.utf8.count
          else { continue }
          report.add(
            [concept.id, other.id], term: term.text,
            "“\(term.text)” contains “\(other.terms[match.term].text)”, which \(other.id) forbids")
        }
      }
    }
  }
}
