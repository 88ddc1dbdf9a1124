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
    // The segment at hand and those that a run from it on may reach.
    var window = MatchRows(matches)
    for row in 0..<min(sizes, rows) { window.append(row, columns: ranges[row]) }
    let reach = RunReach(band: band, sizes: sizes, rows: rows, columns: columns)
    for row in 0..<rows {
      gains.english.explainColumns(
        ranges[row], by: window, words: matches.chinese.totals[row...], into: &english, at: starts[row] * sizes,
        stride: sizes, greatestSize: { reach.chinese(row, $0) })
      gains.chinese.explainFirst(
        of: window, by: ranges[row], words: matches.english.totals, into: &chinese, at: starts[row] * sizes,
        stride: sizes, greatestSize: { reach.english(row, $0) })
      window.dropFirst()
      if row + sizes < rows { window.append(row + sizes, columns: ranges[row + sizes]) }
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
    var gained = InlineArray<8, Double>(repeating: 0)
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

/// How many segments a run may have, beside one of the other text, to be part of a bead of a band.
///
/// A bead is inside a band when it begins and ends there. Longer runs need no score.
private struct RunReach {
  let band: AlignmentBand
  /// The greatest number of segments in a run.
  let sizes: Int
  let rows: Int
  let columns: Int

  /// The greatest size of a run of Chinese segments from `row` on beside the English segment `column`; 1 at least.
  @inline(__always)
  func chinese(_ row: Int, _ column: Int) -> Int {
    if column < band.low[row] { return 1 }
    var size = min(sizes, rows - row)
    // The bead has `sizes + 1` segments at most, both sides together.
    while size > 1, column - (sizes - size) > band.high[row] || column + sizes + 1 - size < band.low[row + size] {
      size -= 1
    }
    return size
  }

  /// The greatest size of a run of English segments from `column` on beside the Chinese segment `row`; 1 at least.
  @inline(__always)
  func english(_ row: Int, _ column: Int) -> Int {
    if column > band.high[row] { return 1 }
    var size = min(sizes, columns - column)
    while size > 1,
      column < band.low[max(0, row - (sizes - size))] || column + size > band.high[min(rows, row + sizes + 1 - size)]
    {
      size -= 1
    }
    return size
  }
}

/// Adds up what several segments know about each word of one.
private struct WordGains {
  /// For each place of the text: how much a translation probability of 1 would raise the word's likelihood.
  private let gains: [Double]
  private let counts: [Float]
  /// For each place of the text what its counterparts have added up to; 0 but for those of ``touched``.
  private var sums: [Double]
  /// The places of the segment at hand that have a counterpart: room for the words of any segment.
  private var touched: [Int32]

  init(_ text: TokenizedText, _ probabilities: [Double], model: BeadModel) {
    let odds = (1 - model.unmatched) / model.unmatched
    gains = text.types.map { odds / probabilities[Int($0)] }
    counts = text.counts
    sums = [Double](repeating: 0, count: gains.count)
    touched = [Int32](repeating: 0, count: (0..<text.count).map { text.starts[$0 + 1] - text.starts[$0] }.max() ?? 0)
  }

  /// Explains the words of each of some English segments by growing runs of Chinese ones, those of `rows`; `words` are
  /// the numbers of words of these, and `greatestSize` tells how long the runs beside a segment grow.
  ///
  /// Writes the scores of a segment one after the other, those of the next `stride` places on.
  mutating func explainColumns(
    _ columns: Range<Int>, by rows: MatchRows, words: ArraySlice<Double>, into scores: inout [Float],
    at start: Int, stride: Int, greatestSize: (_ column: Int) -> Int
  ) {
    withSums { sums in
      rows.withView { rows in
        var cell = start
        for column in columns {
          var total = 0.0
          for size in 0..<greatestSize(column) {
            total += words[words.startIndex + size]
            rows.forEachMatch(row: size, column: column) { sums.add(Double($0.forward), to: $0.english) }
            if sums.count > 0 { scores[cell + size] = sums.score(words: total) }
          }
          sums.clear()
          cell += stride
        }
      }
    }
  }

  /// Explains the words of the first Chinese segment of `rows` by growing runs of English ones, from each of `columns` on;
  /// `words` are the numbers of words of these, and `greatestSize` tells how long the runs from a segment on grow.
  mutating func explainFirst(
    of rows: MatchRows, by columns: Range<Int>, words: [Double], into scores: inout [Float],
    at start: Int, stride: Int, greatestSize: (_ first: Int) -> Int
  ) {
    withSums { sums in
      rows.withView { rows in
        var cell = start
        for first in columns {
          let last = min(first + greatestSize(first), columns.upperBound)
          if rows.hasMatches(row: 0, columns: first..<last) {
            var total = 0.0
            for column in first..<last {
              total += words[column]
              rows.forEachMatch(row: 0, column: column) { sums.add(Double($0.backward), to: $0.chinese) }
              if sums.count > 0 { scores[cell + column - first] = sums.score(words: total) }
            }
            sums.clear()
          }
          cell += stride
        }
      }
    }
  }

  private mutating func withSums(_ body: (_ sums: inout Sums) -> Void) {
    gains.withUnsafeBufferPointer { gains in
      counts.withUnsafeBufferPointer { counts in
        sums.withUnsafeMutableBufferPointer { sums in
          touched.withUnsafeMutableBufferPointer { touched in
            var view = Sums(gains: gains, counts: counts, sums: sums, touched: touched)
            body(&view)
          }
        }
      }
    }
  }

  /// The sums at work.
  private struct Sums {
    let gains: UnsafeBufferPointer<Double>
    let counts: UnsafeBufferPointer<Float>
    let sums: UnsafeMutableBufferPointer<Double>
    let touched: UnsafeMutableBufferPointer<Int32>
    /// How many places are touched.
    private(set) var count = 0

    init(
      gains: UnsafeBufferPointer<Double>, counts: UnsafeBufferPointer<Float>,
      sums: UnsafeMutableBufferPointer<Double>, touched: UnsafeMutableBufferPointer<Int32>
    ) {
      self.gains = gains
      self.counts = counts
      self.sums = sums
      self.touched = touched
    }

    @inline(__always)
    mutating func add(_ mass: Double, to place: Int32) {
      if sums[Int(place)] == 0 {
        if mass == 0 { return }
        touched[count] = place
        count += 1
      }
      sums[Int(place)] += mass
    }

    /// The logarithm of the product of what each touched word gains.
    func score(words: Double) -> Float {
      let share = 1 / words
      var sum = 0.0
      var product = 1.0
      for index in 0..<count {
        let place = Int(touched[index])
        let factor = 1 + gains[place] * sums[place] * share
        let count = counts[place]
        if count == 1 { product *= factor } else { sum += Double(count) * log(factor) }
        if product > 1e200 {
          sum += log(product)
          product = 1
        }
      }
      return Float(sum + log(product))
    }

    @inline(__always)
    mutating func clear() {
      for index in 0..<count { sums[Int(touched[index])] = 0 }
      count = 0
    }
  }
}
