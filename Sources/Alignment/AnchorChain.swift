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
  /// So many segments are looked at by themselves where a long stretch has no anchor.
  private static let windowSize = 200

  /// Finds the anchors of two whole texts; between those that lie far apart, by words that are rare in the neighbourhood: a
  /// text that says everything many times has no other.
  init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
    var finder = Finder(chinese: chinese, english: english, table: table)
    let columns = 0..<english.count
    let chain = Self.chain(finder.points(rows: 0..<chinese.count, columns: columns), columns: columns)
    var last = Anchor(chinese: 0, english: 0, weight: 0)
    for anchor in chain + [Anchor(chinese: chinese.count, english: english.count, weight: 0)] {
      if (anchor.chinese - last.chinese) * (anchor.english - last.english) > AlignmentBand.smallArea {
        anchors += Self.chain(Self.points(from: last, to: anchor, &finder), columns: last.english..<anchor.english)
      }
      if anchor.chinese < chinese.count { anchors.append(anchor) }
      last = anchor
    }
  }

  /// Pairs that are rare in their neighbourhood, between two anchors; the further from the line between these, the lighter.
  private static func points(from start: Anchor, to end: Anchor, _ finder: inout Finder) -> [Anchor] {
    let reach = 2 * AlignmentBand.greatestWidth
    let slope = Double(end.english - start.english) / Double(end.chinese - start.chinese)
    func column(_ row: Int) -> Int { start.english + Int(slope * Double(row - start.chinese)) }
    var found: [Anchor] = []
    for first in stride(from: start.chinese, to: end.chinese, by: windowSize) {
      let last = min(first + windowSize, end.chinese)
      let columns = max(start.english, column(first) - reach)..<min(end.english, column(last) + reach)
      for var point in finder.points(rows: first..<last, columns: columns) {
        point.weight /= 1 + Double(abs(point.english - column(point.chinese))) / Double(reach)
        found.append(point)
      }
    }
    return found
  }

  private static func chain(_ points: [Anchor], columns: Range<Int>) -> [Anchor] {
    withoutStrays(heaviestChain(points, columns: columns))
  }

  /// Finds pairs of segments that share words which are rare on both sides.
  private struct Finder {
    private let chinese: TokenizedText
    private let english: TokenizedText
    private let table: TranslationTable
    /// In how many of the segments at hand each type stands.
    private var spreads: (chinese: [Int], english: [Int])
    /// For each English type the first of those segments.
    private var columns: [Int32]

    init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
      self.chinese = chinese
      self.english = english
      self.table = table
      spreads = (
        [Int](repeating: 0, count: chinese.keys.count), [Int](repeating: 0, count: english.keys.count)
      )
      columns = [Int32](repeating: 0, count: english.keys.count * AnchorChain.greatestSpread)
    }

    /// The pairs in a part of the texts, sorted by row, then column.
    ///
    /// Costs a look at every word of the part.
    mutating func points(rows: Range<Int>, columns part: Range<Int>) -> [Anchor] {
      if rows.isEmpty || part.isEmpty { return [] }
      let places = (
        chinese: chinese.starts[rows.lowerBound]..<chinese.starts[rows.upperBound],
        english: english.starts[part.lowerBound]..<english.starts[part.upperBound]
      )
      for type in chinese.types[places.chinese] { spreads.chinese[Int(type)] += 1 }
      for segment in part {
        for type in english.types[english.starts[segment]..<english.starts[segment + 1]] {
          let spread = spreads.english[Int(type)]
          if spread < AnchorChain.greatestSpread {
            columns[Int(type) * AnchorChain.greatestSpread + spread] = Int32(segment)
          }
          spreads.english[Int(type)] = spread + 1
        }
      }
      let found = rows.flatMap(pairs)
      for type in chinese.types[places.chinese] { spreads.chinese[Int(type)] = 0 }
      for type in english.types[places.english] { spreads.english[Int(type)] = 0 }
      return Self.added(found)
    }

    /// The segments that share a rare word with a Chinese one, each with the weight of the word, sorted.
    private func pairs(row: Int) -> [(pair: UInt64, weight: Double)] {
      var found: [(pair: UInt64, weight: Double)] = []
      for type in chinese.types[chinese.starts[row]..<chinese.starts[row + 1]] {
        let spread = spreads.chinese[Int(type)]
        if spread > AnchorChain.greatestSpread { continue }
        if case .mark = chinese.keys[Int(type)] { continue }
        for link in table.links[table.starts[Int(type)]..<table.starts[Int(type) + 1]] {
          let other = spreads.english[Int(link.english)]
          if other == 0 || other > AnchorChain.greatestSpread { continue }
          let weight = Double(max(link.forward, link.backward)) / Double(spread * other)
          let first = Int(link.english) * AnchorChain.greatestSpread
          for column in columns[first..<(first + other)] { found.append((UInt64(row) << 32 | UInt64(column), weight)) }
        }
      }
      return found.sorted { ($0.pair, $0.weight) < ($1.pair, $1.weight) }
    }

    /// What the words of each pair weigh together; the pairs are sorted.
    private static func added(_ pairs: [(pair: UInt64, weight: Double)]) -> [Anchor] {
      var points: [Anchor] = []
      for (pair, weight) in pairs {
        let (row, column) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
        if let last = points.last, last.chinese == row, last.english == column {
          points[points.count - 1].weight += weight
        } else {
          points.append(Anchor(chinese: row, english: column, weight: weight))
        }
      }
      return points
    }
  }

  /// The chain of greatest weight among points in `columns`, sorted by row, then column.
  private static func heaviestChain(_ points: [Anchor], columns: Range<Int>) -> [Anchor] {
    // A Fenwick tree of the best chain that ends at or before each column.
    var tree = [(weight: Double, point: Int)](repeating: (0, -1), count: columns.count + 1)
    var best = [(weight: Double, previous: Int)](repeating: (0, -1), count: points.count)
    var first = 0
    while first < points.count {
      var last = first
      while last < points.count, points[last].chinese == points[first].chinese { last += 1 }
      for index in first..<last {  // all look before any is entered: rows must rise
        var column = points[index].english - columns.lowerBound
        var found = (weight: 0.0, point: -1)
        while column > 0 {
          if tree[column].weight > found.weight { found = tree[column] }
          column -= column & -column
        }
        best[index] = (found.weight + points[index].weight, found.point)
      }
      for index in first..<last {
        var column = points[index].english - columns.lowerBound + 1
        while column <= columns.count {
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
