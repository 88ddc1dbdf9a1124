import TextCore

/// A numeral of Chinese text: figures, Chinese numerals of every style, or both mixed.
struct ChineseNumeral {
  /// The value, or the bounds of a vague one (`几十`, `七八百`, `30多`).
  var lower: Double
  var upper: Double
  var exactness: Exactness
  /// The index of its first scalar.
  var start: Int
  /// The index after the numeral.
  var end: Int
  /// Whether it holds Arabic figures.
  var hasFigures: Bool
  /// Whether it says only an order of magnitude: `几十`, `数百`, a bare `万`.
  var isVague: Bool
  /// How many Chinese figures stand side by side without a unit: 4 for `二〇一四`.
  var positionalFigures: Int
  /// The 万, 亿 and so on at the end, which a range shares: 10,000 for `3万`.
  var magnitude: Double
  /// Whether nothing but a bare unit was written: `万`, `千`.
  var isBareUnit: Bool

  /// The value of a Chinese figure, in the common and the financial style, or nil.
  static func figure(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0x96F6, 0x3007: 0  // 零 〇
    case 0x4E00, 0x58F9: 1  // 一 壹
    case 0x4E8C, 0x8D30, 0x4E24: 2  // 二 贰 两
    case 0x4E09, 0x53C1: 3  // 三 叁
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646: 6  // 六 陆
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  /// 十 百 千 and their other forms, or nil.
  static func unit(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0x5341, 0x62FE: 10  // 十 拾
    case 0x767E, 0x4F70: 100  // 百 佰
    case 0x5343, 0x4EDF: 1000  // 千 仟
    default: nil
    }
  }

  /// 万 亿 兆, or nil.
  static func bigUnit(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0x4E07: 1e4
    case 0x4EBF: 1e8
    case 0x5146: 1e12
    default: nil
    }
  }

  /// Whether the scalar is a figure or a unit.
  @inline(__always)
  static func isPart(_ scalar: UInt32) -> Bool { (0x3007...0x96F6).contains(scalar) && isPartOfRange(scalar) }

  /// Whether a scalar is 廿, 卅 or one that ``figure(_:)``, ``unit(_:)`` or ``bigUnit(_:)`` knows.
  private static func isPartOfRange(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5EFF, 0x5345: true
    default: figure(scalar) != nil || unit(scalar) != nil || bigUnit(scalar) != nil
    }
  }

  /// The numeral that begins at `index`, or nil.
  static func parse(_ text: FoldedText, at index: Int) -> ChineseNumeral? {
    var parser = ChineseNumeralParser(text, at: index)
    return parser.parse()
  }
}

/// Reads one numeral from left to right.
struct ChineseNumeralParser {
  private let text: FoldedText
  private let start: Int
  private var index: Int
  private var total = Bounds(0)
  private var section = Bounds(0)
  /// The figures read last, not yet multiplied, and the power of ten that divides them.
  private var current: Bounds?
  private var divisor = 1.0
  private var currentIsFigures = false
  private var lastUnit = 1.0
  private var lastBig = 0.0
  private var magnitude = 1.0
  private var sawZero = false
  private var sawUnit = false
  private var unitCount = 0
  private var result: ChineseNumeral

  /// A value, or the least and greatest of several.
  private struct Bounds {
    var lower: Double
    var upper: Double
    init(_ value: Double) { (lower, upper) = (value, value) }
    init(_ lower: Double, _ upper: Double) { (self.lower, self.upper) = (lower, upper) }
    static func + (a: Bounds, b: Bounds) -> Bounds { Bounds(a.lower + b.lower, a.upper + b.upper) }
    static func * (a: Bounds, factor: Double) -> Bounds { Bounds(a.lower * factor, a.upper * factor) }
    static func / (a: Bounds, factor: Double) -> Bounds { Bounds(a.lower / factor, a.upper / factor) }
  }

  init(_ text: FoldedText, at index: Int) {
    self.text = text
    start = index
    self.index = index
    result = ChineseNumeral(
      lower: 0, upper: 0, exactness: .exact, start: index, end: index, hasFigures: false, isVague: false,
      positionalFigures: 0,
      magnitude: 1, isBareUnit: false)
  }

  mutating func parse() -> ChineseNumeral? {
    if let millions = millions() { return millions }
    while index < text.count, readPart() {}
    guard index > start else { return nil }
    applyTrailingFigure()
    let value = total + section + (current.map { $0 / divisor } ?? Bounds(0))
    result.lower = Self.finite(value.lower)
    result.upper = Self.finite(max(value.lower, value.upper))
    result.end = index
    result.magnitude = magnitude
    result.isBareUnit = sawUnit && index - start == 1 && lastUnit > 10
    return result
  }

  /// `千百万`: millions, nobody says how many.
  private func millions() -> ChineseNumeral? {
    guard text.at(start) == 0x5343, text.at(start + 1) == 0x767E, text.at(start + 2) == 0x4E07 else { return nil }
    var numeral = result
    (numeral.lower, numeral.upper, numeral.exactness) = (1e6, 1e7, .about)
    (numeral.isVague, numeral.magnitude, numeral.end) = (true, 1e4, start + 3)
    return numeral
  }

  private static func finite(_ value: Double) -> Double {
    value.isFinite ? value : .greatestFiniteMagnitude
  }

  private mutating func readPart() -> Bool {
    let scalar = text.at(index)
    if scalar.isASCIIDigit { return readFigures() }
    if ChineseNumeral.figure(scalar) != nil { return readHanFigures() }
    if scalar == 0x20 { return skipSpaceBeforeUnit() }
    if let unit = ChineseNumeral.unit(scalar) { return readUnit(unit) }
    if scalar == 0x5EFF || scalar == 0x5345 {  // 廿 卅
      guard current == nil else { return false }
      section = section + Bounds(scalar == 0x5EFF ? 20 : 30)
      index += 1
      sawUnit = true
      lastUnit = 10
      return true
    }
    if let unit = ChineseNumeral.bigUnit(scalar) { return readBigUnit(unit) }
    return readVague(scalar)
  }

  /// `1,250,000.5`; a second number side by side ends the numeral.
  private mutating func readFigures() -> Bool {
    guard current == nil, let number = FigureScan.number(in: text.values, at: index) else { return false }
    current = Bounds(number.mantissa)
    divisor = number.divisor
    currentIsFigures = true
    result.hasFigures = true
    index = number.end
    magnitude = 1
    return true
  }

  private mutating func readHanFigures() -> Bool {
    guard current == nil, !isOunceBehindUnit(at: index) else { return false }
    var end = index
    var value = 0.0
    while let figure = ChineseNumeral.figure(text.at(end)), end == index || !isOunce(at: end) {
      value = value * 10 + figure
      end += 1
    }
    let first = ChineseNumeral.figure(text.at(index)) ?? 0
    let second = ChineseNumeral.figure(text.at(index + 1)) ?? 0
    if end - index == 1 {
      if first == 0 && sawUnit { sawZero = true } else { current = Bounds(first) }
    } else if end - index == 2 && first == 0 && sawUnit {
      sawZero = true
      current = Bounds(second)
    } else if end - index == 2 && Self.areNeighbours(first, second, isPair: text.at(index + 1) == 0x4E24) {
      current = Bounds(min(first, second), max(first, second))
      result.isVague = false
      result.exactness = .about
    } else if sawUnit && first != 0 {
      return false
    } else {
      current = Bounds(value)
      result.positionalFigures = end - index
    }
    divisor = 1
    currentIsFigures = false
    magnitude = 1
    index = end
    readHanDecimals()
    return true
  }

  /// Whether 两 behind a figure is the unit of weight: `二两`, but not `一两个`, `三两天`.
  private func isOunce(at index: Int) -> Bool {
    guard text.at(index) == 0x4E24 else { return false }
    let (before, next) = (text.at(index - 1), text.at(index + 1))
    guard before == 0x4E00 || before == 0x4E09 else { return true }  // 一 三
    let isCounted =
      ChineseQuantities.isClassifier(next) || ChineseNumeral.unit(next) != nil || ChineseNumeral.bigUnit(next) != nil
    return !isCounted && !Self.afterOneOrTwo.contains(next)
  }

  private static let afterOneOrTwo = HanSet("天年月日周秒分小元块米步口点样下手眼斤里")

  /// Whether 两 is the unit of weight behind 十, 百 or 千: `十两`, but not `一万两千`.
  private func isOunceBehindUnit(at index: Int) -> Bool {
    let next = text.at(index + 1)
    return text.at(index) == 0x4E24 && sawUnit && ChineseNumeral.unit(next) == nil
      && ChineseNumeral.bigUnit(next) == nil
  }

  /// `七八`, `三五`, `三两`: two figures that name bounds.
  private static func areNeighbours(_ first: Double, _ second: Double, isPair: Bool) -> Bool {
    first > 0 && (second == first + 1 || first == 3 && (second == 5 || isPair))
  }

  /// The `点五` of `三点五亿`; `三点五十分` is a time.
  private mutating func readHanDecimals() {
    guard text.at(index) == 0x70B9, ChineseNumeral.figure(text.at(index + 1)) != nil else { return }
    var end = index + 1
    var fraction = 0.0
    var power = 1.0
    while let figure = ChineseNumeral.figure(text.at(end)), power < 1e15 {
      fraction = fraction * 10 + figure
      power *= 10
      end += 1
    }
    if let unit = ChineseNumeral.unit(text.at(end)), unit == 10 || text.at(end + 1) == 0x5206 { return }
    if text.at(end) == 0x5206 && text.at(end + 1) != 0x4E4B || text.at(end) == 0x523B { return }  // 分 刻, not 分之
    let whole = section.lower + (current?.lower ?? 0)
    section = Bounds(0)
    current = Bounds(whole * power + fraction)
    divisor = power
    index = end
  }

  /// `1.25 亿`: a space before a unit.
  private mutating func skipSpaceBeforeUnit() -> Bool {
    guard current != nil, currentIsFigures else { return false }
    let next = text.at(index + 1)
    guard let unit = ChineseNumeral.unit(next) ?? ChineseNumeral.bigUnit(next), unit >= 100 else { return false }
    if isPrefixOfMeasure(at: index + 1) { return false }
    index += 1
    return true
  }

  /// `千` in `千克`, `兆` in `兆瓦`, `百` in `百帕`: part of the unit of measure.
  private func isPrefixOfMeasure(at index: Int) -> Bool {
    let (next, third) = (text.at(index + 1), text.at(index + 2))
    switch text.at(index) {
    case 0x5343: return Self.kiloNouns.contains(next) && Self.isUnitNoun(next, before: third)
    case 0x5146:
      return Self.megaNouns.contains(next) && Self.isUnitNoun(next, before: third)
        || Self.afterMegabits.contains(next)
    case 0x767E: return next == 0x5206 && third == 0x70B9 && index > start || next == 0x5E15  // 百分点 百帕
    default: return false
    }
  }

  private static let kiloNouns = HanSet("克瓦卡焦赫伏帕安欧牛电字比")
  private static let megaNouns = HanSet("瓦赫字比帕焦伏欧牛电")
  /// What stands behind the 兆 of `100兆宽带`.
  private static let afterMegabits = HanSet("宽带光网流内")

  /// Whether a character is the beginning of a unit and not of another word: 千字节 and 千欧, not 千字 and 千欧元.
  private static func isUnitNoun(_ scalar: UInt32, before next: UInt32) -> Bool {
    switch scalar {
    case 0x5B57: next == 0x8282  // 字节
    case 0x6BD4: next == 0x7279  // 比特
    case 0x7535: next == 0x5B50  // 电子伏
    default: !ChineseUnits.isOtherWord(scalar, before: next)
    }
  }

  private mutating func readUnit(_ unit: Double) -> Bool {
    // 两万五千瓦 is 25,000 watts, 25千瓦 and 20万千瓦 count kilowatts.
    if isPrefixOfMeasure(at: index), current != nil ? !sawUnit || currentIsFigures : sawUnit { return false }
    if current == nil && sawUnit && unit >= lastUnit && section.lower > 0 { return false }
    section = section + (current ?? Bounds(1)) * unit / divisor
    noteUnit(unit)
    lastUnit = unit
    magnitude *= unit
    return true
  }

  private mutating func readBigUnit(_ unit: Double) -> Bool {
    if isPrefixOfMeasure(at: index) { return false }
    let value = section + (current.map { $0 / divisor } ?? Bounds(0))
    if value.upper > 0 {
      // Multiplied before it is divided, 2.3亿 has no rounding error.
      let scaled = section.upper == 0 ? (current ?? value) * unit / divisor : value * unit
      total = lastBig > 0 && unit > lastBig ? (total * unit) + scaled : total + scaled
    } else if total.upper > 0 {
      total = total * unit
    } else {
      total = Bounds(unit)
    }
    section = Bounds(0)
    lastBig = lastBig > 0 && value.upper == 0 ? lastBig * unit : unit
    lastUnit = unit
    noteUnit(unit)
    magnitude *= unit
    return true
  }

  private mutating func noteUnit(_ unit: Double) {
    current = nil
    divisor = 1
    sawUnit = true
    sawZero = false
    unitCount += 1
    index += 1
  }

  /// `几`, `数`, `多`, `余`, `来`.
  private mutating func readVague(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x51E0, 0x6570:  // 几 数
      guard current == nil else { return false }
      let next = text.at(index + 1)
      let isBeforeUnit = ChineseNumeral.unit(next) != nil || ChineseNumeral.bigUnit(next) != nil
      guard isBeforeUnit || (scalar == 0x51E0 && sawUnit && lastUnit == 10) else { return false }
      if isBeforeUnit && sawUnit && lastUnit < 10_000 && ChineseNumeral.unit(next) != nil { return false }
      current = sawUnit ? Bounds(1, 9) : Bounds(2, 9)
      result.isVague = true
      result.exactness = .about
      index += 1
      return true
    case 0x591A, 0x4F59, 0x6765:  // 多 余 来
      return readSurplus(scalar)
    default:
      return false
    }
  }

  private static let afterSome = HanSet("个岁年人名位天次家万亿元只种")

  /// `30多万`, `二十余`, `十来个`.
  private mutating func readSurplus(_ scalar: UInt32) -> Bool {
    guard index > start, current != nil || sawUnit, !result.isVague, result.exactness == .exact else { return false }
    let next = text.at(index + 1)
    let isBeforeUnit = ChineseNumeral.unit(next) != nil || ChineseNumeral.bigUnit(next) != nil
    if scalar == 0x6765 {
      guard sawUnit, current == nil,
        isBeforeUnit || Self.afterSome.contains(next)
      else { return false }
    }
    if current != nil && !currentIsFigures && !isBeforeUnit { return false }  // 三多
    let step: Double
    if let current {
      step = Self.step(of: current.lower) / divisor
      self.current = Bounds(current.lower, current.upper + step * divisor)
    } else if section.upper > 0 {
      section.upper += lastUnit
    } else {
      total.upper += lastUnit
    }
    result.exactness = scalar == 0x6765 ? .about : .moreThan
    index += 1
    return true
  }

  /// The place of the last figure that is not nought: 100 for 2400.
  private static func step(of value: Double) -> Double {
    guard value > 0, value < 1e15 else { return 1 }
    var step = 1.0
    while (value / (step * 10)).rounded() * step * 10 == value { step *= 10 }
    return step
  }

  /// `两千三` is 2300, `三万五` 35,000.
  private mutating func applyTrailingFigure() {
    guard let current, !currentIsFigures, sawUnit, !sawZero, lastUnit >= 100, divisor == 1,
      current.upper < 10, current.lower > 0
    else { return }
    let added = current * (lastUnit / 10)
    self.current = nil
    if lastUnit >= 10_000 { total = total + added } else { section = section + added }
  }
}
