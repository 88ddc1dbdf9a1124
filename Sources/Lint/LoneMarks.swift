import TextCore

/// A mark of a pair without its partner in its block: an opening or closing bracket or quotation mark.
struct LoneMark: Hashable, Sendable {
  let span: TextSpan
  /// Which pair of marks it belongs to, as the rule counts them.
  let kind: Int
  let opens: Bool
}

/// Finds partners of lone marks in other lines of their paragraph: a quotation of several sentences, each on a line.
enum LoneMarks {
  /// No quotation runs over more lines than this.
  private static let longestQuotation = 16

  /// The marks that have no partner in the lines that follow or precede theirs without an empty line between.
  ///
  /// `marks` holds those of each block of the text, in order. Costs their number.
  static func withoutPartners(_ marks: [[LoneMark]], in text: LintText) -> [LoneMark] {
    let blocks = text.blocks
    var taken: Set<TextSpan> = []
    var open: [(block: Int, mark: LoneMark)] = []
    for (block, found) in marks.enumerated() {
      if block > 0, isParted(blocks[block - 1], blocks[block], in: text) { open.removeAll() }
      for mark in found {
        if mark.opens {
          open.append((block, mark))
        } else if let last = open.lastIndex(where: { $0.mark.kind == mark.kind }) {
          if open[last].block < block, block - open[last].block <= longestQuotation {
            taken.formUnion([open[last].mark.span, mark.span])
          }
          open.removeSubrange(last...)
        }
      }
      // What is open longer than a quotation lasts is open for good.
      while let first = open.first, block - first.block > longestQuotation { open.removeFirst() }
    }
    return marks.flatMap { $0 }.filter { !taken.contains($0.span) }
  }

  /// Whether an empty line stands between two blocks.
  private static func isParted(_ first: TextSpan, _ second: TextSpan, in text: LintText) -> Bool {
    var lineEnds = 0
    for byte in text.utf8[first.end..<max(first.end, second.start)] where byte == 0x0A { lineEnds += 1 }
    return lineEnds > 1
  }
}
