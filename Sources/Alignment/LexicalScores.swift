import Glibc

/// How much better the words of one side are explained by a run of segments of the other side than by chance, for
/// each pair of a segment and a run in a band.
///
/// Only what matches is stored; what every bead pays for its words alike is added by the lattice.
struct LexicalScores {
  /// The greatest number of segments in a run.
  let sizes: Int
  /// Where the cells of each Chinese segment begin.
  private var starts: [Int] = [0]
  private var firstColumns: [Int] = []
  /// For the cell of Chinese segment `i` and English segment `j`, by `size - 1`: the words of `j` explained by the
  /// `size` Chinese segments from `i` on.
  private var english: [Float]
  /// The words of `i` explained by the `size` English segments from `j` on.
  private var chinese: [Float]

  init(matches: MatchTable, band: AlignmentBand, model: BeadModel, sizes: Int = BeadModel.greatestSide) {
    self.sizes = sizes
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
    var gains = (
      english: WordGains(matches.english, matches.table.englishProbabilities, model: model),
      chinese: WordGains(matches.chinese, matches.table.chineseProbabilities, model: model)
    )
    var window: [MatchTable.Row] = []
    for row in 0..<min(sizes, rows) { window.append(matches.row(row, columns: ranges[row])) }
    for row in 0..<rows {
      english.withUnsafeMutableBufferPointer { english in
        chinese.withUnsafeMutableBufferPointer { chinese in
          for column in ranges[row] {
            let cell = (starts[row] + column - ranges[row].lowerBound) * sizes
            gains.english.explain(
              column, by: window, words: matches.chinese.totals[row..<(row + window.count)],
              into: english.baseAddress! + cell)
            let last = min(column + sizes, ranges[row].upperBound)
            gains.chinese.explain(
              by: window[0], columns: column..<last, words: matches.english.totals,
              into: chinese.baseAddress! + cell)
          }
        }
      }
      window.removeFirst()
      if row + sizes < rows { window.append(matches.row(row + sizes, columns: ranges[row + sizes])) }
    }
  }

  /// Where the scores of a cell begin in both tables of a reader.
  @inline(__always)
  private func index(_ row: Int, _ column: Int) -> Int { (starts[row] + column - firstColumns[row]) * sizes }

  /// What the words of a bead of this shape gain that begins at this pair of segments.
  func score(row: Int, column: Int, shape: (chinese: Int, english: Int)) -> Double {
    var score = 0.0
    for other in column..<(column + shape.english) { score += Double(english[index(row, other) + shape.chinese - 1]) }
    for other in row..<(row + shape.chinese) { score += Double(chinese[index(other, column) + shape.english - 1]) }
    return score
  }

  /// Calls `body` with what the words gain in every bead of up to `size` segments that begins at this pair of segments and
  /// ends before `end`; growing on the Chinese side, then on the English one.
  @inline(__always)
  func forEachScore(
    row: Int, column: Int, ofAtMost size: Int, end: (row: Int, column: Int),
    _ body: (_ chinese: Int, _ english: Int, _ score: Double) -> Void
  ) {
    // By the number of English segments: what the words of the Chinese ones gain so far.
    var gained = SIMD8<Double>(repeating: 0)
    for rows in 1...min(size - 1, end.row - row) {
      let here = index(row, column) + rows - 1
      let there = index(row + rows - 1, column)
      var sum = 0.0
      for columns in 1...min(size - rows, end.column - column) {
        sum += Double(english[here + (columns - 1) * sizes])
        gained[columns] += Double(chinese[there + columns - 1])
        body(rows, columns, sum + gained[columns])
      }
    }
  }

  /// What the words of a Chinese segment gain by `size` English segments from `column` on.
  func chineseGain(row: Int, column: Int, size: Int) -> Double {
    contains(row, column) ? Double(chinese[index(row, column) + size - 1]) : 0
  }

  /// What the words of an English segment gain by `size` Chinese segments from `row` on.
  func englishGain(row: Int, column: Int, size: Int) -> Double {
    contains(row, column) ? Double(english[index(row, column) + size - 1]) : 0
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    column >= firstColumns[row] && starts[row] + column - firstColumns[row] < starts[row + 1]
  }
}

/// Adds up what several segments know about each word of one.
private struct WordGains {
  /// For each place of the text: how much a translation probability of 1 would raise the word's likelihood.
  private let gains: [Double]
  private let counts: [Float]
  private var sums: [Double]
  private var touched: [Int32] = []

  init(_ text: TokenizedText, _ probabilities: [Double], model: BeadModel) {
    let odds = (1 - model.unmatched) / model.unmatched
    gains = text.types.map { odds / probabilities[Int($0)] }
    counts = text.counts
    sums = [Double](repeating: 0, count: gains.count)
  }

  /// The words of an English segment, explained by growing runs of the Chinese segments in `rows`.
  @inline(__always)
  mutating func explain(
    _ column: Int, by rows: [MatchTable.Row], words: ArraySlice<Double>, into scores: UnsafeMutablePointer<Float>
  ) {
    var total = 0.0
    for size in 0..<rows.count {
      total += words[words.startIndex + size]
      for index in rows[size].range(ofColumn: column) {
        add(Double(rows[size].matches[index].forward), to: rows[size].matches[index].english)
      }
      if !touched.isEmpty { scores[size] = score(words: total) }
    }
    clear()
  }

  /// The words of a Chinese segment, explained by growing runs of the English segments of `columns`.
  @inline(__always)
  mutating func explain(
    by row: MatchTable.Row, columns: Range<Int>, words: [Double], into scores: UnsafeMutablePointer<Float>
  ) {
    var total = 0.0
    for column in columns {
      total += words[column]
      for index in row.range(ofColumn: column) {
        add(Double(row.matches[index].backward), to: row.matches[index].chinese)
      }
      if !touched.isEmpty { scores[column - columns.lowerBound] = score(words: total) }
    }
    clear()
  }

  @inline(__always)
  private mutating func add(_ mass: Double, to place: Int32) {
    if sums[Int(place)] == 0 { touched.append(place) }
    sums[Int(place)] += mass
  }

  /// The logarithm of the product of what each touched word gains.
  private func score(words: Double) -> Float {
    let share = 1 / words
    var sum = 0.0
    var product = 1.0
    for place in touched {
      let factor = 1 + gains[Int(place)] * sums[Int(place)] * share
      let count = counts[Int(place)]
      if count == 1 { product *= factor } else { sum += Double(count) * log(factor) }
      if product > 1e200 {
        sum += log(product)
        product = 1
      }
    }
    return Float(sum + log(product))
  }

  @inline(__always)
  private mutating func clear() {
    if touched.isEmpty { return }
    for place in touched { sums[Int(place)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
