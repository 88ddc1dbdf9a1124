import Foundation

/// All ways to align two texts inside a band, with a score for each bead, and the best of them.
struct BeadLattice {
  let band: AlignmentBand
  let chinese: Int
  let english: Int
  /// The score of leaving out one Chinese, one English segment.
  let chineseOmission: Double
  let englishOmission: Double
  /// Where the places of each row begin.
  private let starts: [Int]
  /// For each place the scores of the beads that begin there, by shape; `-infinity` where the bead leaves the band.
  private var scores: [Float]
  private static let shapes = BeadModel.shapes
  /// The shapes, and the two omissions after them.
  private static let steps = shapes + [(chinese: 1, english: 0), (chinese: 0, english: 1)]

  init(
    matches: MatchTable, lexical: LexicalScores, length: LengthModel, band: AlignmentBand, model: BeadModel
  ) {
    self.band = band
    chinese = matches.chinese.count
    english = matches.english.count
    chineseOmission = model.priorWeight * log(BeadModel.prior(chinese: 1, english: 0)) - model.omission
    englishOmission = model.priorWeight * log(BeadModel.prior(chinese: 0, english: 1)) - model.omission
    var starts = [0]
    for row in band.low.indices { starts.append(starts[row] + band.high[row] - band.low[row] + 1) }
    self.starts = starts
    scores = [Float](repeating: -.infinity, count: starts[starts.count - 1] * Self.shapes.count)
    fill(matches: matches, lexical: lexical, length: length, model: model)
  }

  private mutating func fill(
    matches: MatchTable, lexical: LexicalScores, length: LengthModel, model: BeadModel
  ) {
    let chinesePaid = Self.paid(matches.chinese, model)
    let englishPaid = Self.paid(matches.english, model)
    let priors = Self.shapes.map { model.priorWeight * log(BeadModel.prior(chinese: $0.chinese, english: $0.english)) }
    for row in 0..<chinese {
      for column in band.low[row]...band.high[row] {
        let base = place(row, column) * Self.shapes.count
        for (number, shape) in Self.shapes.enumerated() {
          let (lastRow, lastColumn) = (row + shape.chinese, column + shape.english)
          guard lastRow <= chinese, lastColumn <= english, contains(lastRow, lastColumn) else { continue }
          var score = 0.0
          let first = lexical.cell(row, column) + shape.chinese - 1
          for step in 0..<shape.english {
            score += Double(lexical.english(at: first + step * LexicalScores.sizes))
          }
          for step in 0..<shape.chinese {
            score += Double(lexical.chinese(at: lexical.cell(row + step, column) + shape.english - 1))
          }
          score += chinesePaid[lastRow] - chinesePaid[row] + englishPaid[lastColumn] - englishPaid[column]
          score += length.score(chinese: row..<lastRow, english: column..<lastColumn) + priors[number]
          scores[base + number] = Float(score)
        }
      }
    }
  }

  /// What the words before each segment pay for standing in a bead at all.
  private static func paid(_ text: TokenizedText, _ model: BeadModel) -> [Double] {
    var sums = [0.0]
    for total in text.totals { sums.append(sums[sums.count - 1] + total * log(model.unmatched)) }
    return sums
  }

  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> Int { starts[row] + column - band.low[row] }
  @inline(__always)
  private func contains(_ row: Int, _ column: Int) -> Bool { column >= band.low[row] && column <= band.high[row] }

  /// The beads of the best way through, without scores.
  func bestPath() -> [Bead] {
    var best = [Double](repeating: -.infinity, count: starts[starts.count - 1])
    var back = [Int8](repeating: -1, count: best.count)
    best[0] = 0
    let omissionNumber = Int8(Self.shapes.count)
    for row in 0...chinese {
      for column in band.low[row]...band.high[row] {
        let here = place(row, column)
        let value = best[here]
        if value == -.infinity { continue }
        func offer(_ row: Int, _ column: Int, _ score: Double, _ number: Int8) {
          let there = place(row, column)
          if value + score > best[there] {
            best[there] = value + score
            back[there] = number
          }
        }
        if row < chinese {
          for (number, shape) in Self.shapes.enumerated() {
            let score = scores[here * Self.shapes.count + number]
            if score > -.infinity {
              offer(row + shape.chinese, column + shape.english, Double(score), Int8(number))
            }
          }
          if contains(row + 1, column) { offer(row + 1, column, chineseOmission, omissionNumber) }
        }
        if column < band.high[row] { offer(row, column + 1, englishOmission, omissionNumber + 1) }
      }
    }
    var beads: [Bead] = []
    var (row, column) = (chinese, english)
    while row > 0 || column > 0 {
      let number = Int(back[place(row, column)])
      let shape = Self.steps[number]
      beads.append(
        Bead(chinese: (row - shape.chinese)..<row, english: (column - shape.english)..<column))
      row -= shape.chinese
      column -= shape.english
    }
    return beads.reversed()
  }
}
