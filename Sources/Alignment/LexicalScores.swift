import Glibc

/// How much better the words of one side are explained by a run of segments of the other side than by chance, for
/// each pair of a segment and a run in a band.
///
/// Only what matches is stored; what every bead pays for its words alike is added by the lattice.
struct LexicalScores {
  /// Where the cells of each Chinese segment begin.
  private var starts: [Int] = [0]
  private var firstColumns: [Int] = []
  /// For the cell of Chinese segment `i` and English segment `j`, by `size - 1`: the words of `j` explained by the
  /// `size` Chinese segments from `i` on.
  private var english: [Float]
  /// The words of `i` explained by the `size` English segments from `j` on.
  private var chinese: [Float]
  static let sizes = BeadModel.greatestSide

  init(matches: MatchTable, band: AlignmentBand, model: BeadModel) {
    let sizes = Self.sizes
    let rows = matches.chinese.count
    let columns = matches.english.count
    var ranges: [Range<Int>] = []
    for row in 0..<rows {
      let low = band.low[max(0, row - sizes + 1)]
      ranges.append(low..<max(low, min(columns, band.high[row] + sizes)))
      firstColumns.append(low)
      starts.append(starts[row] + ranges[row].count)
    }
    english = [Float](repeating: 0, count: starts[rows] * sizes)
    chinese = [Float](repeating: 0, count: starts[rows] * sizes)
    var explainer = Explainer(matches: matches, model: model)
    var window: [MatchTable.Row] = []
    for row in 0..<min(sizes, rows) { window.append(matches.row(row, columns: ranges[row])) }
    for row in 0..<rows {
      for column in ranges[row] {
        let cell = (starts[row] + column - ranges[row].lowerBound) * sizes
        explainer.explainEnglish(column, by: window, from: row, into: &english, at: cell)
        explainer.explainChinese(
          window[0], of: row, from: column, upTo: ranges[row].upperBound, into: &chinese, at: cell)
      }
      window.removeFirst()
      if row + sizes < rows { window.append(matches.row(row + sizes, columns: ranges[row + sizes])) }
    }
  }

  /// What the words of a bead of this shape gain that begins at this pair of segments.
  @inline(__always)
  func score(row: Int, column: Int, shape: (chinese: Int, english: Int)) -> Double {
    var score = 0.0
    var index = (starts[row] + column - firstColumns[row]) * Self.sizes + shape.chinese - 1
    for _ in 0..<shape.english {
      score += Double(english[index])
      index += Self.sizes
    }
    for step in row..<(row + shape.chinese) {
      score += Double(chinese[(starts[step] + column - firstColumns[step]) * Self.sizes + shape.english - 1])
    }
    return score
  }

  /// What the words of a Chinese segment gain by `size` English segments from `column` on.
  func chineseGain(row: Int, column: Int, size: Int) -> Double {
    let index = starts[row] + column - firstColumns[row]
    guard column >= firstColumns[row], index < starts[row + 1] else { return 0 }
    return Double(chinese[index * Self.sizes + size - 1])
  }

  /// What the words of an English segment gain by `size` Chinese segments from `row` on.
  func englishGain(row: Int, column: Int, size: Int) -> Double {
    let index = starts[row] + column - firstColumns[row]
    guard column >= firstColumns[row], index < starts[row + 1] else { return 0 }
    return Double(english[index * Self.sizes + size - 1])
  }

  /// Scratch space for adding up what several segments know about each word of one.
  private struct Explainer {
    let matches: MatchTable
    /// For each place of a text: how much a translation probability of 1 would raise the word's likelihood.
    let englishGain: [Double]
    let chineseGain: [Double]
    private var sums: [Double]
    private var touched: [Int32] = []

    init(matches: MatchTable, model: BeadModel) {
      self.matches = matches
      let odds = (1 - model.unmatched) / model.unmatched
      let table = matches.table
      englishGain = matches.english.types.map { odds / table.englishProbabilities[Int($0)] }
      chineseGain = matches.chinese.types.map { odds / table.chineseProbabilities[Int($0)] }
      sums = [Double](repeating: 0, count: max(englishGain.count, chineseGain.count))
    }

    /// The words of an English segment, explained by growing runs of of the Chinese segments in `rows`.
    mutating func explainEnglish(
      _ column: Int, by rows: [MatchTable.Row], from first: Int, into scores: inout [Float], at cell: Int
    ) {
      var words = 0.0
      for size in 0..<rows.count {
        words += matches.chinese.totals[first + size]
        for index in rows[size].range(ofColumn: column) {
          let match = rows[size].matches[index]
          if sums[Int(match.english)] == 0 { touched.append(match.english) }
          sums[Int(match.english)] += Double(match.forward)
        }
        scores[cell + size] = score(words: words, gain: englishGain, counts: matches.english.counts)
      }
      clear()
    }

    /// The words of the Chinese segment of `row`, explained by growing runs of English segments from `first` on.
    mutating func explainChinese(
      _ row: MatchTable.Row, of segment: Int, from first: Int, upTo end: Int, into scores: inout [Float], at cell: Int
    ) {
      var words = 0.0
      for size in 0..<min(LexicalScores.sizes, end - first) {
        words += matches.english.totals[first + size]
        for index in row.range(ofColumn: first + size) {
          let match = row.matches[index]
          if sums[Int(match.chinese)] == 0 { touched.append(match.chinese) }
          sums[Int(match.chinese)] += Double(match.backward)
        }
        scores[cell + size] = score(words: words, gain: chineseGain, counts: matches.chinese.counts)
      }
      clear()
    }

    /// The logarithm of the product of what each touched word gains.
    private func score(words: Double, gain: [Double], counts: [Float]) -> Float {
      if touched.isEmpty { return 0 }
      var sum = 0.0
      var product = 1.0
      for place in touched {
        let factor = 1 + gain[Int(place)] * sums[Int(place)] / words
        let count = counts[Int(place)]
        if count == 1 { product *= factor } else { sum += Double(count) * log(factor) }
        if product > 1e200 {
          sum += log(product)
          product = 1
        }
      }
      return Float(sum + log(product))
    }

    private mutating func clear() {
      for place in touched { sums[Int(place)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }
}
