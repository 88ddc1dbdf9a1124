/// Goes ahead through a wide band with a few shapes of beads, to see where an alignment may lead at all.
///
/// All shapes at every place of the band would cost more than the rest of the alignment.
struct BandScout {
  let matches: MatchTable
  let length: LengthModel
  let joins: (chinese: SegmentJoins, english: SegmentJoins)
  let model: BeadModel

  /// The greatest number of segments in a bead, both sides together.
  private static let greatestSize = 3
  /// What lies so far behind the best way, as the logarithm of a ratio of probabilities, is not looked at again.
  private static let margin = 30.0
  /// By how much the ratio of lengths may be wrong before the way is looked for again.
  private static let ratioTolerance = 0.05

  /// The part of the band that is worth a closer look.
  func likelyBand(in wide: AlignmentBand) -> AlignmentBand {
    let size = Self.greatestSize
    let lexical = LexicalScores(matches: matches, band: wide, model: model, sizes: size - 1)
    func lattice(_ length: LengthModel) -> BeadLattice {
      BeadLattice(
        matches: matches, lexical: lexical, length: length, joins: joins, band: wide, model: model, ofAtMost: size)
    }
    var scouted = lattice(length)
    let first = scouted.bestPath(priors: model.logPriors(of: scouted.steps))
    var fitted = length
    fitted.fit(to: first)
    if abs(fitted.ratio - length.ratio) > Self.ratioTolerance * length.ratio { scouted = lattice(fitted) }
    let omissions = (
      chinese: Double(first.count { $0.english.isEmpty }), english: Double(first.count { $0.chinese.isEmpty })
    )
    let priors = model.logPriors(
      of: scouted.steps, chineseOmissions: omissions.chinese, englishOmissions: omissions.english,
      beads: Double(first.count) - omissions.chinese - omissions.english)
    return scouted.likelyBand(priors: priors, margin: Self.margin)
  }
}
