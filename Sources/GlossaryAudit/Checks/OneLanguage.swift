extension GlossaryCheck {
  /// A concept that translates nothing yet.
  static let oneLanguage = GlossaryCheck(
    id: "concept/one-language", summary: "A concept without a Chinese or without an English term.", severity: .info
  ) { view, report in
    for concept in view.concepts {
      let hasChinese = concept.terms.contains(where: \.language.isChinese)
      let hasEnglish = concept.terms.contains { $0.language == .english }
      if hasChinese, hasEnglish { continue }
      let lack = hasChinese ? "English" : hasEnglish ? "Chinese" : ""
      report.add(
        [concept.id], term: concept.terms.first?.text, "\(concept.id) has no \(lack.isEmpty ? "" : lack + " ")term")
    }
  }
}
