/// What each Chinese passage scores with the English ones that share keys with it; all others score nothing.
///
/// Costs the postings of the keys and a bounded number of close looks for each passage, in time and in memory.
struct PassageScores {
  struct Score {
    let column: Int
    let value: Double
  }

  /// For each Chinese passage its scores above 0, by column.
  let rows: [[Score]]

  /// The greatest number of passages that are looked at closely for each one: those that share the weightiest keys.
  private static let closeLooks = 1000
  /// In texts of at least so many passages, keys that more than one in `commonShare` of them has lead to no other.
  private static let leastForCommon = 2000
  private static let commonShare = 12

  /// Scores passages by `score`, given the numbers of two that share as many keys as `least`.
  init(_ vectors: KeyVectors, sharing least: Int, _ score: (_ row: Int, _ column: Int) -> Double) {
    let count = vectors.english.count
    var postings = [[(column: Int32, weight: Double)]](repeating: [], count: vectors.keys.count)
    for (column, vector) in vectors.english.enumerated() {
      for entry in vector { postings[Int(entry.key)].append((Int32(column), entry.weight)) }
    }
    let isLong = count >= Self.leastForCommon
    if isLong {
      for key in postings.indices where postings[key].count * Self.commonShare > count { postings[key] = [] }
    }
    var sums = [(shared: Int, weight: Double)](repeating: (0, 0), count: count)
    var touched: [Int] = []
    rows = vectors.chinese.enumerated().map { row, vector in
      for entry in vector {
        for posting in postings[Int(entry.key)] {
          let column = Int(posting.column)
          if sums[column].shared == 0 { touched.append(column) }
          sums[column].shared += 1
          sums[column].weight += entry.weight * posting.weight
        }
      }
      // Of long texts the common keys are not counted.
      var candidates = touched.filter { isLong || sums[$0].shared >= least }
      if candidates.count > Self.closeLooks {
        candidates.sort { (sums[$1].weight, $0) < (sums[$0].weight, $1) }
        candidates.removeLast(candidates.count - Self.closeLooks)
      }
      for column in touched { sums[column] = (0, 0) }
      touched.removeAll(keepingCapacity: true)
      return candidates.sorted().compactMap { column in
        let value = score(row, column)
        return value > 0 ? Score(column: column, value: value) : nil
      }
    }
  }

  /// The greatest score of the pairs next to a pair, on either side or on both.
  func best(around row: Int, _ column: Int) -> Double {
    var best = 0.0
    for other in max(0, row - 1)...min(rows.count - 1, row + 1) {
      var index = first(in: other, from: column - 1)
      while index < rows[other].count, rows[other][index].column <= column + 1 {
        if (other, rows[other][index].column) != (row, column) { best = max(best, rows[other][index].value) }
        index += 1
      }
    }
    return best
  }

  /// The first score of a row in or after a column.
  private func first(in row: Int, from column: Int) -> Int {
    var (low, high) = (0, rows[row].count)
    while low < high {
      let middle = (low + high) / 2
      if rows[row][middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
