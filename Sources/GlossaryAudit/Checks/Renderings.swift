import Terminology

extension GlossaryCheck {
  /// A Chinese term whose concepts prefer different English terms: the translator has to choose each time.
  static let chineseTerms = GlossaryCheck(
    id: "conflict/chinese-term", summary: "One Chinese term with several preferred English translations.",
    severity: .warning
  ) { view, report in
    view.reportRenderings(ofTermsIn: \.isChinese, translatedTo: { $0 == .english }, to: &report)
  }

  /// An English term that stands for several Chinese ones: what it means cannot be told on the way back.
  static let englishTerms = GlossaryCheck(
    id: "conflict/english-term", summary: "One English term with several preferred Chinese translations.",
    severity: .warning
  ) { view, report in
    view.reportRenderings(ofTermsIn: { $0 == .english }, translatedTo: \.isChinese, to: &report)
  }
}

extension GlossaryView {
  /// Reports preferred terms that several concepts share and translate differently.
  ///
  /// Where each concept has a subject field of its own, the field tells them apart: that is only worth knowing.
  fileprivate func reportRenderings(
    ofTermsIn isSource: (TermLanguage) -> Bool, translatedTo isTarget: (TermLanguage) -> Bool,
    to report: inout AuditReport
  ) {
    for (_, places) in groups(where: { $0.status == .preferred && isSource($0.language) }) {
      let indices = places.map(\.concept).unique
      if indices.count < 2 { continue }
      var renderings: [String] = []
      var seen: Set<String> = []
      for index in indices {
        for (term, folded) in zip(concepts[index].terms, folded[index])
        where term.status == .preferred && isTarget(term.language) && seen.insert(folded).inserted {
          renderings.append(term.text)
        }
      }
      if renderings.count < 2 { continue }
      let fields = indices.map { concepts[$0].subjectField }
      let areTold = !fields.contains(nil) && Set(fields).count == fields.count
      let text = term(at: places[0]).text
      report.add(
        indices.map { concepts[$0].id }, term: text, severity: areTold ? .info : nil,
        "“\(text)” is translated as \(quoted(renderings))")
    }
  }
}
