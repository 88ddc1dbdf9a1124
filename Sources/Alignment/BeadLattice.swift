import Glibc

/// All ways to align two texts inside a band, with a score for each bead.
struct BeadLattice {
  let band: AlignmentBand
  let chinese: Int
  let english: Int
  /// Where the places of each row begin.
  private let starts: [Int]
  /// For each place the scores of the two-sided beads that begin there, by shape, without priors; `-infinity` where the
  /// bead leaves the band.
  private var scores: [Float]
  /// The shapes of the beads: those with both sides, a Chinese segment alone, an English one alone.
  let steps: [(chinese: Int, english: Int)]
  private let shapeCount: Int

  /// Fills the lattice with the beads of at most `size` segments.
  ///
  /// Costs the area of the band times the number of shapes.
  init(
    matches: MatchTable, lexical: LexicalScores, length: LengthModel,
    joins: (chinese: SegmentJoins, english: SegmentJoins), band: AlignmentBand, model: BeadModel,
    ofAtMost size: Int = BeadModel.greatestSize
  ) {
    self.band = band
    chinese = matches.chinese.count
    english = matches.english.count
    steps = BeadModel.steps(ofAtMost: size)
    shapeCount = steps.count - 2
    var starts = [0]
    for row in band.low.indices { starts.append(starts[row] + band.high[row] - band.low[row] + 1) }
    self.starts = starts
    scores = [Float](repeating: -.infinity, count: starts[starts.count - 1] * shapeCount)
    let paid = (chinese: Self.paid(matches.chinese, model), english: Self.paid(matches.english, model))
    let lengths = length.table(sizes: size - 1)
    scores.withUnsafeMutableBufferPointer { scores in
      for row in 0..<chinese {
        for column in band.low[row]...band.high[row] where column < english {
          let base = (starts[row] + column - band.low[row]) * shapeCount
          lexical.forEachScore(row: row, column: column, ofAtMost: size, end: (chinese, english)) {
            rows, columns, gain in
            let (lastRow, lastColumn) = (row + rows, column + columns)
            guard lastColumn >= band.low[lastRow], lastColumn <= band.high[lastRow] else { return }
            let words =
              paid.chinese[lastRow] - paid.chinese[row] + paid.english[lastColumn] - paid.english[column]
            let fit = lengths.score(row: row, column: column, chinese: rows, english: columns)
            let cost = joins.chinese.cost(of: row..<lastRow) + joins.english.cost(of: column..<lastColumn)
            // Shapes are numbered by their Chinese segments, then by their English ones.
            let number = (rows - 1) * size - rows * (rows - 1) / 2 + columns - 1
            scores[base + number] = Float(gain + words + fit - cost)
          }
        }
      }
    }
  }

  /// What the words before each segment pay for standing in a bead at all.
  private static func paid(_ text: TokenizedText, _ model: BeadModel) -> [Double] {
    var sums = [0.0]
    for index in 0..<text.count {
      sums.append(sums[index] + text.totals[index] * log(model.unmatched))
    }
    return sums
  }

  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> Int { starts[row] + column - band.low[row] }
  @inline(__always)
  func contains(_ row: Int, _ column: Int) -> Bool {
    row <= chinese && column >= band.low[row] && column <= band.high[row]
  }

  /// Calls `body` for every step that begins at a place: the number of its shape, where it ends, and its score.
  @inline(__always)
  private func forEachStep(
    from row: Int, _ column: Int, priors: [Double],
    _ body: (_ number: Int, _ end: Int, _ score: Double) -> Void
  ) {
    let count = shapeCount
    if row < chinese {
      let base = place(row, column) * count
      for number in 0..<count {
        let score = scores[base + number]
        if score == -.infinity { continue }
        let shape = steps[number]
        body(number, place(row + shape.chinese, column + shape.english), Double(score) + priors[number])
      }
      if contains(row + 1, column) { body(count, place(row + 1, column), priors[count]) }
    }
    if column < band.high[row] { body(count + 1, place(row, column + 1), priors[count + 1]) }
  }

  /// The beads of the best way through.
  ///
  /// `priors` are the logarithms of the priors of ``steps``.
  func bestPath(priors: [Double]) -> [Bead] {
    var best = [Double](repeating: -.infinity, count: starts[starts.count - 1])
    var back = [Int8](repeating: -1, count: best.count)
    best[0] = 0
    for row in 0...chinese {
      for column in band.low[row]...band.high[row] {
        let value = best[place(row, column)]
        if value == -.infinity { continue }
        forEachStep(from: row, column, priors: priors) { number, end, score in
          if value + score > best[end] {
            best[end] = value + score
            back[end] = Int8(number)
          }
        }
      }
    }
    var beads: [Bead] = []
    var (row, column) = (chinese, english)
    while row > 0 || column > 0 {
      let step = steps[Int(back[place(row, column)])]
      beads.append(Bead(chinese: (row - step.chinese)..<row, english: (column - step.english)..<column))
      row -= step.chinese
      column -= step.english
    }
    return beads.reversed()
  }

  /// The part of the band through which ways lead whose score is less than `margin` behind the best.
  ///
  /// Costs two passes over the lattice.
  func likelyBand(priors: [Double], margin: Double) -> AlignmentBand {
    let (forward, backward) = sweeps(priors: priors) { max($0, $1) }
    let floor = forward[forward.count - 1] - margin
    var (low, high) = ([Int](repeating: english, count: chinese + 1), [Int](repeating: 0, count: chinese + 1))
    for row in 0...chinese {
      for column in band.low[row]...band.high[row] {
        let here = place(row, column)
        if forward[here] + backward[here] < floor { continue }
        low[row] = min(low[row], column)
        high[row] = max(high[row], column)
      }
    }
    return AlignmentBand(low: low, high: high, english: english)
  }

  /// The probability of every bead, from all ways through.
  struct Posterior {
    fileprivate let lattice: BeadLattice
    fileprivate let priors: [Double]
    let forward: [Double]
    let backward: [Double]

    /// The probability that the texts' alignment has exactly this bead.
    func probability(of bead: Bead) -> Double {
      let from = lattice.place(bead.chinese.lowerBound, bead.english.lowerBound)
      let to = lattice.place(bead.chinese.upperBound, bead.english.upperBound)
      var result = 0.0
      lattice.forEachStep(from: bead.chinese.lowerBound, bead.english.lowerBound, priors: priors) { _, end, score in
        if end == to { result = max(result, exp(forward[from] + score + backward[to] - backward[0])) }
      }
      return min(1, result)
    }

    /// How often each shape is expected in the alignment.
    func expectedCounts() -> [Double] {
      var counts = [Double](repeating: 0, count: lattice.steps.count)
      for row in 0...lattice.chinese {
        for column in lattice.band.low[row]...lattice.band.high[row] {
          let from = forward[lattice.place(row, column)] - backward[0]
          if from + backward[lattice.place(row, column)] < -12 { continue }
          lattice.forEachStep(from: row, column, priors: priors) { number, end, score in
            counts[number] += exp(from + score + backward[end])
          }
        }
      }
      return counts
    }
  }

  /// The steps whose probability is at least `least`, and those of the best way, ordered by where they begin.
  func likelySteps(_ posterior: Posterior, priors: [Double], least: Double) -> [LikelyStep] {
    let floor = log(least)
    var best = Set<Int>()
    for bead in bestPath(priors: priors) {
      let number = steps.firstIndex { $0 == (bead.chinese.count, bead.english.count) } ?? 0
      best.insert(place(bead.chinese.lowerBound, bead.english.lowerBound) * steps.count + number)
    }
    var result: [LikelyStep] = []
    for row in 0...chinese {
      for column in band.low[row]...band.high[row] {
        let from = posterior.forward[place(row, column)] - posterior.backward[0]
        if from + posterior.backward[place(row, column)] < floor { continue }
        forEachStep(from: row, column, priors: priors) { number, end, score in
          if from + score + posterior.backward[end] < floor,
            !best.contains(place(row, column) * steps.count + number)
          {
            return
          }
          result.append(LikelyStep(row: Int32(row), column: Int32(column), number: UInt8(number)))
        }
      }
    }
    return result
  }

  /// The probabilities of the beads.
  ///
  /// Costs two passes over the lattice.
  func posterior(priors: [Double]) -> Posterior {
    let (forward, backward) = sweeps(priors: priors) { logSum($0, $1) }
    return Posterior(lattice: self, priors: priors, forward: forward, backward: backward)
  }

  /// What all ways from the beginning to each place score together, and all from there to the end; `join` puts the scores
  /// of two ways together.
  @inline(__always)
  private func sweeps(
    priors: [Double], _ join: (Double, Double) -> Double
  ) -> (forward: [Double], backward: [Double]) {
    var forward = [Double](repeating: -.infinity, count: starts[starts.count - 1])
    var backward = forward
    forward[0] = 0
    for row in 0...chinese {
      for column in band.low[row]...band.high[row] {
        let value = forward[place(row, column)]
        if value == -.infinity { continue }
        forEachStep(from: row, column, priors: priors) { _, end, score in
          forward[end] = join(forward[end], value + score)
        }
      }
    }
    backward[backward.count - 1] = 0
    for row in (0...chinese).reversed() {
      for column in (band.low[row]...band.high[row]).reversed() {
        var joined = backward[place(row, column)]
        forEachStep(from: row, column, priors: priors) { _, end, score in joined = join(joined, backward[end] + score) }
        backward[place(row, column)] = joined
      }
    }
    return (forward, backward)
  }
}
