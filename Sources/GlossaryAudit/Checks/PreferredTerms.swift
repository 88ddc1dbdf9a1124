import Terminology

extension GlossaryCheck {
  /// A language in which a concept prefers nothing, or too much.
  static let preferredTerms = GlossaryCheck(
    id: "concept/preferred", summary: "A language with no preferred term, or with several for one region.",
    severity: .warning
  ) { view, report in
    for concept in view.concepts {
      for language in TermLanguage.allCases {
        let terms = concept.terms.filter { $0.language == language }
        if terms.isEmpty { continue }
        let preferred = terms.filter { $0.status == .preferred }
        if preferred.isEmpty {
          // A Traditional form beside a preferred Simplified one may well be admitted only.
          let isServed =
            language.isChinese && concept.terms.contains { $0.language.isChinese && $0.status == .preferred }
          if !isServed {
            report.add(
              [concept.id], "no \(language.rawValue) term of \(concept.id) is preferred: \(quoted(terms.map(\.text)))")
          }
        }
        for (region, terms) in Dictionary(grouping: preferred, by: \.region).sorted(by: {
          ($0.key ?? "") < ($1.key ?? "")
        })
        where terms.count > 1 {
          report.add(
            [concept.id], term: terms[0].text,
            "\(concept.id) prefers \(quoted(terms.map(\.text))) in \(language.rawValue)\(region.map { "-\($0)" } ?? "")"
          )
        }
      }
    }
  }
}
