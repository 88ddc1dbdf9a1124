import Glibc

/// How well the lengths of two sides fit: the logarithm of their ratio is normal around that of the whole texts.
struct LengthModel {
  private let chinese: [Double]
  private let english: [Double]
  private(set) var ratio: Double
  private let spread: Double
  private let noise: Double

  /// English letters for each Chinese character, in texts at large.
  static let usualRatio = 3.6

  /// Creates the model of two texts whose ratio is that of their whole lengths.
  init(chinese: [Double], english: [Double], model: BeadModel) {
    self.chinese = Self.sums(chinese)
    self.english = Self.sums(english)
    let characters = self.chinese[chinese.count]
    let letters = self.english[english.count]
    // Where one side leaves out most of the other, the whole lengths say nothing.
    let whole = characters > 0 && letters > 0 ? letters / characters : Self.usualRatio
    ratio = min(max(whole, Self.usualRatio / 2), Self.usualRatio * 2)
    spread = model.lengthSpread
    noise = model.lengthNoise
  }

  /// Takes the ratio from beads instead of the whole texts: what one side leaves out should not count.
  ///
  /// The median of the beads' ratios, weighted by length.
  mutating func fit(to beads: [Bead]) {
    var samples: [(ratio: Double, weight: Double)] = []
    for bead in beads where !bead.isOneSided {
      let characters = chinese[bead.chinese.upperBound] - chinese[bead.chinese.lowerBound]
      let letters = english[bead.english.upperBound] - english[bead.english.lowerBound]
      if characters > 0 && letters > 0 { samples.append((letters / characters, characters)) }
    }
    samples.append((ratio, 20))
    samples.sort { ($0.ratio, $0.weight) < ($1.ratio, $1.weight) }
    var rest = samples.reduce(0) { $0 + $1.weight } / 2
    for sample in samples {
      rest -= sample.weight
      if rest <= 0 {
        ratio = sample.ratio
        return
      }
    }
  }

  func score(chinese rows: Range<Int>, english columns: Range<Int>) -> Double {
    let (misfit, variance) = misfit(rows, columns)
    return -0.5 * (misfit + log(variance / (spread * spread)))
  }

  /// The scores of all runs of up to `sizes` segments, with the logarithms taken beforehand.
  struct Table {
    fileprivate let sizes: Int
    /// For each run of Chinese segments, by its first and its size: the logarithm of the letters expected, and what the
    /// squared distance from it costs, and what its uncertainty does.
    fileprivate let chinese: [(expected: Double, slope: Double, base: Double)]
    /// For each run of English segments the logarithm of its letters.
    fileprivate let english: [Double]

    @inline(__always)
    func score(row: Int, column: Int, chinese rows: Int, english columns: Int) -> Double {
      let run = chinese[row * sizes + rows - 1]
      let distance = english[column * sizes + columns - 1] - run.expected
      return -(distance * distance * run.slope + run.base)
    }
  }

  func table(sizes: Int) -> Table {
    func lengths<Value>(_ sums: [Double], _ value: (Double) -> Value) -> [Value] {
      (0..<(sums.count - 1)).flatMap { start in
        (1...sizes).map { value(sums[min(start + $0, sums.count - 1)] - sums[start]) }
      }
    }
    return Table(
      sizes: sizes,
      chinese: lengths(chinese) { characters in
        let variance = variance(characters)
        return (log(ratio * characters + 3), 0.5 / variance, 0.5 * log(variance / (spread * spread)))
      },
      english: lengths(english) { log($0 + 3) })
  }

  /// The squared distance of a bead's lengths from the usual ratio, in standard deviations.
  func misfit(of bead: Bead) -> Double { misfit(bead.chinese, bead.english).squared }

  /// The logarithm of how much longer the English side of a bead is than the Chinese one leads to expect.
  func distance(of bead: Bead) -> Double { distance(bead.chinese, bead.english).distance }

  @inline(__always)
  private func misfit(_ rows: Range<Int>, _ columns: Range<Int>) -> (squared: Double, variance: Double) {
    let (distance, characters) = distance(rows, columns)
    let variance = variance(characters)
    return (distance * distance / variance, variance)
  }

  @inline(__always)
  private func distance(_ rows: Range<Int>, _ columns: Range<Int>) -> (distance: Double, characters: Double) {
    let characters = chinese[rows.upperBound] - chinese[rows.lowerBound]
    let letters = english[columns.upperBound] - english[columns.lowerBound]
    return (log((letters + 3) / (ratio * characters + 3)), characters)
  }

  /// How far the logarithm of the ratio strays for a side of so many Chinese characters, squared.
  @inline(__always)
  private func variance(_ characters: Double) -> Double { spread * spread + noise / (characters + 1) }

  private static func sums(_ lengths: [Double]) -> [Double] {
    var result = [0.0]
    for length in lengths { result.append(result[result.count - 1] + length) }
    return result
  }
}
