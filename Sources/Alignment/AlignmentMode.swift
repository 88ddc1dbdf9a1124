/// How two texts are put side by side.
public enum AlignmentMode: String, Hashable, Sendable, CaseIterable {
  /// Each translates the other: every segment in order, see ``ParallelAligner``.
  case parallel
  /// They speak of the same things: only passages are linked, see ``PassageLinker``.
  case comparable

  /// The mode that fits the texts, with the figures that speak for it.
  ///
  /// The texts are aligned as if they were translations; whether they are shows in how much of their words finds a
  /// counterpart, how sure the bounds are, and how well the lengths of the two sides of the beads go together; without a
  /// dictionary, in whether figures and Latin words agree.
  public static func decided(
    chinese: [SegmentText], english: [SegmentText], resources: AlignmentResources
  ) -> AlignmentDecision {
    let beads = ParallelAligner().beads(chinese: chinese, english: english, resources: resources)
    return decided(beads: beads, chinese: chinese, english: english, hasDictionary: resources.dictionary != nil)
  }

  /// The mode that fits the texts, given their beads as translations.
  public static func decided(
    beads: [Bead], chinese: [SegmentText], english: [SegmentText], hasDictionary: Bool = true
  ) -> AlignmentDecision {
    let lengths = (
      chinese: chinese.map(ParallelAligner.chineseLength(of:)), english: english.map(ParallelAligner.englishLength(of:))
    )
    var model = LengthModel(chinese: lengths.chinese, english: lengths.english, model: BeadModel())
    model.fit(to: beads)
    var total = 0.0
    var sums = (score: 0.0, confidence: 0.0, misfit: 0.0, omitted: 0.0)
    var literals = LiteralAgreement()
    for bead in beads {
      let weight = Double(bead.chinese.count + bead.english.count)
      total += weight
      if bead.isOneSided {
        sums.omitted += weight
      } else {
        sums.score += weight * bead.score
        sums.confidence += weight * bead.confidence
        sums.misfit += weight * min(9, model.misfit(of: bead))
        if !hasDictionary { literals.add(bead, chinese: chinese, english: english) }
      }
    }
    let matched = total - sums.omitted
    return AlignmentDecision(
      segments: chinese.count + english.count, hasDictionary: hasDictionary,
      sharedWords: matched > 0 ? sums.score / total : 0, confidence: total > 0 ? sums.confidence / total : 0,
      lengthMisfit: matched > 0 ? sums.misfit / matched : 0, omitted: total > 0 ? sums.omitted / total : 0,
      literalAgreement: total > 0 ? Double(literals.shared - literals.lone) / total : 0)
  }
}

/// Whether two texts are translations of each other, and why.
public struct AlignmentDecision: Hashable, Sendable {
  /// The number of segments of both texts.
  public let segments: Int
  /// Whether a dictionary was there to find counterparts.
  public let hasDictionary: Bool
  /// How much of the words finds a counterpart in order, 0 to 1.
  public let sharedWords: Double
  /// How sure the bounds of the beads are, 0 to 1.
  public let confidence: Double
  /// The mean squared distance of the beads' lengths from their usual ratio, 1 for translations.
  public let lengthMisfit: Double
  /// The share of segments without counterpart.
  public let omitted: Double
  /// How many more figures, Latin words and names agree than differ, for each segment; 0 with a dictionary, which needs no
  /// such witness.
  public let literalAgreement: Double

  /// The sum of what speaks for translations; they are, if it is above 0.
  ///
  /// Few segments find a way through by chance, so short texts must share more of their words, or without a dictionary
  /// have surer bounds.
  public var balance: Double {
    let lengths = 0.5 * (1 - lengthMisfit)
    let chance = 1 / Double(max(1, segments)).squareRoot()
    if !hasDictionary {
      // Articles about one event share figures too: agreement says less than difference.
      let agreement = min(max(literalAgreement, -0.5), 0.1)
      return 4 * (confidence + agreement - 0.42 - 1.45 * chance) + lengths
    }
    return 10 * (sharedWords - 0.21 - 0.8 * chance) + 2 * (confidence - 0.7) + lengths
  }

  /// The mode that follows.
  public var mode: AlignmentMode { balance > 0 ? .parallel : .comparable }

  /// The figures in words, for a report.
  public var reason: String {
    let words = "\(Self.percent(sharedWords)) of the words find a counterpart in order"
    let bounds = "bounds are \(Self.percent(confidence)) sure"
    return "\(words), \(bounds), \(Self.percent(omitted)) of the segments have none"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
