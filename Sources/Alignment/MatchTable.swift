/// The words that two texts share, for each pair of segments inside a band.
struct MatchTable {
  /// A type of a Chinese segment that may become a type of an English one.
  struct Match {
    /// The English segment.
    var column: Int32
    /// The place of the type in the Chinese text's table.
    var chinese: Int32
    /// The place of the type in the English text's table.
    var english: Int32
    /// What the Chinese words add to t(e|z): t times their number.
    var forward: Float
    /// What the English words add to t(z|e).
    var backward: Float
    var source: TranslationTable.Source
  }

  /// The matches of one Chinese segment, sorted by column.
  struct Row {
    var firstColumn = 0
    var matches: [Match] = []
    /// Where each column's matches begin; one more than there are columns.
    var starts: [Int32] = [0]

    /// The matches with the English segment `column`, which may lie outside the band.
    func range(ofColumn column: Int) -> Range<Int> {
      let index = column - firstColumn
      guard index >= 0, index + 1 < starts.count else { return 0..<0 }
      return Int(starts[index])..<Int(starts[index + 1])
    }
  }

  let chinese: TokenizedText
  let english: TokenizedText
  let table: TranslationTable
  private let postings: Postings

  init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
    self.chinese = chinese
    self.english = english
    self.table = table
    postings = Postings(english)
  }

  /// The matches of a Chinese segment with the English segments in `columns`.
  func row(_ segment: Int, columns: Range<Int>) -> Row {
    var found: [Match] = []
    var counts = [Int32](repeating: 0, count: columns.count + 1)
    for place in chinese.starts[segment]..<chinese.starts[segment + 1] {
      let type = Int(chinese.types[place])
      for link in table.links[table.starts[type]..<table.starts[type + 1]] {
        for other in postings.places(of: link.english, in: columns) {
          counts[Int(other.segment) - columns.lowerBound + 1] += 1
          found.append(
            Match(
              column: other.segment, chinese: Int32(place), english: other.place,
              forward: link.forward * chinese.counts[place], backward: link.backward * english.counts[Int(other.place)],
              source: link.source))
        }
      }
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    var next = counts
    var sorted = found
    for match in found {
      let column = Int(match.column) - columns.lowerBound
      sorted[Int(next[column])] = match
      next[column] += 1
    }
    return Row(firstColumn: columns.lowerBound, matches: sorted, starts: counts)
  }
}
