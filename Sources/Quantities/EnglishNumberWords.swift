import TextCore

/// Adds up number words as they come: `two hundred and fifty`, `twenty-three thousand`.
struct NumberWordSum {
  private var total = 0.0
  private var section = 0.0
  private var current: Double?
  private var endsInTens = false
  /// The last magnitude word's value.
  private(set) var magnitude = 1.0

  var value: Double { total + section + (current ?? 0) }
  /// Whether `and` may join what comes: `two hundred and five`.
  var takesAnd: Bool { current == nil && (section > 0 || magnitude == 1000) }

  /// Takes a word, or says that it does not belong to the number.
  mutating func take(_ word: EnglishWord?) -> Bool {
    switch word {
    case .small(let value)?: return take(small: value)
    case .tens(let value)?: return take(tens: value)
    case .hundred?:
      guard let present = current, present > 0, present < 100, section == 0 else { return false }
      section = present * 100
      current = nil
    case .magnitude(let unit, isShort: false)?:
      let part = section + (current ?? 0)
      guard part > 0 || total > 0 else { return false }
      // `two million million` multiplies, `two million five thousand` adds.
      total = part == 0 ? total * unit : total + part * unit
      section = 0
      current = nil
      magnitude = part == 0 ? magnitude * unit : unit
    case .dozen?:
      guard let present = current, section == 0, total == 0 else { return false }
      current = present * 12
    default: return false
    }
    endsInTens = false
    return true
  }

  private mutating func take(small value: Double) -> Bool {
    if let present = current {
      guard endsInTens, value > 0, value < 10 else { return false }
      current = present + value
    } else {
      guard value > 0 || (section == 0 && total == 0) else { return false }
      current = value
    }
    endsInTens = false
    return true
  }

  private mutating func take(tens value: Double) -> Bool {
    if let present = current {
      guard present >= 10, present < 20, section == 0, total == 0 else { return false }
      current = present * 100 + value  // nineteen eighty-four
    } else {
      current = value
    }
    endsInTens = true
    return true
  }
}

extension EnglishNumeralReader {
  /// `twenty-three`, `two and a half million`, `two-thirds`, `one in five`.
  func words(at start: Int) -> EnglishNumeral? {
    var sum = NumberWordSum()
    var end = start
    var index = start
    while index < tokens.count, index == start || tokens[index].gap != .blankLine {
      if case .and? = word(index), sum.takesAnd {
        var next = sum
        guard isSmallOrTens(index + 1), next.take(word(index + 1)) else { break }
        sum = next
        index += 1
      } else if !sum.take(word(index)) {
        break
      }
      end = index + 1
      index = skipHyphen(end)
    }
    guard end > start else { return nil }
    var result = EnglishNumeral(lower: sum.value, upper: sum.value, end: end, magnitude: sum.magnitude)
    if let decimals = spokenDecimals(after: result) { return decimals }
    if let fraction = spokenFraction(after: result, from: start) { return fraction }
    if let share = share(of: result) { return share }
    if let ordinal = spokenOrdinal(after: result) { return ordinal }
    addHalf(to: &result)
    if result.magnitude == 1 { multiply(&result, mantissa: nil) }
    return result
  }

  private func isSmallOrTens(_ index: Int) -> Bool {
    switch word(index) {
    case .small?, .tens?: true
    default: false
    }
  }

  /// `three point five billion`.
  private func spokenDecimals(after whole: EnglishNumeral) -> EnglishNumeral? {
    guard case .point? = word(whole.end) else { return nil }
    var result = whole
    var place = 0.1
    var index = whole.end + 1
    while case .small(let value)? = word(index), value < 10, place > 1e-9 {
      result.lower += value * place
      place /= 10
      index += 1
    }
    guard place < 0.1 else { return nil }
    result.upper = result.lower
    result.end = index
    multiply(&result, mantissa: nil)
    return result
  }

  /// `two-thirds`, `three quarters`, `one third of`, `two halves`.
  private func spokenFraction(after top: EnglishNumeral, from start: Int) -> EnglishNumeral? {
    guard top.upper < 10, top.upper > 0 else { return nil }
    let index = skipHyphen(top.end)
    guard index < tokens.count, let bottom = denominator(index) else { return nil }
    if case .quarter? = word(index), countsQuarters(before: start) { return nil }
    let isJoined = index > top.end
    guard top.upper > 1 || isJoined || isOf(index + 1) || isShareAlone(index) else { return nil }
    if top.upper > 1, !isJoined, !endsInS(index) { return nil }
    return share(top.upper / bottom, end: index + 1)
  }

  /// Whether what follows a word such as `fifth` makes a share of it: `one fifth more`, `up one fifth year on year`.
  private func isShareAlone(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word else { return true }
    switch word(index + 1) {
    case .more?, .less?, .fewer?, .inWord?, .from?, .by?, .than?, .to?, .and?, .asWord?, .at?: return true
    case .step(.year)?: return isOnStep(index + 2)
    default: return false
    }
  }

  /// `on year` of `year on year`.
  private func isOnStep(_ index: Int) -> Bool {
    guard case .step(.year)? = word(index + 1), index < tokens.count else { return false }
    return tokens[index].kind == .word && tokens[index].end - tokens[index].start == 2
  }

  /// Whether what stands around a word such as `fifth` makes a share of it.
  ///
  /// `a fifth lower`, and at the end `rose by a fifth`.
  private func isComparedShare(_ index: Int, article: Int) -> Bool {
    switch word(index + 1) {
    case .more?, .less?, .fewer?: return true
    default: break
    }
    guard case .by? = word(article - 1) else { return false }
    return isShareAlone(index)
  }

  /// Whether the words before a number make quarters of a year of it: `the first three quarters`, `the past two`.
  private func countsQuarters(before index: Int) -> Bool {
    switch word(index - 1) {
    case .ordinal?, .relative?: true
    default: false
    }
  }

  /// The share, or the number itself where it is one of a magnitude: `a quarter of a million`.
  private func share(_ value: Double, end: Int) -> EnglishNumeral {
    if isOf(end), case .article? = word(end + 1), let (unit, isShort) = factor(at: end + 2), !isShort {
      return EnglishNumeral(lower: value * unit, upper: value * unit, end: end + 3, magnitude: unit)
    }
    return EnglishNumeral(lower: value * 100, upper: value * 100, end: end, isShare: true)
  }

  /// The denominator that the word names: 3 for `third` and `thirds`.
  private func denominator(_ index: Int) -> Double? {
    switch word(index) {
    case .ordinal(let value)? where value >= 3: value
    case .quarter?: 4
    case .half?: 2
    default: nil
    }
  }

  private func endsInS(_ index: Int) -> Bool {
    switch word(index) {
    case .quarter?, .half?: true
    default: tokens[index].end - tokens[index].start >= 6
    }
  }

  private func isOf(_ index: Int) -> Bool { if case .of? = word(index) { true } else { false } }

  /// `twenty-first`, `one hundred and fifth`.
  private func spokenOrdinal(after cardinal: EnglishNumeral) -> EnglishNumeral? {
    var index = skipHyphen(cardinal.end)
    if case .and? = word(index), cardinal.upper >= 100 { index += 1 }
    guard case .ordinal(let value)? = word(index), cardinal.upper >= 20, index > cardinal.end || cardinal.upper >= 100,
      value < 10 || cardinal.upper >= 100
    else { return nil }
    let sum = cardinal.upper + value
    return EnglishNumeral(lower: sum, upper: sum, end: index + 1, isOrdinal: true)
  }

  /// `one part in a hundred thousand`, `3 parts in 10 million`.
  private func parts(_ top: EnglishNumeral) -> EnglishNumeral? {
    guard case .partWord? = word(top.end), case .inWord? = word(top.end + 1), top.lower == top.upper, top.upper > 0,
      let bottom = numeral(at: top.end + 2), bottom.lower == bottom.upper,
      bottom.upper > top.upper, !bottom.isShare, !bottom.isOrdinal
    else { return nil }
    let value = top.upper / bottom.upper * 100
    return EnglishNumeral(
      lower: value, upper: value, end: bottom.end, hasFigures: top.hasFigures || bottom.hasFigures, isShare: true)
  }

  /// `one in five`, `9 out of 10`.
  func share(of top: EnglishNumeral) -> EnglishNumeral? {
    if let parts = parts(top) { return parts }
    var index = top.end
    var isOut = false
    if case .outWord? = word(index), isOf(index + 1) {
      index += 2
      isOut = true
    } else if case .inWord? = word(index) {
      index += 1
    } else {
      return nil
    }
    guard index < tokens.count, top.upper > 0, top.lower == top.upper, top.magnitude == 1 else { return nil }
    let bottom: Double
    if isNumber(index), tokens[index].number.decimals == 0, tokens[index].number.wholeFigures < 4 || isOut {
      bottom = tokens[index].number.value
    } else if case .small(let value)? = word(index) {
      bottom = value
    } else if case .tens(let value)? = word(index) {
      bottom = value
    } else {
      return nil
    }
    guard top.upper < bottom, top.upper <= 10 || isOut, top.hasFigures == isNumber(index) || isOut else { return nil }
    switch word(index + 1) {
    case .magnitude?, .hundred?, .percent?, .month?: return nil
    default: break
    }
    let value = top.upper / bottom * 100
    return EnglishNumeral(lower: value, upper: value, end: index + 1, hasFigures: top.hasFigures, isShare: true)
  }

  /// `two and a half`.
  func addHalf(to result: inout EnglishNumeral) {
    let and = skipHyphen(result.end)
    let article = skipHyphen(and + 1)
    guard case .and? = word(and), case .article? = word(article) else { return }
    let index = skipHyphen(article + 1)
    let added: Double
    switch word(index) {
    case .half?: added = 0.5
    case .quarter?: added = 0.25
    default: return
    }
    result.lower += added
    result.upper += added
    result.end = index + 1
  }

  /// Takes the magnitude words behind a number: `7.9 billion`, `$3.6bn`, `two and a half million`.
  func multiply(_ result: inout EnglishNumeral, mantissa: (value: Double, divisor: Double)?) {
    var mantissa = mantissa
    while true {
      let index = skipHyphen(result.end)
      guard index < tokens.count, let (factor, isShort) = factor(at: index) else { return }
      if isShort, index > result.end || tokens[index].gap != .none && tokens[index].end - tokens[index].start < 2 {
        return
      }
      if isShort {
        guard result.hasFigures, result.magnitude == 1 else { return }
        result.hasShortMagnitude = tokens[index].end - tokens[index].start == 1
      }
      if let exact = mantissa {
        result.lower = exact.value * factor / exact.divisor
        mantissa = (exact.value * factor, exact.divisor)
      } else {
        result.lower *= factor
      }
      if !result.lower.isFinite { result.lower = .greatestFiniteMagnitude }
      result.upper = result.lower
      result.magnitude *= factor
      result.end = index + 1
      if isShort { return }
    }
  }

  private func factor(at index: Int) -> (Double, isShort: Bool)? {
    switch word(index) {
    case .magnitude(let value, let isShort)?: (value, isShort)
    case .hundred?: (100, false)
    case .dozen?: (12, false)
    default: nil
    }
  }

  // MARK: Numbers that begin with other words

  /// `a hundred`, `a dozen`, `half a million` behind its half, `a third of`, `a few hundred`, `a couple of`.
  func article(at index: Int) -> EnglishNumeral? {
    let next = index + 1
    guard next < tokens.count, tokens[next].gap != .blankLine else { return nil }
    switch word(next) {
    case .hundred?, .magnitude(_, isShort: false)?, .dozen?:
      var result = EnglishNumeral(lower: 1, upper: 1, end: next)
      multiply(&result, mantissa: nil)
      return result
    case .half?: return half(at: next, shareEnd: next + 1)
    case .quarter? where isOf(next + 1):
      return share(0.25, end: next + 1)
    case .ordinal(let value)?
    where value >= 3 && value <= 10 && (isOf(next + 1) || isComparedShare(next, article: index)):
      return share(1 / value, end: next + 1)
    case .few?: return vague(at: next + 1, from: 2)
    case .couple?:
      let unit = isOf(next + 1) ? next + 2 : next + 1
      guard var result = vague(at: unit, from: 2) else { return nil }
      result.upper = result.lower
      return result
    default: return nil
    }
  }

  /// `half a million`, `half a dozen`, `half of`, `half`.
  func half(at index: Int, shareEnd: Int) -> EnglishNumeral? {
    var next = skipHyphen(index + 1)
    if case .article? = word(next) { next += 1 }
    if let (unit, isShort) = factor(at: next), !isShort {
      return EnglishNumeral(lower: unit / 2, upper: unit / 2, end: next + 1, magnitude: unit)
    }
    return EnglishNumeral(lower: 50, upper: 50, end: shareEnd, isShare: true)
  }

  /// `several hundred`, `a few million`: from two to nine of the unit.
  func vague(at index: Int, from least: Double) -> EnglishNumeral? {
    guard let (unit, isShort) = factor(at: index), !isShort else { return nil }
    var result = EnglishNumeral(lower: 1, upper: 1, end: index)
    multiply(&result, mantissa: nil)
    result.upper = result.lower * 9
    result.lower *= least
    result.magnitude = unit
    result.exactness = .about
    result.isVague = true
    return result
  }

  /// `tens of thousands`, `hundreds of millions`, `dozens`.
  func plural(_ value: Double, at index: Int) -> EnglishNumeral? {
    var (lower, end) = (value, index + 1)
    var upper = value * 10
    while isOf(end), case .plural(let unit)? = word(end + 1), unit >= 100 {
      lower *= unit
      upper *= unit
      end += 2
    }
    if end == index + 1 && value == 10 { return nil }
    return EnglishNumeral(lower: lower, upper: upper, exactness: .about, end: end, isVague: true)
  }
}
