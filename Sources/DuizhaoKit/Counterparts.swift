import Lint
import TextCore

/// Shows the other text of a pair beside what was found in one of them.
struct Counterparts {
  private let units: [String: LintUnit]

  init(_ document: LintDocument) {
    let known = document.isBilingual ? document.units : []
    units = Dictionary(known.compactMap { unit in unit.id.map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The finding with the text that it was compared with; a finding about one text alone stays as it is.
  func added(to finding: Finding) -> Finding {
    guard finding.counterpart == nil, let id = finding.segment, let unit = units[id], unit.isPair,
      let other = finding.side == .source ? unit.target : unit.source
    else { return finding }
    var finding = finding
    let text = other.raw.string
    finding.counterpart = Finding.Counterpart(text: text, marks: Self.marks(of: finding.message, in: text))
    return finding
  }

  /// Where the other text has what the message names: the figures and the Chinese of the message, and what it quotes.
  private static func marks(of message: String, in text: String) -> [TextSpan] {
    let separators: Set<Character> = [" ", ",", "，", "“", "”", "(", ")", "（", "）", ":", ";", "="]
    let quoted = message.split(separator: "“").dropFirst().compactMap { $0.split(separator: "”").first }
    let words = quoted + message.split { separators.contains($0) }
    let telling = words.filter { word in
      word.unicodeScalars.contains { ("0"..."9").contains($0) || (0x4E00...0x9FFF).contains($0.value) }
        || quoted.contains(word)
    }
    let utf8 = Array(text.utf8)
    for word in telling.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      if let start = position(of: Array(word.utf8), in: utf8) { return [TextSpan(start, start + word.utf8.count)] }
    }
    return []
  }

  private static func position(of word: [UInt8], in utf8: [UInt8]) -> Int? {
    guard let first = word.first, utf8.count >= word.count else { return nil }
    return (0...(utf8.count - word.count)).first { start in
      utf8[start] == first && utf8[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
