import TextCore

/// Arabic figures, read without rounding as long as a Double can hold them.
enum FigureScan {
  /// Packed: every token of an English text has room for one.
  struct Number {
    /// The figures without the decimal point.
    var mantissa: Double
    /// The power of ten that divides the mantissa.
    var divisor: Double
    private let storedEnd: UInt32
    private let storedWholeFigures: UInt32
    private let storedDecimals: UInt32
    var hasSeparator: Bool

    init(mantissa: Double, divisor: Double, end: Int, wholeFigures: Int, decimals: Int, hasSeparator: Bool) {
      self.mantissa = mantissa
      self.divisor = divisor
      storedEnd = UInt32(clamping: end)
      storedWholeFigures = UInt32(clamping: wholeFigures)
      storedDecimals = UInt32(clamping: decimals)
      self.hasSeparator = hasSeparator
    }

    /// The index after the last figure.
    var end: Int { Int(storedEnd) }
    /// How many figures stand before the decimal point, separators not counted.
    var wholeFigures: Int { Int(storedWholeFigures) }
    /// How many stand after it.
    var decimals: Int { Int(storedDecimals) }

    var value: Double {
      let value = mantissa / divisor
      return value.isFinite ? value : .greatestFiniteMagnitude
    }
  }

  /// The number at `index`: figures, commas (full-width ones too, as in 1，800万) or spaces that do not break between
  /// groups of three, a decimal point.
  ///
  /// Groups apart by plain spaces are one number where there are more than two, or one begins with 0, or a dollar sign
  /// stands before them.
  static func number(in scalars: UnsafeBufferPointer<UInt32>, at index: Int) -> Number? {
    number(at: index, limit: scalars.count) { scalars[$0] }
  }

  /// The number at `index` of a text whose scalars `scalar` gives.
  @inline(__always)
  static func number(at index: Int, limit: Int, scalar: (Int) -> UInt32) -> Number? {
    var reader = Reader()
    let start = index
    var index = index
    func isDigit(_ position: Int) -> Bool { position < limit && scalar(position).isASCIIDigit }
    while isDigit(index) {
      reader.add(scalar(index))
      index += 1
    }
    guard reader.figures > 0 else { return nil }
    var hasSeparator = false
    if reader.figures <= 3 {
      let separator: UInt32 = index < limit && scalar(index) == 0xFF0C && reader.value > 0 ? 0xFF0C : 0x2C
      while index + 3 < limit, scalar(index) == separator, isDigit(index + 1), isDigit(index + 2), isDigit(index + 3),
        !isDigit(index + 4)
      {
        for position in (index + 1)...(index + 3) { reader.add(scalar(position)) }
        index += 4
        hasSeparator = true
      }
      if !hasSeparator {  // 3 000 000 with thin spaces
        while let next = behindThinSpace(at: index, limit: limit, scalar: scalar),
          isDigit(next), isDigit(next + 1), isDigit(next + 2), !isDigit(next + 3)
        {
          for position in next...(next + 2) { reader.add(scalar(position)) }
          index = next + 3
          hasSeparator = true
        }
      }
      // 3 000 000 with plain ones
      if !hasSeparator, let end = endOfSpacedGroups(from: start, at: index, limit: limit, scalar: scalar) {
        while index < end {
          for position in (index + 1)...(index + 3) { reader.add(scalar(position)) }
          index += 4
        }
        hasSeparator = true
      }
    }
    let whole = reader.figures
    var decimals = 0
    if index + 1 < limit, scalar(index) == 0x2E, isDigit(index + 1) {
      index += 1
      while isDigit(index) {
        reader.addDecimal(scalar(index))
        decimals += 1
        index += 1
      }
    }
    return Number(
      mantissa: reader.value, divisor: reader.divisor, end: index, wholeFigures: whole, decimals: decimals,
      hasSeparator: hasSeparator)
  }

  /// The index behind groups of three figures, each with one plain space before it; nil where there are none, or but one
  /// that does not begin with 0 and no dollar sign.
  @inline(__always)
  private static func endOfSpacedGroups(
    from number: Int, at start: Int, limit: Int, scalar: (Int) -> UInt32
  ) -> Int? {
    guard start < limit, scalar(start) == 0x20 else { return nil }
    func isMoney(_ position: Int) -> Bool { position >= 0 && scalar(position) == 0x24 }
    let hasSign = isMoney(number - 1) || number >= 2 && scalar(number - 1) == 0x20 && isMoney(number - 2)
    var index = start
    var (hasZero, count) = (false, 0)
    while index + 3 < limit, scalar(index) == 0x20, (1...3).allSatisfy({ scalar(index + $0).isASCIIDigit }),
      index + 4 >= limit || !scalar(index + 4).isASCIIDigit
    {
      hasZero = hasZero || scalar(index + 1) == 0x30
      count += 1
      index += 4
    }
    let isWhole = scalar(number) != 0x30
    return isWhole && count > 0 && (hasZero || count > 1 || hasSign) ? index : nil
  }

  /// The index behind the UTF-8 of a space that does not break, U+00A0, U+2009 or U+202F, or nil.
  @inline(__always)
  private static func behindThinSpace(at index: Int, limit: Int, scalar: (Int) -> UInt32) -> Int? {
    guard index + 4 < limit else { return nil }
    if scalar(index) == 0xC2 { return scalar(index + 1) == 0xA0 ? index + 2 : nil }
    guard scalar(index) == 0xE2, scalar(index + 1) == 0x80 else { return nil }
    return scalar(index + 2) == 0xAF || scalar(index + 2) == 0x89 ? index + 3 : nil
  }

  /// Gathers figures; those beyond what a Double holds only move the point.
  private struct Reader {
    var value = 0.0
    var divisor = 1.0
    var figures = 0

    mutating func add(_ scalar: UInt32) {
      value = value * 10 + Double(scalar - 0x30)
      figures += 1
    }

    mutating func addDecimal(_ scalar: UInt32) {
      guard value < 1e15, divisor < 1e18 else { return }
      value = value * 10 + Double(scalar - 0x30)
      divisor *= 10
    }
  }
}
