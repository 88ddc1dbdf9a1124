import Alignment

/// Strict precision, recall and F1 of beads, as tools/score-alignment counts them.
struct StrictScore {
  var right = 0
  var found = 0
  var wanted = 0

  mutating func add(gold: [Bead], test: [Bead]) {
    let known = Set(gold.map(Self.bounds))
    right += test.count { !$0.isOneSided && known.contains(Self.bounds($0)) }
    rightNulls += test.count { $0.isOneSided && known.contains(Self.bounds($0)) }
    found += test.count
    wanted += gold.count { !$0.isOneSided }
  }
  var rightNulls = 0

  /// The bead's segments alone, whatever place an empty side has.
  private static func bounds(_ bead: Bead) -> Bead {
    Bead(chinese: bead.chinese.isEmpty ? 0..<0 : bead.chinese, english: bead.english.isEmpty ? 0..<0 : bead.english)
  }

  var f1: Double {
    let precision = Double(right + rightNulls) / Double(max(1, found))
    let recall = Double(right) / Double(max(1, wanted))
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
