import TextCore

/// Shares of a whole.
extension ChineseScanner {
  /// `1/3`; a date in figures or a ratio of large numbers is none.
  private func writtenFraction(_ top: ChineseNumeral, at index: Int) -> (Quantity, end: Int)? {
    guard text.at(top.end) == 0x2F, text.at(index - 1) != 0x2F, top.hasFigures, top.exactness == .exact,
      let bottom = FigureScan.number(in: text.values, at: top.end + 1), bottom.decimals == 0,
      top.lower == top.lower.rounded(), top.lower > 0, top.lower < bottom.value, bottom.value <= 16,
      (top.lower, bottom.value) != (9, 11), !Self.afterDate.contains(text.at(bottom.end)),
      !text.at(bottom.end).isASCIILetter
    else { return nil }
    let value = top.lower / bottom.value * 100
    let quantity = Quantity(
      span: text.span(index, bottom.end), numeral: text.span(index, bottom.end), lower: value, upper: value,
      unit: .percent)
    return hedged(quantity, start: index, end: bottom.end)
  }

  /// The index, or the one behind it where a space stands there, as many write around figures.
  private func behindSpace(_ index: Int) -> Int { text.at(index) == 0x20 ? index + 1 : index }

  private static let afterDate = HanSet("/月日号年-".unicodeScalars.map(\.value))

  /// `百分之三十`, `三分之一`, `三又二分之一`, `5 分之 1`.
  func share(_ numeral: ChineseNumeral, at index: Int) -> (Quantity, end: Int)? {
    if let fraction = writtenFraction(numeral, at: index) { return fraction }
    var whole = 0.0
    var denominator = numeral
    if text.at(numeral.end) == 0x53C8, let next = ChineseNumeral.parse(text, at: numeral.end + 1) {
      whole = numeral.lower
      denominator = next
    }
    let parts = behindSpace(denominator.end)
    guard text.at(parts) == 0x5206, text.at(parts + 1) == 0x4E4B, denominator.lower > 0,
      let first = ChineseNumeral.parse(text, at: behindSpace(parts + 2))
    else { return nil }
    var upper = first
    if Self.isRangeMark(text.at(first.end)) {
      var position = first.end + 1
      if let again = ChineseNumeral.parse(text, at: position), text.at(again.end) == 0x5206,
        text.at(again.end + 1) == 0x4E4B
      {
        position = again.end + 2
      }
      if let second = ChineseNumeral.parse(text, at: position), second.upper >= first.upper { upper = second }
    }
    let factor = whole > 0 ? 1 / denominator.lower : 100 / denominator.lower
    let quantity = Quantity(
      span: text.span(index, upper.end), numeral: text.span(index, upper.end), lower: whole + first.lower * factor,
      upper: whole + upper.upper * factor, exactness: first.exactness, unit: whole > 0 ? .count : .percent,
      isWeak: whole == 0 && denominator.upper == 2)
    return hedged(quantity, start: index, end: upper.end)
  }
}
