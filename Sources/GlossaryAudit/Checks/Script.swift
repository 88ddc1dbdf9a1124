import Terminology
import TextCore

extension GlossaryCheck {
  /// Traditional characters in a Simplified term, or the other way round.
  static let script = GlossaryCheck(
    id: "script/character", summary: "A character of the other script in a Simplified or Traditional term.",
    severity: .warning
  ) { view, report in
    view.forEachTerm { concept, term in
      guard term.isUsable, term.language.isChinese else { return }
      let isSimplified = term.language == .simplifiedChinese
      let strange = term.text.unicodeScalars.filter {
        isSimplified ? HanScript.isTraditionalOnly($0.value) : HanScript.isSimplifiedOnly($0.value)
      }
      if strange.isEmpty { return }
      report.add(
        [concept.id], term: term.text, severity: term.status == .preferred ? nil : .info,
        "“\(term.text)” is said to be \(isSimplified ? "Simplified" : "Traditional") and has \(quoted(strange.map { String($0) }))"
      )
    }
  }

  /// Simplified and Traditional terms that differ by more than their script.
  static let wording = GlossaryCheck(
    id: "script/wording", summary: "Preferred Simplified and Traditional terms with different words.", severity: .info
  ) { view, report in
    for (index, concept) in view.concepts.enumerated() {
      guard let simplified = view.preferredPlace(index, .simplifiedChinese),
        let traditional = view.preferredPlace(index, .traditionalChinese),
        concept.terms[traditional].region == concept.terms[simplified].region,
        view.folded[index][simplified] != view.folded[index][traditional]
      else { continue }
      report.add(
        [concept.id], term: concept.terms[traditional].text,
        "“\(concept.terms[traditional].text)” is not “\(concept.terms[simplified].text)” in Traditional characters")
    }
  }
}

extension GlossaryView {
  fileprivate func preferredPlace(_ index: Int, _ language: TermLanguage) -> Int? {
    concepts[index].terms.firstIndex { $0.language == language && $0.status == .preferred }
  }
}
