/// Which places of the lattice are looked at: after `i` Chinese segments, between `low[i]` and `high[i]` English
/// ones.
///
/// Both bounds never fall, and each row shares a place with the next, so that a way leads through.
struct AlignmentBand: Sendable {
  private(set) var low: [Int]
  private(set) var high: [Int]

  /// Creates a band of `width` places to each side of the diagonal, or the whole lattice where that is small.
  init(chinese: Int, english: Int, width: Int) {
    low = []
    high = []
    let slope = chinese > 0 ? Double(english) / Double(chinese) : 0
    for row in 0...chinese {
      let middle = Int(slope * Double(row))
      low.append(max(0, middle - width))
      high.append(min(english, middle + width))
    }
    close(english: english)
  }

  /// Makes sure that the corners are inside and that a way leads through.
  private mutating func close(english: Int) {
    low[0] = 0
    high[high.count - 1] = english
    for row in low.indices.dropFirst() { high[row] = max(high[row], high[row - 1]) }
    for row in low.indices.dropLast().reversed() { low[row] = min(low[row], low[row + 1]) }
    for row in low.indices.dropFirst() { low[row] = min(low[row], high[row - 1]) }
  }

  /// The number of places.
  var area: Int { zip(low, high).reduce(0) { $0 + $1.1 - $1.0 + 1 } }
}
