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
    let finder = Finder(chinese: chinese, english: english, table: table)
    let chain = Self.chain(finder.points(rows: 0..<chinese.count, columns: 0..<english.count), columns: english.count)
    var last = Anchor(chinese: 0, english: 0, weight: 0)
    for anchor in chain + [Anchor(chinese: chinese.count, english: english.count, weight: 0)] {
      if (anchor.chinese - last.chinese) * (anchor.english - last.english) > AlignmentBand.smallArea {
        anchors += Self.chain(Self.points(from: last, to: anchor, finder), columns: english.count)
      }
      if anchor.chinese < chinese.count { anchors.append(anchor) }
      last = anchor
    }
  }

  /// Pairs that are rare in their neighbourhood, between two anchors; the further from the line between these, the lighter.
  private static func points(from start: Anchor, to end: Anchor, _ finder: Finder) -> [Anchor] {
    let reach = 2 * AlignmentBand.greatestWidth
    let slope = Double(end.english - start.english) / Double(end.chinese - start.chinese)
    func column(_ row: Int) -> Int { start.english + Int(slope * Double(row - start.chinese)) }
    return stride(from: start.chinese, to: end.chinese, by: windowSize).flatMap { first -> [Anchor] in
      let last = min(first + windowSize, end.chinese)
      let columns = max(start.english, column(first) - reach)..<min(end.english, column(last) + reach)
      return finder.points(rows: first..<last, columns: columns).map { point in
        var point = point
        point.weight /= 1 + Double(abs(point.english - column(point.chinese))) / Double(reach)
        return point
      }
    }
  }

  private static func chain(_ points: [Anchor], columns: Int) -> [Anchor] {
    withoutStrays(heaviestChain(points, columns: columns))
  }

  /// Finds pairs of segments that share words which are rare on both sides.
  private struct Finder {
    let chinese: TokenizedText
    let table: TranslationTable
    let postings: (chinese: Postings, english: Postings)

    init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
      self.chinese = chinese
      self.table = table
      postings = (Postings(chinese), Postings(english))
    }

    /// The pairs in a part of the texts, sorted by row, then column.
    func points(rows: Range<Int>, columns: Range<Int>) -> [Anchor] {
      if rows.isEmpty || columns.isEmpty { return [] }
      var found: [(pair: UInt64, weight: Double)] = []
      for row in rows {
        for type in chinese.types[chinese.starts[row]..<chinese.starts[row + 1]] {
          if case .mark = chinese.keys[Int(type)] { continue }
          let links = table.starts[Int(type)]..<table.starts[Int(type) + 1]
          if links.isEmpty { continue }
          let spread = postings.chinese.places(of: type, in: rows).count
          if spread > AnchorChain.greatestSpread { continue }
          for link in table.links[links] {
            let places = postings.english.places(of: link.english, in: columns)
            if places.count > AnchorChain.greatestSpread { continue }
            let weight = Double(max(link.forward, link.backward)) / Double(spread * places.count)
            for place in places { found.append((UInt64(row) << 32 | UInt64(place.segment), weight)) }
          }
        }
      }
      found.sort { ($0.pair, $0.weight) < ($1.pair, $1.weight) }
      var points: [Anchor] = []
      for (pair, weight) in found {
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
