import DuizhaoKit

/// What became of the pairs of a collection, in lines for standard error.
struct CorpusReport {
  let summary: CorpusSummary
  let output: String?
  /// Where the beads are that were left out.
  let dropped: String?

  /// How many files without a partner are named.
  private static let namedSingles = 10

  var text: String {
    var lines = summary.failures.map(\.description)
    lines += summary.unrelated.map {
      "\($0.pair.first), \($0.pair.second): not a translation, left out: \($0.reason)"
    }
    lines += summary.single.prefix(Self.namedSingles).map { "\($0): has no partner, left out" }
    if summary.single.count > Self.namedSingles {
      lines.append("and \(summary.single.count - Self.namedSingles) more without a partner")
    }
    let resumed = summary.resumedCount > 0 ? ", \(summary.resumedCount) of them in a run before" : ""
    let place = output.map { "\($0): " } ?? ""
    lines.append(
      "\(place)\(summary.unitCount) units of \(summary.alignedCount) of \(summary.pairCount) pairs\(resumed)")
    let total = summary.dropped.values.reduce(0, +)
    if total > 0 {
      let reasons = DropReason.allCases.compactMap { reason in
        summary.dropped[reason].map { "\($0) \(reason.explanation) (\(reason.rawValue))" }
      }
      lines.append("left out \(total): \(reasons.joined(separator: ", "))\(dropped.map { "; see \($0)" } ?? "")")
    }
    return lines.joined(separator: "\n")
  }
}
