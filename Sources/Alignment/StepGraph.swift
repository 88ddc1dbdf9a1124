import Glibc

/// Beads that may stand in an alignment as the edges of a graph: from the beginning of both texts to their ends.
package struct StepGraph: Sendable {
  /// For each step the places where it begins and ends.
  private let from: [Int32]
  private let to: [Int32]
  private let placeCount: Int
  private let start: Int
  private let end: Int

  /// Creates the graph of steps that are sorted by ``LikelyStep/precedes(_:_:)``.
  package init(_ steps: [LikelyStep], chinese: Int, english: Int) {
    // Later places have greater keys, so that steps in order never lead back.
    func key(_ row: Int, _ column: Int) -> UInt64 { UInt64(row + column) << 32 | UInt64(row) }
    let begins = steps.map { key($0.bead.chinese.lowerBound, $0.bead.english.lowerBound) }
    let ends = steps.map { key($0.bead.chinese.upperBound, $0.bead.english.upperBound) }
    let corners = [key(0, 0), key(chinese, english)]
    var places: [UInt64] = []
    for place in (begins + ends + corners).sorted() where places.last != place { places.append(place) }
    func number(_ place: UInt64) -> Int32 {
      var low = 0
      var high = places.count - 1
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < place { low = middle + 1 } else { high = middle }
      }
      return Int32(low)
    }
    placeCount = places.count
    start = 0
    end = Int(number(corners[1]))
    from = begins.map(number)
    to = ends.map(number)
  }

  /// For each step whether some way may go round it: whether another step leads over a part of it.
  package var isAvoidable: [Bool] {
    // How many steps lead over each gap between two places that follow each other, and how many such gaps have several.
    var cover = [Int32](repeating: 0, count: placeCount + 1)
    for step in from.indices {
      cover[Int(from[step])] += 1
      cover[Int(to[step])] -= 1
    }
    var shared: [Int32] = [0]
    shared.reserveCapacity(placeCount + 1)
    var steps: Int32 = 0
    for place in 0..<placeCount {
      steps += cover[place]
      shared.append(shared[place] + (steps > 1 ? 1 : 0))
    }
    return from.indices.map { shared[Int(to[$0])] > shared[Int(from[$0])] }
  }

  /// The numbers of the steps on the way with the greatest sum of scores; a score of `-infinity` bars a step.
  package func bestWay(_ scores: [Double]) -> [Int] {
    var best = [Double](repeating: -.infinity, count: placeCount)
    var back = [Int](repeating: -1, count: placeCount)
    best[start] = 0
    for step in scores.indices {
      let value = best[Int(from[step])] + scores[step]
      if value > best[Int(to[step])] {
        best[Int(to[step])] = value
        back[Int(to[step])] = step
      }
    }
    var way: [Int] = []
    var place = end
    while place != start, back[place] >= 0 {
      way.append(back[place])
      place = Int(from[back[place]])
    }
    return way.reversed()
  }

  /// The probability of each step among all ways, and the logarithm of the sum of all ways.
  package func probabilities(_ scores: [Double]) -> (steps: [Double], total: Double) {
    var forward = [Double](repeating: -.infinity, count: placeCount)
    var backward = forward
    forward[start] = 0
    for step in scores.indices {
      let value = forward[Int(from[step])] + scores[step]
      forward[Int(to[step])] = logSum(forward[Int(to[step])], value)
    }
    backward[end] = 0
    for step in scores.indices.reversed() {
      let value = backward[Int(to[step])] + scores[step]
      backward[Int(from[step])] = logSum(backward[Int(from[step])], value)
    }
    let total = forward[end]
    if total == -.infinity { return (scores.map { _ in 0 }, total) }
    return (
      scores.indices.map { min(1, exp(forward[Int(from[$0])] + scores[$0] + backward[Int(to[$0])] - total)) }, total
    )
  }
}

/// log(exp(a) + exp(b)).
@inline(__always)
func logSum(_ a: Double, _ b: Double) -> Double {
  if a == -.infinity { return b }
  let (high, low) = a > b ? (a, b) : (b, a)
  return high - low > 30 ? high : high + log1p(exp(low - high))
}
