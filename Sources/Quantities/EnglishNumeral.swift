import TextCore

/// A numeral of English text, in figures, in words, or both.
struct EnglishNumeral {
  var lower: Double
  var upper: Double
  var exactness = Exactness.exact
  /// The token after the numeral.
  var end: Int
  /// Whether it holds Arabic figures.
  var hasFigures = false
  /// Whether it says only an order of magnitude: `dozens`, `a few hundred`.
  var isVague = false
  var isSplitMagnitude = false
  /// Whether it is a share of a whole, in hundredths: `a third`, `half`, `one in five`.
  var isShare = false
  /// Whether it is an ordinal.
  var isOrdinal = false
  /// The `million` at the end, which a range shares.
  var magnitude = 1.0
  /// Whether `m` behind the figures may be metres.
  var hasShortMagnitude = false
}

/// Reads the numeral that begins at a token.
struct EnglishNumeralReader {
  let tokens: UnsafeBufferPointer<EnglishToken>

  /// The word at a token, when nothing but a space or a hyphen stands in front of it.
  func word(_ index: Int) -> EnglishWord? { index >= 0 && index < tokens.count ? tokens[index].word : nil }

  func mark(_ index: Int) -> UInt32 { index >= 0 && index < tokens.count ? tokens[index].mark : 0 }

  func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }

  /// The token after a hyphen at `index` that joins two words, or `index` itself.
  func skipHyphen(_ index: Int) -> Int {
    guard mark(index) == 0x2D || mark(index) == 0x2010 || mark(index) == 0x2011, tokens[index].gap == .none,
      index + 1 < tokens.count, tokens[index + 1].gap == .none
    else { return index }
    return index + 1
  }

  /// The numeral at `index`, or nil.
  func numeral(at index: Int) -> EnglishNumeral? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .number { return figures(at: index) }
    switch word(index) {
    case .small?, .tens?: return words(at: index)
    case .article?: return article(at: index)
    case .half?: return half(at: index, shareEnd: index + 1)
    case .several?: return vague(at: index + 1, from: 2)
    case .plural(let value)?: return plural(value, at: index)
    case .ordinal(let value)?:
      return EnglishNumeral(lower: value, upper: value, end: index + 1, isOrdinal: true)
    default: return nil
    }
  }

  // MARK: Figures

  private func figures(at index: Int) -> EnglishNumeral? {
    let number = tokens[index].number
    var result = EnglishNumeral(lower: number.value, upper: number.value, end: index + 1, hasFigures: true)
    if case .ordinalSuffix? = word(index + 1), tokens[index + 1].gap == .none, number.decimals == 0 {
      result.isOrdinal = true
      result.end = index + 2
      return result
    }
    if let fraction = fraction(after: index) { return fraction }
    if let glyph = Self.vulgarFraction(mark(index + 1)), tokens[index + 1].gap != .line {
      result.lower += glyph
      result.upper += glyph
      result.end += 1
    }
    if let share = share(of: result) { return share }
    addHalf(to: &result)
    multiply(&result, mantissa: result.lower == number.value ? (number.mantissa, number.divisor) : nil)
    addSmallerMagnitudes(to: &result)
    return result
  }

  /// `1/3`, `3 1/2`.
  private func fraction(after index: Int) -> EnglishNumeral? {
    func quotient(_ index: Int) -> Double? {
      guard isNumber(index), mark(index + 1) == 0x2F || mark(index + 1) == 0x2044, isNumber(index + 2),
        tokens[index + 1].gap == .none, tokens[index + 2].gap == .none, mark(index + 3) != 0x2F
      else { return nil }
      let (top, bottom) = (tokens[index].number, tokens[index + 2].number)
      guard top.wholeFigures <= 2, bottom.wholeFigures <= 2, top.decimals + bottom.decimals == 0,
        top.value < bottom.value, bottom.value <= 16, (top.value, bottom.value) != (9, 11)
      else { return nil }
      return top.value / bottom.value
    }
    if let value = quotient(index) {
      return EnglishNumeral(lower: value * 100, upper: value * 100, end: index + 3, hasFigures: true, isShare: true)
    }
    if let value = quotient(index + 1), tokens[index].number.decimals == 0, tokens[index + 1].gap == .space {
      let sum = tokens[index].number.value + value
      return EnglishNumeral(lower: sum, upper: sum, end: index + 4, hasFigures: true)
    }
    return nil
  }

  private static func vulgarFraction(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0xBD: 0.5
    case 0xBC: 0.25
    case 0xBE: 0.75
    case 0x2153: 1.0 / 3
    case 0x2154: 2.0 / 3
    default: nil
    }
  }

  /// `7 billion 900 million`: the parts that follow, each of a smaller magnitude.
  private func addSmallerMagnitudes(to result: inout EnglishNumeral) {
    var least = result.magnitude
    while least > 1000 {
      var next = result.end
      if case .and? = word(next) { next += 1 }
      guard isNumber(next), tokens[next].gap == .space, tokens[next].number.decimals == 0 || next == result.end,
        case .magnitude(let unit, isShort: false)? = word(next + 1), unit < least,
        tokens[next].number.value * unit < least
      else { return }
      result.lower += tokens[next].number.value * unit
      result.upper = result.lower
      result.end = next + 2
      result.isSplitMagnitude = true
      least = unit
    }
  }
}
