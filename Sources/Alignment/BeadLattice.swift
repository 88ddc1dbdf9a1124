import Glibc

/// All ways to align two texts inside a band, with a score for each bead.
struct BeadLattice {
  let band: AlignmentBand
  let chinese: Int
  let english: Int
  /// The number of places.
  private let placeCount: Int
  /// For each row the number that its columns are counted from: with the column added it is the number of a place.
  private let rowBases: [Int]
  /// For each place the scores of the two-sided beads that begin there, by shape, without priors; `-infinity` where the
  /// bead leaves the band.
  private var scores: [Float]
  /// The shapes of the beads: those with both sides, a Chinese segment alone, an English one alone.
  let steps: [(chinese: Int, english: Int)]
  private let shapeCount: Int
  /// For each row, by step, what is added to a column to give the place where the step ends that begins there.
  private let ends: [Int]

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
    let steps = BeadModel.steps(ofAtMost: size)
    self.steps = steps
    shapeCount = steps.count - 2
    var rowBases: [Int] = []
    rowBases.reserveCapacity(band.low.count)
    var placeCount = 0
    for row in band.low.indices {
      rowBases.append(placeCount - band.low[row])
      placeCount += band.high[row] - band.low[row] + 1
    }
    self.rowBases = rowBases
    self.placeCount = placeCount
    ends = rowBases.indices.flatMap { row in
      steps.map { rowBases[min(row + $0.chinese, rowBases.count - 1)] + $0.english }
    }
    scores = [Float](repeating: -.infinity, count: placeCount * shapeCount)
    let side = size - 1
    let costs = (
      chinese: Self.costs(matches.chinese, joins.chinese, sizes: side, model),
      english: Self.costs(matches.english, joins.english, sizes: side, model)
    )
    let lengths = length.table(sizes: side)
    scores.withUnsafeMutableBufferPointer { scores in
      for row in 0..<chinese {
        for column in band.low[row]...band.high[row] where column < english {
          let base = (rowBases[row] + column) * shapeCount
          lexical.forEachScore(row: row, column: column, ofAtMost: size, end: (chinese, english)) {
            rows, columns, gain in
            let (lastRow, lastColumn) = (row + rows, column + columns)
            guard lastColumn >= band.low[lastRow], lastColumn <= band.high[lastRow] else { return }
            let cost = costs.chinese[row * side + rows - 1] + costs.english[column * side + columns - 1]
            let fit = lengths.score(row: row, column: column, chinese: rows, english: columns)
            // Shapes are numbered by their Chinese segments, then by their English ones.
            let number = (rows - 1) * size - rows * (rows - 1) / 2 + columns - 1
            scores[base + number] = Float(gain + fit - cost)
          }
        }
      }
    }
  }

  /// What each run of up to `sizes` segments pays, by its first and its size: its words for standing in a bead at all, and
  /// the segments for being joined.
  private static func costs(
    _ text: TokenizedText, _ joins: SegmentJoins, sizes: Int, _ model: BeadModel
  ) -> [Double] {
    let price = -log(model.unmatched)
    var costs: [Double] = []
    costs.reserveCapacity(text.count * sizes)
    for first in 0..<text.count {
      var words = 0.0
      for size in 1...sizes {
        let end = min(first + size, text.count)
        if first + size <= text.count { words += text.totals[end - 1] }
        costs.append(words * price + joins.cost(of: first..<end))
      }
    }
    return costs
  }

  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> Int { rowBases[row] + column }
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
    let first = row * (count + 2)
    if row < chinese {
      let base = place(row, column) * count
      for number in 0..<count {
        let score = scores[base + number]
        if score == -.infinity { continue }
        body(number, ends[first + number] + column, Double(score) + priors[number])
      }
      if contains(row + 1, column) { body(count, ends[first + count] + column, priors[count]) }
    }
    if column < band.high[row] { body(count + 1, ends[first + count + 1] + column, priors[count + 1]) }
  }

  /// The beads of the best way through.
  ///
  /// `priors` are the logarithms of the priors of ``steps``.
  func bestPath(priors: [Double]) -> [Bead] {
    var best = [Double](repeating: -.infinity, count: placeCount)
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

  /// The steps whose probability is at least `least`, and those of a way through, ordered by where they begin.
  func likelySteps(_ posterior: Posterior, priors: [Double], and way: [Bead], least: Double) -> [LikelyStep] {
    let floor = log(least)
    // The way's steps, the next one last.
    var best = way.reversed()[...]
    var result: [LikelyStep] = []
    for row in 0...chinese {
      for column in band.low[row]...band.high[row] {
        var kept: Int?
        if let bead = best.last, bead.chinese.lowerBound == row, bead.english.lowerBound == column {
          kept = steps.firstIndex { $0 == (bead.chinese.count, bead.english.count) }
          best.removeLast()
        }
        let from = posterior.forward[place(row, column)] - posterior.backward[0]
        if kept == nil, from + posterior.backward[place(row, column)] < floor { continue }
        forEachStep(from: row, column, priors: priors) { number, end, score in
          if number != kept, from + score + posterior.backward[end] < floor { return }
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
    var forward = [Double](repeating: -.infinity, count: placeCount)
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
