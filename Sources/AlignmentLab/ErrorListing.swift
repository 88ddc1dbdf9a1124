import Alignment

/// Where the beads of a pair differ from those of the gold: stretch by stretch, with the texts.
struct ErrorListing {
  let pair: GoldPair
  let lattice: SampleLattice
  let weights: [Float]

  /// A part of the texts between two places where both agree.
  private struct Stretch {
    var ours: [SampleLattice.Judged] = []
    var gold: [Bead] = []

    var isRight: Bool { ours.allSatisfy(\.isRight) && ours.count == gold.count }

    /// The segments of one side.
    func segments(_ side: (Bead) -> Range<Int>) -> Range<Int> {
      let ranges = (ours.map(\.bead) + gold).map(side)
      let start = ranges.map(\.lowerBound).min() ?? 0
      return start..<max(start, ranges.map(\.upperBound).max() ?? 0)
    }
  }

  /// The stretches that differ: our beads with their probabilities, those of the gold, and the segments.
  var text: String {
    stretches.filter { !$0.isRight }.map { stretch in
      let ours = stretch.ours.map { "  ours \(Self.name($0.bead)) \(($0.probability * 100).rounded() / 100)" }
      let gold = stretch.gold.map { "  gold \(Self.name($0))" }
      let chinese = stretch.segments(\.chinese).map { "    \($0) \(pair.chinese[$0].string)" }
      let english = stretch.segments(\.english).map { "    \($0) \(pair.english[$0].string)" }
      return (["--- \(pair.name)"] + ours + gold + chinese + english).joined(separator: "\n") + "\n"
    }.joined()
  }

  private var stretches: [Stretch] {
    var result: [Stretch] = []
    var (ours, gold) = (lattice.judgedBeads(weights)[...], pair.gold[...])
    while !ours.isEmpty || !gold.isEmpty {
      var stretch = Stretch()
      var ends = (ours: (0, 0), gold: (-1, -1))
      while ends.ours != ends.gold {
        if ends.ours > ends.gold || ours.isEmpty, let next = gold.popFirst() {
          stretch.gold.append(next)
          ends.gold = Self.end(next)
        } else if let next = ours.popFirst() {
          stretch.ours.append(next)
          ends.ours = Self.end(next.bead)
        } else {
          break
        }
      }
      result.append(stretch)
    }
    return result
  }

  private static func end(_ bead: Bead) -> (Int, Int) { (bead.chinese.upperBound, bead.english.upperBound) }
  private static func name(_ bead: Bead) -> String { "\(Array(bead.chinese)):\(Array(bead.english))" }
}
