import TextCore

extension EnglishScanner {
  /// The quantity whose numeral begins at a token, and the token after it.
  func quantity(at index: Int) -> (Quantity, end: Int)? {
    if let sale = doubleEleven(at: index) { return sale }
    if case .times(let value)? = word(index) {
      return (
        Quantity(
          span: span(index, index + 1), numeral: span(index, index + 1), lower: value, upper: value, unit: .multiple,
          isWeak: value <= 3), index + 1
      )
    }
    if let age = decadeOfLife(at: index) { return age }
    guard let first = reader.numeral(at: index) else { return articleUnit(at: index) }
    let (currency, start) = currencySign(before: index)
    var numeral = first
    var entry: UnitEntry?
    var end = first.end
    if let (unit, unitEnd) = unit(at: end, numeral: first, hasCurrency: currency != nil) {
      entry = unit
      end = unitEnd
    }
    if !first.isOrdinal, !first.isShare, let range = range(from: first, unitEnd: end, at: index, currency: currency) {
      numeral = range.numeral
      end = range.numeral.end
      if let (unit, unitEnd) = unit(at: end, numeral: numeral, hasCurrency: currency != nil) {
        if let left = entry, left != unit { return plain(first, at: index, start: start, currency, entry, first.end) }
        entry = unit
        end = unitEnd
      }
    }
    return plain(numeral, at: index, start: start, currency, entry, end)
  }

  /// `Double Eleven`, `Double 12`: days when people shop, not numbers of anything.
  private func doubleEleven(at index: Int) -> (Quantity, end: Int)? {
    guard spells(index, "double"), let numeral = reader.numeral(at: index + 1), tokens[index].isCapital,
      numeral.upper == 11 || numeral.upper == 12
    else { return nil }
    let end = numeral.end
    return (
      Quantity(
        span: span(index, end), numeral: span(index + 1, end), lower: numeral.upper, upper: numeral.upper, isWeak: true),
      end
    )
  }

  /// `an hour`, `a decade`: one of a unit, weak; `an hour and a half` is not.
  private func articleUnit(at index: Int) -> (Quantity, end: Int)? {
    guard case .article? = word(index), index + 1 < tokens.count, tokens[index + 1].gap == .space,
      tokens[index + 1].length >= 3, let entry = unit(at: index + 1), entry.unit == .duration || entry.unit == .length
    else { return nil }
    let half = endOfHalf(at: index + 2)
    let end = half ?? index + 2
    let value = entry.scale * (half == nil ? 1 : 1.5)
    let quantity = Quantity(
      span: span(index, end), numeral: span(index, half ?? index + 1), lower: value, upper: value, unit: entry.unit,
      scale: entry.scale, isWeak: half == nil)
    return hedged(quantity, start: index, end: end)
  }

  /// The quantity of a numeral whose unit is known.
  private func plain(
    _ numeral: EnglishNumeral, at index: Int, start: Int, _ currency: CurrencyCode?, _ unit: UnitEntry?, _ end: Int
  ) -> (Quantity, end: Int) {
    var numeral = numeral
    let hasUnit = unit != nil
    var entry = unit ?? UnitEntry(numeral.isOrdinal ? .ordinal : numeral.isShare ? .percent : .count)
    var end = max(end, numeral.end)
    if let currency {
      entry = UnitEntry(.currency(currency), entry.unit == .currency(currency) ? entry.scale : 1)
      if unit?.unit != entry.unit { end = numeral.end }
    } else if numeral.hasShortMagnitude, numeral.magnitude == 1e6, unit == nil, !isPluralNoun(at: numeral.end) {
      entry = UnitEntry(.length, 1, ambiguous: true)  // 400m
      numeral.lower /= 1e6
      numeral.upper /= 1e6
    }
    if numeral.isShare, entry.unit.isHalved {  // half an hour
      (numeral.lower, numeral.upper) = (numeral.lower / 100, numeral.upper / 100)
    }
    if entry.unit == .duration, numeral.lower == numeral.upper, let last = endOfHalf(at: end) {  // two hours and a half
      numeral.lower += 0.5
      numeral.upper += 0.5
      end = last
    }
    let written = numeral
    if entry.unit == .percent, entry.scale < 0.1 {  // 50 ppm
      (numeral.lower, numeral.upper) = (numeral.lower * entry.scale, numeral.upper * entry.scale)
      entry.scale = 1
    }
    if entry.unit == .percent, case .offWord? = word(end) {
      entry = UnitEntry(.discount)
      end += 1
    }
    if entry == EnglishUnits.foot, let (inches, last) = inches(at: end) {
      numeral.lower += inches / 12
      numeral.upper += inches / 12
      end = last
    }
    let sign = isNegative(at: start, entry) ? -1.0 : 1.0
    let factor = sign * entry.scale
    let (first, second) = (numeral.lower * factor + entry.zero, numeral.upper * factor + entry.zero)
    // Minus 5 degrees are no angle.
    let unit = sign < 0 && entry.unit == .angle ? .temperature : entry.unit
    var quantity = Quantity(
      span: span(start, end), numeral: span(index, numeral.end), lower: Self.finite(min(first, second)),
      upper: Self.finite(max(first, second)), exactness: numeral.exactness, unit: unit, scale: entry.scale,
      isUnitAmbiguous: entry.isAmbiguous, isSplitMagnitude: numeral.isSplitMagnitude)
    quantity.zero = entry.zero
    quantity.isWeak = isWeak(written, quantity, hasUnit: hasUnit)
    return hedged(quantity, start: start, end: end)
  }

  /// The inches of `6-foot-6`, `5 feet 10 inches`, `6ft 6in`.
  private func inches(at index: Int) -> (Double, end: Int)? {
    let isHyphen = mark(index) == 0x2D && gap(index) == .none
    let start = isHyphen ? index + 1 : index
    guard start < tokens.count, tokens[start].kind == .number, gap(start) != .blankLine, tokens[start].number.value < 12
    else { return nil }
    if start + 1 < tokens.count, tokens[start + 1].kind == .word {
      let name = lowercase(tokens[start + 1])
      if name == "in" && gap(start + 1) == .none || name == "inches" || name == "inch" {
        return (tokens[start].number.value, start + 2)
      }
    }
    return isHyphen ? (tokens[start].number.value, start + 1) : nil
  }

  private static func finite(_ value: Double) -> Double {
    value.isFinite ? value : value < 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude
  }

  private func isWeak(_ numeral: EnglishNumeral, _ quantity: Quantity, hasUnit: Bool) -> Bool {
    if numeral.isVague && numeral.upper <= 100_000 { return true }
    if numeral.isShare { return quantity.upper == 50 && !numeral.hasFigures && !hasUnit }
    if numeral.hasFigures { return false }
    if numeral.isOrdinal { return numeral.upper <= 3 }
    if numeral.upper <= 1 { return true }
    switch quantity.unit {
    case .count, .multiple, .angle: return numeral.upper <= 3
    default: return false
    }
  }

  private func isNegative(at start: Int, _ entry: UnitEntry) -> Bool {
    (entry.unit == .temperature || entry.unit == .angle) && isBehindMinus(start)
  }

  private func isBehindMinus(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    if mark(start - 1) == 0x2212 { return true }
    if mark(start - 1) == 0x2D, tokens[start].gap == .none, tokens[start - 1].gap != .none { return true }
    return spells(start - 1, "minus")
  }

  /// Whether a word such as `users` or `people` follows.
  private func isPluralNoun(at index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].gap == .space else { return false }
    let name = lowercase(tokens[index])
    return name == "people" || (name.hasSuffix("s") && name.utf8.count > 3 && !name.hasSuffix("ss"))
  }

  // MARK: Money

  /// The currency whose sign stands right in front of the numeral, and the token where it starts.
  private func currencySign(before index: Int) -> (code: CurrencyCode?, start: Int) {
    guard index > floor else { return (nil, index) }
    let before = index - 1
    switch mark(before) {
    case 0x24:
      guard before > floor, tokens[before].gap == .none, tokens[before - 1].kind == .word else {
        return ("USD", before)
      }
      switch lowercase(tokens[before - 1]) {
      case "us": return ("USD", before - 1)
      case "hk": return ("HKD", before - 1)
      case "nt": return ("TWD", before - 1)
      case "a", "au": return ("AUD", before - 1)
      case "c", "ca": return ("CAD", before - 1)
      case "s": return ("SGD", before - 1)
      case "nz": return ("NZD", before - 1)
      case "r": return ("BRL", before - 1)
      default: return ("USD", before)
      }
    case 0xA3: return ("GBP", before)
    case 0x20AC: return ("EUR", before)
    case 0xA5, 0xFFE5: return ("CNY", before)
    case 0x20B9: return ("INR", before)
    case 0x20A9: return ("KRW", before)
    case 0x20BD: return ("RUB", before)
    case 0: return isCurrencyWord(before) ? (currencyCode(before), before) : (nil, index)
    default: return (nil, index)
    }
  }

  // MARK: Ranges

  /// The numeral that goes on behind `to`, `-` or `or`: `5 to 10`, `$3-5 billion`, `between 5 and 10`.
  private func range(
    from first: EnglishNumeral, unitEnd: Int, at index: Int, currency: CurrencyCode?
  ) -> (numeral: EnglishNumeral, end: Int)? {
    guard first.lower == first.upper, unitEnd < tokens.count else { return nil }
    var next = unitEnd + 1
    switch mark(unitEnd) {
    case 0x2D, 0x2013, 0x2014, 0x7E: break
    default:
      switch word(unitEnd) {
      case .to?: if case .from? = wordBeforeNumber(index) { return nil }
      case .or?: break
      case .and?: guard case .between? = wordBeforeNumber(index) else { return nil }
      default: return nil
      }
    }
    if currency != nil, mark(next) == 0x24 || mark(next) == 0xA3 || mark(next) == 0x20AC || mark(next) == 0xA5 {
      next += 1
    }
    guard next < tokens.count, tokens[next].gap != .blankLine, let second = reader.numeral(at: next), !second.isOrdinal,
      !second.isShare, second.lower == second.upper, second.hasFigures == first.hasFigures
    else { return nil }
    if second.hasFigures, tokens[next].kind != .number { return nil }
    if mark(second.end) == 0x2D, second.end + 1 < tokens.count, tokens[second.end + 1].kind == .number { return nil }
    var result = second
    var lower = first.lower
    if first.magnitude == 1, second.magnitude > 1, lower * second.magnitude < second.upper { lower *= second.magnitude }
    if second.upper < lower, isBehindMinus(index), isDegrees(at: second.end, second) {  // minus 25 to 15 degrees
      (result.lower, result.upper) = (second.upper, lower)
      return (result, second.end)
    }
    guard lower < second.upper else { return nil }
    if case .or? = word(unitEnd), second.upper > lower * 3 { return nil }
    result.lower = lower
    result.isVague = first.isVague || second.isVague
    return (result, second.end)
  }

  private func isDegrees(at index: Int, _ numeral: EnglishNumeral) -> Bool {
    guard let (entry, _) = unit(at: index, numeral: numeral, hasCurrency: false) else { return false }
    return entry.unit == .temperature || entry.unit == .angle
  }

  /// The word in front of a numeral and its currency sign.
  private func wordBeforeNumber(_ index: Int) -> EnglishWord? {
    let before = currencySign(before: index).start - 1
    return before >= 0 ? word(before) : nil
  }

  // MARK: Units

  /// The unit behind a numeral, and the token after it.
  private func unit(at index: Int, numeral: EnglishNumeral, hasCurrency: Bool) -> (UnitEntry, end: Int)? {
    guard index < tokens.count, !numeral.isOrdinal, tokens[index].gap != .blankLine else { return nil }
    if mark(index) == 0x25 || mark(index) == 0xFF05 {
      return isPoint(index + 1) ? (UnitEntry(.percentagePoint), index + 2) : (UnitEntry(.percent), index + 1)
    }
    if numeral.isShare, !numeral.hasFigures { return unitOfHalf(at: index, numeral) }
    var start = index
    if mark(index) == 0x2D || mark(index) == 0x2010 || mark(index) == 0x2011, tokens[index].gap == .none,
      gap(index + 1) == .none
    {
      start = index + 1
    }
    guard start < tokens.count, tokens[start].gap != .blankLine else { return nil }
    if mark(start) == 0xB0 || mark(start) == 0x2103 || mark(start) == 0x2109 { return degrees(at: start) }
    if let (entry, end) = ageUnit(at: start) { return (entry, end) }
    if let (entry, end) = symbol(at: start) { return raised(entry, at: start, end: end) }
    guard mayBeginUnit(start) else { return nil }
    var name = ""
    var best: (UnitEntry, end: Int)?
    var end = start
    for count in 0..<EnglishUnits.longestName {
      // U.S. dollars
      if count == 0, isUSDollars(at: start) { return (UnitEntry(.currency("USD")), start + 5) }
      guard end < tokens.count, tokens[end].kind == .word,
        count == 0 || tokens[end].gap == .space || tokens[end].gap == .line
          || (tokens[end].gap == .none && mark(end - 1) == 0x2D)
      else { break }
      name += (count == 0 ? "" : " ") + lowercase(tokens[end])
      end += 1
      if let entry = EnglishUnits.entry(name), isUnit(entry, from: start, to: end, numeral) { best = (entry, end) }
      if let rate = rate(name, at: end) { return rate }
      if mark(end) == 0x2D, gap(end) == .none { end += 1 }
    }
    return best.map { best in
      let (entry, end) = raised(best.0, at: start, end: best.end)
      if case .per? = word(end), spells(end + 1, "second"), entry.unit != .duration { return (entry, end + 2) }
      return perHour(entry, end: end)
    }
  }

  /// The area or volume when 2 or 3 is written behind the sign of a length: `cm2`, `m³`.
  private func raised(_ entry: UnitEntry, at start: Int, end: Int) -> (UnitEntry, end: Int) {
    guard entry.unit == .length, end == start + 1, tokens[start].length <= 2, end < tokens.count,
      tokens[end].gap == .none
    else { return (entry, end) }
    let number = tokens[end].kind == .number && tokens[end].length == 1 ? tokens[end].number.value : 0
    switch (mark(end), number) {
    case (0xB2, _), (_, 2): return (UnitEntry(.area, entry.scale * entry.scale), end + 1)
    case (0xB3, _), (_, 3): return (UnitEntry(.volume, entry.scale * entry.scale * entry.scale * 1_000), end + 1)
    default: return (entry, end)
    }
  }

  /// The speed when `/h` follows a length: `85 km/h`.
  private func perHour(_ entry: UnitEntry, end: Int) -> (UnitEntry, end: Int) {
    guard entry.unit == .length, mark(end) == 0x2F, gap(end) == .none, gap(end + 1) == .none, end + 1 < tokens.count,
      tokens[end + 1].kind == .word, ["h", "hr", "hour"].contains(lowercase(tokens[end + 1]))
    else { return (entry, end) }
    return (UnitEntry(.speed, entry.scale / 1000), end + 2)
  }

  /// `km/h`: a unit whose second part stands behind a slash.
  private func rate(_ name: String, at slash: Int) -> (UnitEntry, end: Int)? {
    guard mark(slash) == 0x2F, gap(slash) == .none, slash + 1 < tokens.count, tokens[slash + 1].kind == .word,
      gap(slash + 1) == .none
    else { return nil }
    return EnglishUnits.entry(name + "/" + lowercase(tokens[slash + 1])).map { ($0, slash + 2) }
  }

  private func isUnit(_ entry: UnitEntry, from start: Int, to end: Int, _ numeral: EnglishNumeral) -> Bool {
    guard end == start + 1 else { return true }
    // `second` is an ordinal too, `g`, `b` and `m` stand close to figures, `won` is a verb.
    if tokens[start].gap != .none, spells(start, "g") || spells(start, "mi") { return false }
    if spells(start, "won") { return numeral.upper >= 100 }
    if spells(start, "rand") || spells(start, "mark") { return numeral.upper >= 10 }
    if tokens[start].isCapital, tokens[start].length > 3, tokens[start].gap == .space {
      return entry.unit != .length && !MetricUnits.isNamedAfterPersons(entry.unit)
    }
    return true
  }

  private func isPoint(_ index: Int) -> Bool {
    if case .point? = word(index) { return true }
    return spells(index, "points")
  }

  private func isUSDollars(at index: Int) -> Bool {
    spells(index, "u") && mark(index + 1) == 0x2E && spells(index + 2, "s") && mark(index + 3) == 0x2E
      && index + 4 < tokens.count && lowercase(tokens[index + 4]).hasPrefix("dollar")
  }

  private func degrees(at index: Int) -> (UnitEntry, end: Int)? {
    if mark(index) == 0x2103 { return (UnitEntry(.temperature), index + 1) }
    if mark(index) == 0x2109 { return (UnitEntry(.temperature, 5.0 / 9, zero: -160.0 / 9), index + 1) }
    if index + 1 < tokens.count, tokens[index + 1].kind == .word, tokens[index + 1].end - tokens[index + 1].start == 1 {
      switch lowercase(tokens[index + 1]) {
      case "c": return (UnitEntry(.temperature), index + 2)
      case "f": return (UnitEntry(.temperature, 5.0 / 9, zero: -160.0 / 9), index + 2)
      default: break
      }
    }
    return (UnitEntry(.angle, ambiguous: true), index + 1)
  }

  /// `years old`, `-year-old`, `years of age`.
  private func ageUnit(at index: Int) -> (UnitEntry, end: Int)? {
    guard spells(index, "year") || spells(index, "years") else { return nil }
    let next = mark(index + 1) == 0x2D ? index + 2 : index + 1
    if spells(next, "old") || spells(next, "olds") { return (UnitEntry(.age), next + 1) }
    if spells(next, "of"), spells(next + 1, "age") { return (UnitEntry(.age), next + 2) }
    return nil
  }

  /// `half an hour`, `half a percentage point`.
  private func unitOfHalf(at index: Int, _ numeral: EnglishNumeral) -> (UnitEntry, end: Int)? {
    if case .of? = word(index), case .article? = word(index + 1) { return unitOfHalf(behindOf: index + 1) }
    guard numeral.upper == 50, case .article? = word(index), index + 1 < tokens.count, tokens[index + 1].gap == .space,
      let (entry, end) = unit(
        at: index + 1, numeral: EnglishNumeral(lower: 1, upper: 1, end: index + 1), hasCurrency: false),
      entry.unit.isHalved
    else { return nil }
    return (entry, end)
  }

  /// `a tenth of a second`, `three quarters of an hour`.
  private func unitOfHalf(behindOf article: Int) -> (UnitEntry, end: Int)? {
    guard article + 1 < tokens.count, tokens[article + 1].gap == .space,
      let (entry, end) = unit(
        at: article + 1, numeral: EnglishNumeral(lower: 1, upper: 1, end: article + 1), hasCurrency: false),
      entry.unit.isHalved
    else { return nil }
    return (entry, end)
  }
}
