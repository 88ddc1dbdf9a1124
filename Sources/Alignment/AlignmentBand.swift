/// Which places of the lattice are looked at: after `i` Chinese segments, between `low[i]` and `high[i]` English ones.
///
/// Both bounds never fall, and each row shares a place with the next, so that a way leads through.
struct AlignmentBand: Sendable {
  private(set) var low: [Int]
  private(set) var high: [Int]

  /// The least reach to each side of the expected way.
  static let leastWidth = 60
  /// The greatest reach: long texts without a rare word must not cost the square of their length.
  static let greatestWidth = 150
  /// Lattices of no more places than this are looked at whole.
  static let smallArea = 20_000
  /// How much wider a narrowed band is than the ways through it.
  static let slack = 2
  /// The reach to each side of an anchor.
  static let anchorWidth = 8

  /// Creates a band around the straight line from corner to corner: ``leastWidth`` or 12 in 100 to each side.
  init(chinese: Int, english: Int) {
    low = [Int](repeating: english, count: chinese + 1)
    high = [Int](repeating: 0, count: chinese + 1)
    cover(from: (0, 0), to: (chinese, english))
    close(english: english)
  }

  /// Creates a band that passes by the anchors; between them it is as wide as between the corners of a text.
  init(chinese: Int, english: Int, anchors: [AnchorChain.Anchor]) {
    low = [Int](repeating: english, count: chinese + 1)
    high = [Int](repeating: 0, count: chinese + 1)
    var last = (0, 0)
    for anchor in anchors {
      cover(from: last, to: (anchor.chinese, anchor.english))
      last = (anchor.chinese, anchor.english)
    }
    cover(from: last, to: (chinese, english))
    close(english: english)
  }

  /// Creates a band between bounds that may leave rows out, a little wider: what a bead spans has no places.
  init(low: [Int], high: [Int], english: Int) {
    self.low = low.map { $0 - Self.slack }
    self.high = high.map { $0 + Self.slack }
    close(english: english)
  }

  /// Widens the band to lead from one place to another.
  private mutating func cover(from start: (row: Int, column: Int), to end: (row: Int, column: Int)) {
    let (rows, columns) = (end.row - start.row, end.column - start.column)
    let isSmall = (rows + 1) * (columns + 1) <= Self.smallArea
    let slope = rows > 0 ? Double(columns) / Double(rows) : 0
    let width = isSmall ? 0 : max(Self.leastWidth, min(Self.greatestWidth, max(rows, columns) * 12 / 100))
    for row in start.row...end.row {
      let middle = start.column + Int(slope * Double(row - start.row))
      let from = isSmall ? start.column : max(start.column, middle - width)
      let to = isSmall ? end.column : min(end.column, middle + width)
      low[row] = min(low[row], from - Self.anchorWidth)
      high[row] = max(high[row], to + Self.anchorWidth)
    }
  }

  /// Makes sure that the corners are inside, that the bounds never fall, and that a way leads through.
  private mutating func close(english: Int) {
    for row in low.indices {
      low[row] = min(max(0, low[row]), english)
      high[row] = min(max(0, high[row]), english)
    }
    low[0] = 0
    high[high.count - 1] = english
    for row in low.indices.dropFirst() { high[row] = max(high[row], high[row - 1]) }
    for row in low.indices.dropLast().reversed() { low[row] = min(low[row], low[row + 1]) }
    for row in low.indices.dropFirst() { low[row] = min(low[row], high[row - 1]) }
  }

  /// The number of places.
  var area: Int { low.indices.reduce(0) { $0 + high[$1] - low[$1] + 1 } }
}
