import Terminology
import TextCore

extension GlossaryCheck {
  /// Han characters in an English term: the columns may be swapped, or the term was never translated.
  static let foreignScript = GlossaryCheck(
    id: "text/language", summary: "Han characters in an English term, or a Chinese term without any.",
    severity: .warning
  ) { view, report in
    view.forEachTerm { concept, term in
      let hasHan = term.text.unicodeScalars.contains { $0.value.isHan }
      if term.language == .english, hasHan {
        report.add([concept.id], term: term.text, "“\(term.text)” is said to be English and has Han characters")
      }
      if term.language.isChinese, !hasHan, !concept.doNotTranslate,
        !concept.terms.contains(where: { $0.language == .english && $0.text == term.text })
      {
        report.add(
          [concept.id], term: term.text, severity: .info,
          "“\(term.text)” is said to be Chinese and has no Han character")
      }
    }
  }
}
