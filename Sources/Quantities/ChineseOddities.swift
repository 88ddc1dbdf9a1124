import TextCore

/// Looks for what a date or time that does not exist must have: a day beyond the 28th of a short month or the 31st, a
/// month beyond the twelfth, a second beyond the 59th, or such a number in characters.
///
/// What it finds may be right all the same; what it passes over is.
struct ChineseOddities {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let simplifier = Folding.simplifier

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The first bytes of the characters that the numbers of dates stand beside.
  static let isTrigger: [Bool] = (0..<256).map {
    [0x2D, 0x2E, 0x2F, 0x3A, 0xE5, 0xE6, 0xE8, 0xEF].contains($0)
  }

  /// Whether a sign stands at a byte that is a trigger.
  @inline(__always)
  func isSign(at index: Int) -> Bool {
    switch bytes[index] {
    case 0x2D...0x2F: return isDayBehindMark(at: index)
    case 0x3A: return isLateSecond(at: index + 1)
    case 0xEF:  // ： and －．／, full-width figures behind them
      guard index + 3 < bytes.count, bytes[index + 1] == 0xBC else { return false }
      if bytes[index + 2] == 0x9A { return isLateSecond(at: index + 3) }
      return 0x8D...0x8F ~= bytes[index + 2] && isFigure(scalar(at: index + 3).value)
    case 0xE5, 0xE6, 0xE8:
      guard index + 2 < bytes.count else { return false }
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE6, 0x97, 0xA5), (0xE5, 0x8F, 0xB7), (0xE8, 0x99, 0x9F): return isLateDay(before: index)  // 日 号 號
      case (0xE6, 0x9C, 0x88): return isLateMonth(before: index) || isLateDay(afterMonthAt: index)  // 月
      default: return false
      }
    default: return false
    }
  }

  // MARK: Figures and marks

  /// Whether the day of `2014-02-30` may stand behind the mark.
  private func isDayBehindMark(at mark: Int) -> Bool {
    guard mark > 2, mark + 2 < bytes.count, Self.mayBeLateDay[Int(bytes[mark + 1])], mayBeDigit(bytes[mark + 2]),
      mayBeDigit(bytes[mark - 1])
    else { return false }
    if bytes[mark - 1] >= 0x80 { return isFigure(scalar(before: mark).value) }
    let before = isDigit(bytes[mark - 2]) ? mark - 3 : mark - 2
    return before > 0 && (bytes[before] == bytes[mark] || bytes[before] >= 0x80) && mayBeDigit(bytes[before - 1])
  }

  /// 2, 3, and the first byte of full-width figures.
  private static let mayBeLateDay: [Bool] = (0..<256).map { [0x32, 0x33, 0xEF].contains($0) }

  /// Whether seconds beyond the 59th may stand behind a colon.
  private func isLateSecond(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == 0xEF { return isFigure(scalar(at: index).value) }
    return (0x36...0x39).contains(bytes[index])
  }

  // MARK: Days and months

  /// Whether the number before 日 is that of a day which some month does not have.
  private func isLateDay(before sign: Int) -> Bool {
    guard let number = number(before: sign) else { return false }
    if number.value > 31 { return true }
    return number.value > 28 && number.start > 0 && ChineseScanner.isRangeMark(scalar(before: number.start).value)
  }

  private func isLateMonth(before sign: Int) -> Bool { number(before: sign).map { $0.value > 12 } ?? false }

  /// Whether a day that the month does not have, or none at all, stands behind 月.
  private func isLateDay(afterMonthAt sign: Int) -> Bool {
    var index = sign + 3
    if scalar(at: index).value == 0x4EFD { index += 3 }  // 份
    if case let space = scalar(at: index), space.value == 0x20 { index += space.length }
    let first = scalar(at: index)
    if !first.value.isASCIIDigit {
      return ChineseNumeral.isPart(first.value) && number(in: index..<endOfNumeral(from: index)) > 28
    }
    var (value, end) = (0, index)
    while case let figure = scalar(at: end), figure.value.isASCIIDigit, end - index < 9 {
      value = value * 10 + Int(figure.value) - 0x30
      end += figure.length
    }
    if value == 0 || value > 31 { return true }
    guard value > 28, let month = number(before: sign)?.value, (1...12).contains(month) else { return value > 28 }
    return value > DateMention.days(inMonth: month, of: 1)
  }

  // MARK: Numbers

  /// More than any number of a calendar: one that is not read here.
  private static let unread = 100

  /// The number that ends before an offset, a space between them left out, and where it begins.
  private func number(before end: Int) -> (value: Int, start: Int)? {
    guard end > 0 else { return nil }
    var end = end
    if case let last = scalar(before: end), last.value == 0x20 { end = last.start }
    guard end > 0 else { return nil }
    var start = end
    while start > 0, start + 3 > end, isDigit(bytes[start - 1]) { start -= 1 }
    if start < end {
      let isWhole = end - start <= 2 && (start == 0 || !isFigure(scalar(before: start).value))
      if !isWhole { return (Self.unread, start) }
      return (bytes[start..<end].reduce(0) { $0 * 10 + Int($1) - 0x30 }, start)
    }
    let last = scalar(before: end)
    if last.value.isASCIIDigit { return (Self.unread, last.start) }
    while start > 0, case let part = scalar(before: start), ChineseNumeral.isPart(part.value) { start = part.start }
    return start == end ? nil : (number(in: start..<end), start)
  }

  private func endOfNumeral(from start: Int) -> Int {
    var end = start
    while end < bytes.count, case let part = scalar(at: end), ChineseNumeral.isPart(part.value) { end += part.length }
    return end
  }

  /// The value of a numeral of up to three characters, from 一 to 二十九.
  private func number(in span: Range<Int>) -> Int {
    guard span.count <= 9, span.count % 3 == 0 else { return Self.unread }
    let figures = stride(from: span.lowerBound, to: span.upperBound, by: 3).map { Self.figure(scalar(at: $0).value) }
    switch (figures.count, figures.first, figures.dropFirst().first, figures.last) {
    case (1, let value?, _, _) where value > 0: return value
    case (2, 10, _, let unit?) where (1...9).contains(unit): return 10 + unit
    case (2, 2, 10, _): return 20
    case (3, 2, 10, let unit?) where (1...9).contains(unit): return 20 + unit
    default: return Self.unread
    }
  }

  /// 一 to 十; 0 for other parts of numerals.
  private static func figure(_ scalar: UInt32) -> Int {
    scalar == 0x5341 ? 10 : Int(ChineseNumeral.figure(scalar) ?? 0)
  }

  // MARK: Scalars

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  /// Whether a byte is a digit, or may belong to a full-width one.
  private func mayBeDigit(_ byte: UInt8) -> Bool { isDigit(byte) || byte >= 0x80 }
  private func isFigure(_ scalar: UInt32) -> Bool { scalar.isASCIIDigit }

  /// The scalar that begins at an offset, folded; 0 at the end.
  private func scalar(at index: Int) -> (value: UInt32, length: Int) {
    guard index < bytes.count else { return (0, 0) }
    let (value, length) = UTF8Scan.scalar(in: bytes, at: index)
    return (FoldedText.folded(value, simplifier), length)
  }

  /// The scalar that ends at an offset behind the first, folded.
  private func scalar(before end: Int) -> (value: UInt32, start: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (FoldedText.folded(UTF8Scan.scalar(in: bytes, at: start).value, simplifier), start)
  }
}
