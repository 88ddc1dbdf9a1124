import Alignment
import TextCore

extension BitextReport {
  /// The report for people at a terminal: each bead with both texts under one another and what they share.
  public func terminalText(usesColor: Bool) -> String {
    let style = TerminalStyle(usesColor: usesColor)
    var result = ""
    if let modeReason { result += style.dim("\(isComparable ? "comparable" : "parallel"): \(modeReason)") + "\n\n" }
    if isComparable, beads.isEmpty { result += "no passage of one text says what a passage of the other says\n" }
    for (number, bead) in beads.enumerated() { result += block(number + 1, bead, style) + "\n" }
    return result + summary(style)
  }

  private func block(_ number: Int, _ bead: Bead, _ style: TerminalStyle) -> String {
    let evidence = EvidenceMarks.telling(bead.evidence)
    var head = "\(number)  \(BitextFormat.place(of: bead))"
    head += "  score \(BitextFormat.score(bead.score).prefix(4))"
    var lines = [style.dim(head)]
    lines.append(
      "  zh  "
        + (bead.chinese.isEmpty
          ? style.dim("(nothing)") : marked(chineseText(of: bead), evidence.map(\.chinese), style)))
    lines.append(
      "  en  "
        + (bead.english.isEmpty
          ? style.dim("(nothing)") : marked(englishText(of: bead), evidence.map(\.english), style)))
    if !evidence.isEmpty {
      let shared = evidence.prefix(8).map { "\($0.chinese) = \($0.english)" }.joined(separator: ", ")
      lines.append(style.dim("  both: \(shared)"))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func marked(_ text: String, _ words: [String], _ style: TerminalStyle) -> String {
    EvidenceMarks.pieces(of: text, words: words).map { piece in
      piece.evidence.map { style.color($0, piece.text) } ?? piece.text
    }.joined()
  }

  private func summary(_ style: TerminalStyle) -> String {
    if isComparable { return style.dim("\(beads.count) linked passages\n") }
    let left = beads.count { $0.english.isEmpty }
    let added = beads.count { $0.chinese.isEmpty }
    return style.dim(
      "\(chinese.segments.count) Chinese and \(english.segments.count) English segments in \(beads.count) beads; "
        + "\(left) left out, \(added) added\n")
  }
}
