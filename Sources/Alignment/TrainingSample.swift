import TextCore

/// The beads that may stand in the alignment of two texts, with their features: what training and measuring look at.
package struct TrainingSample {
  package var steps: [LikelyStep]
  /// Whether each step is among them for the gold's sake alone: to learn from, though the aligner would not see it.
  package let isAdded: [Bool]
  package var features: [Float]
  /// The beads of the draft.
  package let draft: [Bead]
  package let chinese: Int
  package let english: Int

  /// Collects the likely beads, and those of `gold` that are of a known shape.
  package init(
    chinese: [SegmentText], english: [SegmentText], gold: [Bead], resources: AlignmentResources,
    model: BeadModel = BeadModel()
  ) {
    self.chinese = chinese.count
    self.english = english.count
    let draft = AlignmentDraft(chinese: chinese, english: english, resources: resources, model: model)
    self.draft = draft.bestWay
    var steps = draft.likelySteps()
    let known = Set(steps)
    for bead in gold {
      guard
        let number = BeadModel.steps.firstIndex(where: { $0 == (bead.chinese.count, bead.english.count) }),
        draft.lattice.contains(bead.chinese.lowerBound, bead.english.lowerBound),
        draft.lattice.contains(bead.chinese.upperBound, bead.english.upperBound)
      else { continue }
      let step = LikelyStep(
        row: Int32(bead.chinese.lowerBound), column: Int32(bead.english.lowerBound), number: UInt8(number))
      if !known.contains(step) { steps.append(step) }
    }
    steps.sort(by: LikelyStep.precedes)
    var extractor = BeadFeatureExtractor(draft: draft, steps: steps, resources: resources)
    var features = [Float](repeating: 0, count: steps.count * BeadFeature.count)
    features.withUnsafeMutableBufferPointer { buffer in
      for (index, step) in steps.enumerated() {
        let part = buffer[(index * BeadFeature.count)..<((index + 1) * BeadFeature.count)]
        extractor.extract(step, into: UnsafeMutableBufferPointer(rebasing: part))
      }
    }
    isAdded = steps.map { !known.contains($0) }
    self.steps = steps
    self.features = features
  }
}
