import Lint

/// Shows the other text of a pair beside what was found in one of them.
struct Counterparts {
  private let units: [String: LintUnit]
  /// The text that was shown last: findings of one pair come one after the other.
  private var last: (unit: LintUnit, side: Side, text: String)?

  init(_ document: LintDocument) {
    let known = document.isBilingual ? document.units : []
    units = Dictionary(known.compactMap { unit in unit.id.map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The findings, each with the text that it was compared with; one about a text alone stays as it is.
  mutating func added(to findings: [Finding]) -> [Finding] { findings.map { added(to: $0) } }

  private mutating func added(to finding: Finding) -> Finding {
    guard finding.counterpart == nil, let id = finding.segment, let unit = units[id], unit.isPair else {
      return finding
    }
    let side: Side = finding.side == .source ? .target : .source
    if last?.unit !== unit || last?.side != side {
      guard let text = (side == .source ? unit.source : unit.target)?.raw.string else { return finding }
      last = (unit, side, text)
    }
    guard let last else { return finding }
    var finding = finding
    finding.counterpart = Finding.Counterpart(text: last.text, message: finding.message)
    return finding
  }
}
