import Alignment

/// The likely beads of a pair as a graph to train on: where each begins and ends, and which of them the gold allows.
struct SampleLattice {
  let sample: TrainingSample
  private let graph: StepGraph
  /// Whether each step may stand in an alignment that agrees with the gold.
  let isAllowed: [Bool]
  let gold: [Bead]

  init(_ sample: TrainingSample, gold: [Bead]) {
    self.sample = sample
    self.gold = gold
    graph = StepGraph(sample.steps, chinese: sample.chinese, english: sample.english)
    isAllowed = Self.allowed(sample.steps, gold: gold, chinese: sample.chinese, english: sample.english)
  }

  /// A step is allowed that is a bead of the gold, or lies inside a stretch that the gold leaves open: beads of a shape that
  /// the model does not have, and one-sided beads in any order.
  private static func allowed(_ steps: [LikelyStep], gold: [Bead], chinese: Int, english: Int) -> [Bool] {
    let known = Set(BeadModel.shapeNames)
    let firm = gold.filter { !$0.isOneSided && known.contains("\($0.chinese.count)-\($0.english.count)") }
    let beads = Set(firm.map { Bead(chinese: $0.chinese, english: $0.english) })
    // What lies between the firm beads: one-sided beads in any order, and whatever the model has no shape for.
    var open: [(chinese: Range<Int>, english: Range<Int>, oneSided: Bool)] = []
    var last = (0, 0)
    let end = Bead(chinese: chinese..<chinese, english: english..<english)
    for bead in firm + [end] where bead.chinese.lowerBound >= last.0 && bead.english.lowerBound >= last.1 {
      let stretch = (last.0..<bead.chinese.lowerBound, last.1..<bead.english.lowerBound)
      let oneSided = gold.allSatisfy { other in
        other.isOneSided || !other.chinese.overlaps(stretch.0) && !other.english.overlaps(stretch.1)
      }
      if !stretch.0.isEmpty || !stretch.1.isEmpty { open.append((stretch.0, stretch.1, oneSided)) }
      last = (bead.chinese.upperBound, bead.english.upperBound)
    }
    return steps.map { step in
      let bead = step.bead
      if !bead.isOneSided && beads.contains(bead) { return true }
      return open.contains { stretch in
        (!stretch.oneSided || bead.isOneSided)
          && stretch.chinese.lowerBound <= bead.chinese.lowerBound
          && bead.chinese.upperBound <= stretch.chinese.upperBound
          && stretch.english.lowerBound <= bead.english.lowerBound
          && bead.english.upperBound <= stretch.english.upperBound
      }
    }
  }

  func scores(_ weights: [Float]) -> [Double] {
    let count = BeadFeature.count
    return sample.features.withUnsafeBufferPointer { features in
      sample.steps.indices.map { step in
        var sum: Float = 0
        for index in 0..<count { sum += weights[index] * features[step * count + index] }
        return Double(sum)
      }
    }
  }

  /// The probability of each step among all ways, or among those that the gold allows; and the logarithm of the sum.
  func probabilities(_ scores: [Double], allowedOnly: Bool = false) -> (steps: [Double], total: Double) {
    graph.probabilities(allowedOnly ? scores.indices.map { isAllowed[$0] ? scores[$0] : -.infinity } : scores)
  }

  /// The beads of the way of greatest sum, among those that the aligner sees.
  func bestBeads(_ scores: [Double]) -> [Bead] { graph.bestWay(seen(scores)).map { sample.steps[$0].bead } }

  /// The scores, but for steps that were added for the gold's sake: what is measured must not know it.
  private func seen(_ scores: [Double]) -> [Double] {
    scores.indices.map { sample.isAdded[$0] ? -.infinity : scores[$0] }
  }

  /// A bead of the best way.
  struct Judged {
    let bead: Bead
    let probability: Double
    /// Whether the gold has it.
    let isRight: Bool
  }

  /// The beads of the best way with their probability, and whether the gold has them.
  func judgedBeads(_ weights: [Float]) -> [Judged] {
    let scores = seen(scores(weights))
    let probabilities = graph.probabilities(scores).steps
    return graph.bestWay(scores).map { step in
      Judged(bead: sample.steps[step].bead, probability: probabilities[step], isRight: isAllowed[step])
    }
  }
}
