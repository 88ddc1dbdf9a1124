/// What came of comparing the number of one text with that of its translation.
public enum QuantityComparison: Hashable, Sendable {
  /// The same value, within what the words allow.
  case equal
  /// The same number of something else: 5 yuan and 5 dollars, 5 公里 and 5 miles.
  case unitMismatch
  /// The second is ten to the `exponent` times the first: the slip of 万 and 亿.
  case differsByPowerOfTen(exponent: Int)
  /// Another value.
  case different
}

extension Quantity {
  /// Compares this number with that of a translation, by value: `98亿` equals `9.8 billion`.
  ///
  /// Exact numbers must be the same, or one the other rounded to three or more figures. A hedge on one side alone
  /// gives a tenth of play on its side of the number; a measure that was converted gives a twentieth. A number without
  /// a unit is compared with the other as written.
  /// The exponent of the result is the power of ten by which `other` is too large.
  public func comparison(with other: Quantity) -> QuantityComparison {
    guard let (mine, theirs) = commonBounds(with: other) else {
      return NumberMatch.isSame(writtenLower, other.writtenLower)
        && NumberMatch.isSame(writtenUpper, other.writtenUpper)
        ? .unitMismatch : .different
    }
    // 60 kilograms are 132 pounds.
    if unit == .mass, other.unit == .mass, isUnitAmbiguous != other.isUnitAmbiguous,
      NumberMatch.isEqual(bounds, other.bounds, play: 0.05)
    {
      return .equal
    }
    let isConverted = unit == other.unit && scale != other.scale && Self.isMeasure(unit)
    if NumberMatch.isEqual(mine, theirs, play: isConverted ? 0.05 : 0) { return .equal }
    if unit == .multiple, other.unit == .multiple || other.unit == .count, theirs.upper - mine.upper == 1 {
      return .equal  // 增长两倍 is three times as much
    }
    if let exponent = NumberMatch.powerOfTen(from: mine, to: theirs) { return .differsByPowerOfTen(exponent: exponent) }
    let isAge = unit == .age && other.unit == .duration || unit == .duration && other.unit == .age
    if isConverted || isAge && scale != other.scale, NumberMatch.isSame(writtenLower, other.writtenLower),
      NumberMatch.isSame(writtenUpper, other.writtenUpper)
    {
      return .unitMismatch
    }
    return .different
  }

  /// What 元 alone may mean on the mainland, in Hong Kong and in Taiwan.
  private static let yuan: Set<CurrencyCode> = ["CNY", "HKD", "TWD"]

  private static func isMeasure(_ unit: UnitClass) -> Bool {
    switch unit {
    case .length, .area, .volume, .mass, .duration, .temperature, .energy, .power, .speed, .dataSize, .frequency,
      .voltage, .electricCurrent, .electricCharge, .resistance, .pressure, .force:
      true
    default: false
    }
  }

  /// Both numbers in one unit, or nil when their units have nothing in common.
  private func commonBounds(with other: Quantity) -> (NumberMatch.Bounds, NumberMatch.Bounds)? {
    if unit == other.unit, !isUnitAmbiguous, !other.isUnitAmbiguous { return (bounds, other.bounds) }
    if unit == other.unit, scale == other.scale { return (bounds, other.bounds) }
    switch (unit, other.unit) {
    case (.multiple, .percent): return (bounds.scaled(by: 100), other.bounds)
    case (.percent, .multiple): return (bounds, other.bounds.scaled(by: 100))
    case (.discount, .percent): return (isNear(other) ? bounds : bounds.mirrored, other.bounds)
    case (.percent, .discount): return (bounds, isNear(other) ? other.bounds : other.bounds.mirrored)
    case (.age, .duration): return (bounds, other.bounds.scaled(by: 1 / TimeSpan.year))
    case (.duration, .age): return (bounds.scaled(by: 1 / TimeSpan.year), other.bounds)
    // The hour may stand elsewhere: 由每小时21.4公里提高到24.1公里.
    case (.length, .speed): return (bounds.scaled(by: 0.001), other.bounds)
    case (.speed, .length): return (bounds, other.bounds.scaled(by: 0.001))
    case (.currency(let mine), .currency(let theirs))
    where Self.yuan.contains(mine) && Self.yuan.contains(theirs): return (bounds, other.bounds)
    default: break
    }
    let isBare = unit == .count || other.unit == .count || unit == .ordinal || other.unit == .ordinal
    return isBare || isUnitAmbiguous || other.isUnitAmbiguous ? (writtenBounds, other.writtenBounds) : nil
  }

  private func isNear(_ other: Quantity) -> Bool { abs(upper - other.upper) < 1e-9 }

  private var bounds: NumberMatch.Bounds { .init(lower: lower, upper: upper, exactness: exactness) }
  private var writtenBounds: NumberMatch.Bounds {
    .init(lower: writtenLower, upper: writtenUpper, exactness: exactness)
  }
}

/// Whether two numbers, each with its bounds and its hedge, can be the same.
enum NumberMatch {
  struct Bounds {
    var lower: Double
    var upper: Double
    var exactness: Exactness

    func scaled(by factor: Double) -> Bounds {
      Bounds(lower: lower * factor, upper: upper * factor, exactness: exactness)
    }
    /// What is left of a hundred.
    var mirrored: Bounds { Bounds(lower: 100 - upper, upper: 100 - lower, exactness: exactness) }
    var isRange: Bool { lower != upper }
  }

  static func isEqual(_ a: Bounds, _ b: Bounds, play: Double) -> Bool {
    if isSame(a.lower, b.lower, play: play), isSame(a.upper, b.upper, play: play) { return true }
    // `30多` and `over 30`: the lower bounds count.
    if isSame(a.lower, b.lower, play: play), opensUpwards(a), opensUpwards(b) { return true }
    // `more than 10` and 十几.
    if opensUpwards(a), b.isRange, b.lower >= a.lower, b.lower <= a.lower * 1.2 { return true }
    if opensUpwards(b), a.isRange, a.lower >= b.lower, a.lower <= b.lower * 1.2 { return true }
    return holds(a, b, play: play) || holds(b, a, play: play)
  }

  private static func opensUpwards(_ bounds: Bounds) -> Bool {
    bounds.exactness == .moreThan || bounds.exactness == .atLeast
  }

  /// Whether the vague or hedged number `a` leaves room for `b`.
  private static func holds(_ a: Bounds, _ b: Bounds, play: Double) -> Bool {
    var (least, greatest) = (a.lower, a.upper)
    let isHedgedAlone = a.exactness != b.exactness
    switch a.exactness {
    case .about where isHedgedAlone || a.isRange:
      let slack = a.isRange ? 0 : 0.1
      least -= abs(least) * slack
      greatest += abs(greatest) * slack
    case .moreThan where isHedgedAlone || a.isRange, .atLeast where isHedgedAlone: greatest += abs(greatest) * 0.1
    case .lessThan where isHedgedAlone, .atMost where isHedgedAlone: least -= abs(least) * 0.1
    default: return false
    }
    return b.lower >= least - abs(least) * (play + 1e-9) && b.upper <= greatest + abs(greatest) * (play + 1e-9)
  }

  /// Whether two values are the same, or one is the other rounded to at least three figures.
  static func isSame(_ a: Double, _ b: Double, play: Double = 0) -> Bool {
    let greater = max(abs(a), abs(b))
    let difference = abs(a - b)
    if difference <= greater * max(play, 1e-9) { return true }
    guard difference <= greater * 0.005 else { return false }
    let figures = min(significantFigures(a), significantFigures(b))
    return figures >= 3 && abs(rounded(a, to: figures) - rounded(b, to: figures)) <= greater * 1e-9
  }

  /// The power of ten between two numbers that are otherwise the same.
  static func powerOfTen(from a: Bounds, to b: Bounds) -> Int? {
    guard a.lower > 0, b.lower > 0 else { return nil }
    var exponent = 0
    var value = a.lower
    while value < b.lower * 0.7, exponent < 15 {
      value *= 10
      exponent += 1
    }
    while value > b.lower * 7, exponent > -15 {
      value /= 10
      exponent -= 1
    }
    guard exponent != 0, abs(value - b.lower) <= value * 1e-9 else { return nil }
    let upper = a.upper * (b.lower / a.lower)
    return a.isRange && b.isRange && abs(upper - b.upper) > upper * 1e-9 ? nil : exponent
  }

  /// How many figures a number has without the noughts at its end.
  private static func significantFigures(_ value: Double) -> Int {
    var value = abs(value)
    guard value > 0, value.isFinite else { return 0 }
    while value >= 1e9 { value /= 10 }
    while value < 1e8 { value *= 10 }
    var whole = (value).rounded()
    var figures = 9
    while figures > 1, whole.truncatingRemainder(dividingBy: 10) == 0 {
      whole /= 10
      figures -= 1
    }
    return figures
  }

  private static func rounded(_ value: Double, to figures: Int) -> Double {
    var step = 1.0
    var limit = 1.0
    for _ in 0..<figures { limit *= 10 }
    while abs(value) / step >= limit { step *= 10 }
    while abs(value) / step < limit / 10, step > 1e-12 { step /= 10 }
    return (value / step).rounded() * step
  }
}
