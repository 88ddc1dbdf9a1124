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

  /// Gives each finding the text that it was compared with; one about a text alone stays as it is.
  mutating func add(to findings: inout [Finding]) { for index in findings.indices { add(to: &findings[index]) } }

  private mutating func add(to finding: inout Finding) {
    guard finding.counterpart == nil, let id = finding.segment, let unit = units[id], unit.isPair else { return }
    let side: Side = finding.side == .source ? .target : .source
    if last?.unit !== unit || last?.side != side {
      guard let text = (side == .source ? unit.source : unit.target)?.raw.string else { return }
      last = (unit, side, text)
    }
    if let last { finding.counterpart = counterpart(in: last.text, message: finding.message) }
  }

  /// The text with what the message speaks of; of one that is longer than any sentence, what stands around that.
  private func counterpart(in text: String, message: String) -> Finding.Counterpart {
    guard text.utf8.count > Self.longest else { return Finding.Counterpart(text: text, message: message) }
    let searched = Array(text.utf8.prefix(Self.reach))
    let mark = Finding.Counterpart(text: String(decoding: searched, as: UTF8.self), message: message).marks.first
    var start = max(0, (mark?.start ?? 0) - Self.longest / 2)
    while start > 0, searched[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(searched.count, start + Self.longest)
    while end > start, end < searched.count, searched[end] & 0xC0 == 0x80 { end -= 1 }
    return Finding.Counterpart(text: String(decoding: searched[start..<end], as: UTF8.self), message: message)
  }

  /// In bytes: more of a text is not shown beside a finding.
  private static let longest = 1 << 13
  /// In bytes: further on in a text nothing is looked for.
  private static let reach = 1 << 16
}
