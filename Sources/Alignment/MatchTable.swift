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
  /// For each English type the places where it stands, in order, and the segments these belong to.
  private var postingStarts: [Int] = []
  private var postings: [Int32] = []
  private var segmentOfPlace: [Int32] = []

  init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
    self.chinese = chinese
    self.english = english
    self.table = table
    postingStarts = [Int](repeating: 0, count: english.keys.count + 1)
    for type in english.types { postingStarts[Int(type) + 1] += 1 }
    for index in postingStarts.indices.dropFirst() { postingStarts[index] += postingStarts[index - 1] }
    postings = [Int32](repeating: 0, count: english.types.count)
    segmentOfPlace = [Int32](repeating: 0, count: english.types.count)
    var next = postingStarts
    for segment in 0..<english.count {
      for place in english.starts[segment]..<english.starts[segment + 1] {
        let type = Int(english.types[place])
        segmentOfPlace[place] = Int32(segment)
        postings[next[type]] = Int32(place)
        next[type] += 1
      }
    }
  }

  /// The matches of a Chinese segment with the English segments in `columns`.
  func row(_ segment: Int, columns: Range<Int>) -> Row {
    var found: [Match] = []
    var counts = [Int32](repeating: 0, count: columns.count + 1)
    for place in chinese.starts[segment]..<chinese.starts[segment + 1] {
      let type = Int(chinese.types[place])
      for link in table.links[table.starts[type]..<table.starts[type + 1]] {
        let end = postingStarts[Int(link.english) + 1]
        var index = firstPosting(of: Int(link.english), from: columns.lowerBound)
        while index < end {
          let other = Int(postings[index])
          let column = Int(segmentOfPlace[other])
          if column >= columns.upperBound { break }
          counts[column - columns.lowerBound + 1] += 1
          found.append(
            Match(
              column: Int32(column), chinese: Int32(place), english: Int32(other),
              forward: link.forward * chinese.counts[place], backward: link.backward * english.counts[other],
              source: link.source))
          index += 1
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

  /// The first place of an English type in or after the segment `column`.
  private func firstPosting(of type: Int, from column: Int) -> Int {
    var low = postingStarts[type]
    var high = postingStarts[type + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(segmentOfPlace[Int(postings[middle])]) < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
