import Alignment
import Glibc

/// Fits the weights of the features to gold beads: maximum conditional likelihood of the whole alignment.
struct Trainer {
  /// How strongly weights are drawn to where they begin.
  var penalty = 1.0
  /// Features of less spread are held back as if they had this one: what is seldom set would else cost nothing to weigh
  /// much, and a kind of texts would teach its habits to all others.
  var leastSpread = 4.0
  var rounds = 200
  /// What the weights are drawn to, and begin with.
  var start: [Float]
  /// Features that take part.
  var isUsed: [Bool]

  init(start: [Float]) {
    self.start = start
    isUsed = start.map { _ in true }
  }

  /// Lets some features weigh nothing.
  mutating func leaveOut(_ features: Range<Int>) {
    for index in features {
      isUsed[index] = false
      start[index] = 0
    }
  }

  func weights(for lattices: [SampleLattice]) -> [Float] {
    let count = BeadFeature.count
    let scale = Self.scales(lattices)
    var weights = start.map(Double.init)
    var (mean, square) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    for round in 1...rounds {
      var gradient = [Double](repeating: 0, count: count)
      let current = weights.map { Float($0) }
      for lattice in lattices {
        let scores = lattice.scores(current)
        let wanted = lattice.probabilities(scores, allowedOnly: true)
        if wanted.total == -.infinity { continue }
        let found = lattice.probabilities(scores)
        lattice.sample.features.withUnsafeBufferPointer { features in
          for step in scores.indices {
            let difference = wanted.steps[step] - found.steps[step]
            if abs(difference) < 1e-7 { continue }
            for index in 0..<count { gradient[index] += difference * Double(features[step * count + index]) }
          }
        }
      }
      let rate = 0.05 * (1 - 0.95 * Double(round) / Double(rounds))
      for index in 0..<count where isUsed[index] && scale[index] > 0 {
        var slope = gradient[index] / scale[index]
        let held = max(scale[index], leastSpread)
        slope -= penalty * (weights[index] - Double(start[index])) * held * held / scale[index]
        mean[index] = 0.9 * mean[index] + 0.1 * slope
        square[index] = 0.99 * square[index] + 0.01 * slope * slope
        let step =
          (mean[index] / (1 - pow(0.9, Double(round))))
          / ((square[index] / (1 - pow(0.99, Double(round)))).squareRoot() + 1e-8)
        weights[index] += rate * step / scale[index]
      }
    }
    return weights.map { Float($0) }
  }

  /// The spread of each feature.
  private static func scales(_ lattices: [SampleLattice]) -> [Double] {
    let count = BeadFeature.count
    var sums = [Double](repeating: 0, count: count)
    var squares = sums
    var total = 0.0
    for lattice in lattices {
      total += Double(lattice.sample.steps.count)
      for step in lattice.sample.steps.indices {
        for index in 0..<count {
          let value = Double(lattice.sample.features[step * count + index])
          sums[index] += value
          squares[index] += value * value
        }
      }
    }
    return (0..<count).map { max(0, squares[$0] / total - (sums[$0] / total) * (sums[$0] / total)).squareRoot() }
  }
}
