/// A bead that may stand in the alignment.
package struct LikelyStep: Hashable, Sendable {
  /// The first Chinese segment, or that before which the bead stands.
  package var row: Int32
  /// The first English segment, or that before which the bead stands.
  package var column: Int32
  /// The number of its shape among ``BeadModel/steps``.
  package var number: UInt8

  /// Whether a step comes before another in every graph.
  package static func precedes(_ a: LikelyStep, _ b: LikelyStep) -> Bool {
    (a.row + a.column, a.row, a.number) < (b.row + b.column, b.row, b.number)
  }

  /// The bead's segments.
  package var bead: Bead {
    let step = BeadModel.steps[Int(number)]
    return Bead(
      chinese: Int(row)..<(Int(row) + step.chinese), english: Int(column)..<(Int(column) + step.english))
  }
}
