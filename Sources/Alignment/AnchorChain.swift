/// Pairs of segments that surely belong together, because they share words that are rare in both texts.
///
/// The heaviest chain that rises on both sides, found in O(n log n); pairs that stray from their neighbours are dropped.
struct AnchorChain {
  /// A pair of segments.
  struct Anchor: Hashable {
    var chinese: Int
    var english: Int
    var weight: Double
  }

  private(set) var anchors: [Anchor] = []

  /// Words that stand in more segments than this are too common to anchor anything.
  private static let greatestSpread = 6

  init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
    let places = (chinese: Self.segments(of: chinese), english: Self.segments(of: english))
    var weights: [UInt64: Double] = [:]
    for type in chinese.keys.indices {
      let rows = places.chinese[type]
      if rows.isEmpty || rows.count > Self.greatestSpread { continue }
      if case .mark = chinese.keys[type] { continue }
      for link in table.links[table.starts[type]..<table.starts[type + 1]] {
        let columns = places.english[Int(link.english)]
        if columns.count > Self.greatestSpread { continue }
        let weight = Double(max(link.forward, link.backward)) / Double(rows.count * columns.count)
        for row in rows {
          for column in columns { weights[UInt64(row) << 32 | UInt64(column), default: 0] += weight }
        }
      }
    }
    let points = weights.sorted { $0.key < $1.key }.map {
      Anchor(chinese: Int($0.key >> 32), english: Int($0.key & 0xFFFF_FFFF), weight: $0.value)
    }
    anchors = Self.withoutStrays(Self.heaviestChain(points, columns: english.count))
  }

  /// For each type the segments it stands in, up to one more than ``greatestSpread``.
  private static func segments(of text: TokenizedText) -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: text.keys.count)
    for segment in 0..<text.count {
      for place in text.starts[segment]..<text.starts[segment + 1]
      where result[Int(text.types[place])].count <= greatestSpread {
        result[Int(text.types[place])].append(Int32(segment))
      }
    }
    return result
  }

  /// The chain of greatest weight among points sorted by row, then column.
  private static func heaviestChain(_ points: [Anchor], columns: Int) -> [Anchor] {
    // A Fenwick tree of the best chain that ends at or before each column.
    var tree = [(weight: Double, point: Int)](repeating: (0, -1), count: columns + 1)
    var best = [(weight: Double, previous: Int)](repeating: (0, -1), count: points.count)
    var first = 0
    while first < points.count {
      var last = first
      while last < points.count, points[last].chinese == points[first].chinese { last += 1 }
      for index in first..<last {  // all look before any is entered: rows must rise
        var column = points[index].english
        var found = (weight: 0.0, point: -1)
        while column > 0 {
          if tree[column].weight > found.weight { found = tree[column] }
          column -= column & -column
        }
        best[index] = (found.weight + points[index].weight, found.point)
      }
      for index in first..<last {
        var column = points[index].english + 1
        while column <= columns {
          if best[index].weight > tree[column].weight { tree[column] = (best[index].weight, index) }
          column += column & -column
        }
      }
      first = last
    }
    var chain: [Anchor] = []
    var index = best.indices.max { (best[$0].weight, -$0) < (best[$1].weight, -$1) } ?? -1
    while index >= 0 {
      chain.append(points[index])
      index = best[index].previous
    }
    return chain.reversed()
  }

  /// Drops anchors that lie far from the line between their neighbours.
  private static func withoutStrays(_ chain: [Anchor]) -> [Anchor] {
    let reach = 4
    return chain.indices.filter { index in
      let before = max(0, index - reach)
      let after = min(chain.count - 1, index + reach)
      guard after - before >= reach else { return chain[index].weight >= 0.5 }
      let rows = Double(chain[after].chinese - chain[before].chinese)
      let slope = Double(chain[after].english - chain[before].english) / rows
      let expected = Double(chain[before].english) + slope * Double(chain[index].chinese - chain[before].chinese)
      return abs(expected - Double(chain[index].english)) <= 4
    }.map { chain[$0] }
  }
}
