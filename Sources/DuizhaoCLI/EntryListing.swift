import Terminology

/// All that a concept says, a line for each language and field: what came or went as a whole.
enum EntryListing {
  /// The lines: the terms of each language, the preferred ones first, then the fields.
  static func lines(_ entry: ConceptEntry) -> [String] {
    var lines: [String] = []
    for language in TermLanguage.allCases {
      let groups = AdministrativeStatus.allCases.compactMap { status -> String? in
        let terms = entry.terms(in: language).filter { $0.status == status }.map(text)
        if terms.isEmpty { return nil }
        return (status == .preferred ? "" : "\(status.rawValue): ") + terms.joined(separator: ", ")
      }
      if !groups.isEmpty { lines.append("\(language.rawValue): " + groups.joined(separator: "; ")) }
    }
    let fields: [(name: String, value: String?)] = [
      ("subject field", entry.subjectField), ("type", entry.type), ("definition", entry.definition),
      ("note", entry.note), ("source", entry.source), ("customer", entry.customer), ("project", entry.project),
      ("review", entry.review == .approved ? nil : entry.review.rawValue),
      ("do not translate", entry.doNotTranslate ? "yes" : nil),
    ]
    for (name, value) in fields + entry.extra.map({ ($0.name, $0.value) }) {
      if let value { lines.append("\(name): \(value)") }
    }
    return lines
  }

  /// A term with its region and its reading: `淘宝村 (Táobǎo cūn)`.
  private static func text(_ term: Term) -> String {
    let details = [term.region, term.pinyin].compactMap { $0 }
    return details.isEmpty ? term.text : "\(term.text) (\(details.joined(separator: ", ")))"
  }
}
