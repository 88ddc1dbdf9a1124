import Terminology

extension GlossaryCheck {
  /// A form that one concept asks for and another one forbids: no text can satisfy both.
  static let goodAndBad = GlossaryCheck(
    id: "conflict/status", summary: "A term that is preferred or admitted here and forbidden or deprecated there.",
    severity: .error
  ) { view, report in
    for isChinese in [true, false] {
      for (_, places) in view.groups(where: { $0.language.isChinese == isChinese }) {
        guard let good = places.first(where: { view.term(at: $0).isUsable }),
          let bad = places.first(where: { !view.term(at: $0).isUsable && $0.concept != good.concept })
            ?? places.first(where: { !view.term(at: $0).isUsable && view.isSameForm($0, good) })
        else { continue }
        let (goodTerm, badTerm) = (view.term(at: good), view.term(at: bad))
        let ids = [view.concepts[good.concept].id, view.concepts[bad.concept].id]
        report.add(
          ids.unique, term: goodTerm.text, severity: badTerm.status == .forbidden ? nil : .warning,
          "“\(goodTerm.text)” is \(goodTerm.status.rawValue) in \(ids[0]) and \(badTerm.status.rawValue) in \(ids[1])")
      }
    }
  }
}

extension GlossaryView {
  /// Within a concept, `taobao village` may well be forbidden beside `Taobao village`.
  fileprivate func isSameForm(_ a: Place, _ b: Place) -> Bool {
    let (first, second) = (term(at: a), term(at: b))
    return first.text == second.text && first.language == second.language && first.region == second.region
  }
}
