import TextCore

/// Puts suggestions into a text.
public enum FixApplier {
  /// The edits that put in the first suggestion of every safe finding: sorted and apart.
  ///
  /// Where two findings overlap, the graver one wins, then the longer one, then the earlier one. Offsets are those of
  /// ``Finding/decodedSpan``.
  public static func edits(of findings: [Finding], includingUnsafe: Bool = false) -> [TextEdit] {
    let ranked = findings.filter { ($0.isSafe || includingUnsafe) && !$0.suggestions.isEmpty }.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      if a.decodedSpan.length != b.decodedSpan.length { return a.decodedSpan.length > b.decodedSpan.length }
      return (a.decodedSpan, a.rule, a.message) < (b.decodedSpan, b.rule, b.message)
    }
    var taken: [TextSpan] = []
    var edits: [TextEdit] = []
    for finding in ranked {
      let span = finding.decodedSpan
      let place = insertionPoint(of: span, in: taken)
      if place > 0, taken[place - 1].end > span.start || taken[place - 1] == span { continue }
      if place < taken.count, taken[place].start < span.end || taken[place] == span { continue }
      taken.insert(span, at: place)
      edits.append(TextEdit(span: span, replacement: finding.suggestions[0]))
    }
    return edits.sorted { $0.span < $1.span }
  }

  /// The text with every safe first suggestion put in.
  ///
  /// Findings of one text; their spans must lie in it.
  public static func fixed(_ text: MappedText, findings: [Finding], includingUnsafe: Bool = false) -> MappedText {
    text.applying(edits(of: findings, includingUnsafe: includingUnsafe))
  }

  private static func insertionPoint(of span: TextSpan, in spans: [TextSpan]) -> Int {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle] < span { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
