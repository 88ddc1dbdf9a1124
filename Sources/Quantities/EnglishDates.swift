import TextCore

/// Reads the date or time of an English text that begins at a token.
struct EnglishDateReader {
  typealias Found = (DateMention, start: Int, end: Int)

  let scanner: EnglishScanner
  var tokens: UnsafeBufferPointer<EnglishToken> { scanner.tokens }

  init(_ scanner: EnglishScanner) { self.scanner = scanner }

  /// The date that begins at `index`, the token it begins with, and the token after it.
  func date(at index: Int) -> Found? {
    let token = tokens[index]
    if token.kind == .number { return numeric(at: index) }
    switch token.word {
    case .month?: return month(at: index)
    case .weekday(let day, let isAbbreviation)?: return weekday(day, isAbbreviation, at: index)
    case .early?: return partOf(.early, at: index)
    case .mid?: return partOf(.middle, at: index)
    case .late?: return partOf(.late, at: index)
    case .relative(let distance)?: return relative(distance, at: index)
    case .day(let step, let distance)?: return dayWord(step, distance, at: index)
    case .ordinal(let value)?: return ordinal(value, at: index, end: index + 1)
    case .noon?: return clockWord(12, at: index)
    case .midnight?: return clockWord(0, at: index)
    case .half?: return hour(30, at: index)
    case .quarter?: return hour(15, at: index)
    case .decade(let first)?: return spokenDecade(Int(first), at: index)
    case .small(let value)? where value >= 1 && value <= 12: return spokenHour(Int(value), at: index)
    case .tens(20)?: return spokenCentury(at: index)
    default: return token.isCapital ? quarterCode(at: index) : nil
    }
  }

  func blank() -> DateMention { DateMention(span: TextSpan(0, 0)) }

  // MARK: Small parts

  func mark(_ index: Int) -> UInt32 { scanner.mark(index) }
  func word(_ index: Int) -> EnglishWord? { scanner.word(index) }
  func gap(_ index: Int) -> EnglishToken.Gap { scanner.gap(index) }

  /// A plain number of one or two figures from 1 to 31, an ordinal ending behind it left out.
  func day(at index: Int) -> (value: Int, end: Int, isOrdinal: Bool)? {
    guard index < tokens.count, tokens[index].kind == .number, gap(index) != .blankLine else { return nil }
    let number = tokens[index].number
    guard number.decimals == 0, number.wholeFigures <= 2, number.value >= 1, number.value < 40 else { return nil }
    if case .ordinalSuffix? = word(index + 1), gap(index + 1) == .none { return (Int(number.value), index + 2, true) }
    return (Int(number.value), index + 1, false)
  }

  /// A number of four figures that can be a year.
  func year(at index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, gap(index) != .blankLine else { return nil }
    let number = tokens[index].number
    guard number.wholeFigures == 4, number.decimals == 0, !number.hasSeparator, (1000...2999).contains(number.value)
    else { return nil }
    return Int(number.value)
  }

  func skipComma(_ index: Int) -> Int { mark(index) == 0x2C ? index + 1 : index }
  func skipDot(_ index: Int) -> Int { mark(index) == 0x2E && gap(index) == .none ? index + 1 : index }
  func isDash(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark == 0x2013 || mark == 0x2014
  }

  // MARK: Months

  /// `November 24th to 25th, 2014`, `Nov. 24`, `November 2014`, `November`.
  func month(at index: Int) -> Found? {
    guard case .month(let month, let isAbbreviation, let isCommonWord)? = word(index), tokens[index].isCapital else {
      return nil
    }
    var date = blank()
    date.month = month
    var end = isAbbreviation ? skipDot(index + 1) : index + 1
    if case .the? = word(end), day(at: end + 1)?.isOrdinal == true { end += 1 }
    if let day = day(at: end), mark(day.end) != 0x3A, mark(day.end) != 0x25 {
      date.day = day.value
      end = readEnd(of: &date, at: day.end)
      end = readYear(into: &date, at: end)
    } else if let year = year(at: skipComma(end)) {
      date.year = year
      end = skipComma(end) + 1
    } else if isCommonWord || isAbbreviation {
      // `May`, `March` and `Sun` may be words or names; alone they say little.
      guard !isAbbreviation || end > index + 1 else { return nil }
      date.isWeak = isCommonWord && !isBehindWordOfTime(index)
    }
    if date.day == nil, date.endYear == nil { end = readEndMonth(of: &date, at: end) }
    end = readClock(into: &date, at: end)
    return (date, index, end)
  }

  /// Whether the word before a month says that it is one: `in March`, `last August`.
  private func isBehindWordOfTime(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .word, gap(index) != .blankLine else { return false }
    switch scanner.lowercase(tokens[index - 1]) {
    case "in", "since", "until", "till", "during", "last", "next", "this", "early", "late", "mid", "every": return true
    default: return false
    }
  }

  /// `to 25th`, `-25`, `and 25`, `to December 1` behind a day.
  func readEnd(of date: inout DateMention, at index: Int) -> Int {
    let isAnd = if case .and? = word(index) { true } else { false }
    let isTo = if case .to? = word(index) { true } else { false }
    guard isDash(index) || isTo || isAnd else { return index }
    if let day = day(at: index + 1), day.value > date.day ?? 0, !isAnd || day.isOrdinal, mark(day.end) != 0x25 {
      if case .magnitude? = word(day.end) { return index }
      date.endDay = day.value
      return day.end
    }
    guard !isAnd, case .month(let month, let isAbbreviation, _)? = word(index + 1), tokens[index + 1].isCapital else {
      return index
    }
    let next = isAbbreviation ? skipDot(index + 2) : index + 2
    guard let day = day(at: next) else { return index }
    (date.endMonth, date.endDay) = (month, day.value)
    return day.end
  }

  /// `January to October`.
  func readEndMonth(of date: inout DateMention, at index: Int) -> Int {
    let isTo = if case .to? = word(index) { true } else { false }
    guard isTo || isDash(index), case .month(let month, let isAbbreviation, _)? = word(index + 1),
      tokens[index + 1].isCapital
    else { return index }
    let end = isAbbreviation ? skipDot(index + 2) : index + 2
    guard day(at: end) == nil else { return index }
    date.endMonth = month
    date.isWeak = false
    return readYear(into: &date, at: end)
  }

  func readYear(into date: inout DateMention, at index: Int) -> Int {
    let next = skipComma(index)
    guard date.year == nil, let year = year(at: next) else { return index }
    date.year = year
    return next + 1
  }

  // MARK: Dates that begin with figures

  func numeric(at index: Int) -> Found? {
    if let found = clock(at: index) { return found }
    if let found = isoDate(at: index) ?? slashedDate(at: index) ?? decade(at: index) { return found }
    if let found = monthsInFigures(at: index) { return found }
    if let day = day(at: index) {
      if let found = dayAndMonth(day.value, from: index, end: day.end) { return found }
      if day.isOrdinal, let found = ordinal(Double(day.value), at: index, end: day.end) { return found }
    }
    return yearAlone(at: index)
  }

  /// `from 1 to October`, as Chinese counts its months, and the day `9/11`.
  func monthsInFigures(at index: Int) -> Found? {
    guard let first = day(at: index), !first.isOrdinal, first.value <= 12 else { return nil }
    var date = blank()
    date.month = first.value
    if case .from? = word(index - 1), case .to? = word(first.end), case .month(let month, _, _)? = word(first.end + 1),
      tokens[first.end + 1].isCapital, month > first.value, day(at: first.end + 2) == nil
    {
      date.endMonth = month
      let end = readYear(into: &date, at: first.end + 2)
      return (date, index, end)
    }
    if first.value == 9, mark(first.end) == 0x2F, gap(first.end) == .none, gap(first.end + 1) == .none,
      let day = day(at: first.end + 1), day.value == 11, mark(day.end) != 0x2F
    {
      date.day = 11
      return (date, index, day.end)
    }
    return nil
  }

  /// `11/24/2014`, `24/11/2014`: the month is the number that can be one; where both can, only the year is sure.
  func slashedDate(at index: Int) -> Found? {
    guard let first = day(at: index), !first.isOrdinal, mark(first.end) == 0x2F, gap(first.end) == .none,
      gap(first.end + 1) == .none, let second = day(at: first.end + 1), !second.isOrdinal,
      mark(second.end) == 0x2F, gap(second.end) == .none, gap(second.end + 1) == .none,
      let year = year(at: second.end + 1), min(first.value, second.value) <= 12
    else { return nil }
    var date = blank()
    date.year = year
    if first.value > 12 || second.value > 12 || first.value == second.value {
      (date.month, date.day) = (min(first.value, second.value), max(first.value, second.value))
    }
    let end = readClock(into: &date, at: second.end + 2)
    return (date, index, end)
  }

  /// `24 November 2014`, `24th of November`, `24-25 November`.
  func dayAndMonth(_ first: Int, from index: Int, end: Int) -> Found? {
    var date = blank()
    date.day = first
    var next = end
    let isTo = if case .to? = word(next) { true } else { false }
    if isDash(next) || isTo, let last = day(at: next + 1), last.value > first {
      date.endDay = last.value
      next = last.end
    }
    if case .of? = word(next) { next += 1 }
    guard next < tokens.count, gap(next) != .blankLine, case .month(let month, let isAbbreviation, _)? = word(next),
      tokens[next].isCapital
    else { return nil }
    date.month = month
    next = isAbbreviation ? skipDot(next + 1) : next + 1
    next = readYear(into: &date, at: next)
    next = readClock(into: &date, at: next)
    return (date, index, next)
  }

  /// `2014-11-24`.
  func isoDate(at index: Int) -> Found? {
    guard let year = year(at: index), isDash(index + 1) || mark(index + 1) == 0x2F, gap(index + 1) == .none,
      let month = day(at: index + 2), month.value <= 12, mark(month.end) == mark(index + 1),
      let last = day(at: month.end + 1), last.value <= 31, gap(month.end + 1) == .none
    else { return nil }
    var date = blank()
    (date.year, date.month, date.day) = (year, month.value, last.value)
    return (date, index, readClock(into: &date, at: last.end))
  }

  // MARK: Longer stretches

  /// `early 1990s`, `mid-November`, `late last year`, `the end of 2014`.
  func partOf(_ part: DateMention.Part, at index: Int) -> Found? {
    var next = isDash(index + 1) && gap(index + 1) == .none ? index + 2 : index + 1
    if case .of? = word(next) { next += 1 }
    if case .the? = word(next) { next += 1 }
    guard next < tokens.count, gap(next) != .blankLine else { return nil }
    switch word(next) {
    case .month?, .ordinal?: break
    default: guard tokens[next].kind == .number else { return nil }
    }
    guard case (var date, _, let end)? = date(at: next), date.hour == nil, date.day == nil else { return nil }
    date.part = part
    date.isWeak = false
    return (date, index, end)
  }

  /// `last year`, `this month`, `next Monday`, `last November`.
  func relative(_ distance: Int, at index: Int) -> Found? {
    let next = index + 1
    guard next < tokens.count, gap(next) == .space || gap(next) == .line else { return nil }
    var date = blank()
    switch word(next) {
    case .step(let step)?: date.relative = .init(step, distance)
    case .quarter?: date.relative = .init(.quarter, distance)
    case .decadeWord?: date.relative = .init(.decade, distance)
    case .centuryWord?: date.relative = .init(.century, distance)
    case .weekday(let day, isAbbreviation: false)? where tokens[next].isCapital:
      date.weekday = day
      date.relative = .init(.week, distance)
      return (date, index, next + 1)
    case .month(_, _, _)? where tokens[next].isCapital:
      guard let found = month(at: next) else { return nil }
      return (found.0, index, found.end)
    default: return nil
    }
    date.isWeak = true
    return (date, index, next + 1)
  }

  func dayWord(_ step: DateMention.Step, _ distance: Int, at index: Int) -> Found? {
    var date = blank()
    date.relative = .init(step, distance)
    date.isWeak = true
    return (date, index, index + 1)
  }

  /// `21st century`, `third quarter`, `first half of 2014`, `first 10 months` left aside.
  func ordinal(_ value: Double, at index: Int, end: Int) -> Found? {
    let next = isDash(end) && gap(end) == .none ? end + 1 : end
    guard next < tokens.count, gap(next) != .blankLine else { return nil }
    var date = blank()
    switch word(next) {
    case .centuryWord? where value <= 30:
      date.century = Int(value)
      return (date, index, next + 1)
    case .quarter? where value <= 4:
      date.quarter = Int(value)
      let end = yearBehind(&date, at: next + 1) ?? next + 1
      return (date, index, end)
    case .half? where value <= 2:
      date.half = Int(value)
      guard let end = yearBehind(&date, at: next + 1) else { return nil }
      return (date, index, end)
    case .month? where tokens[next].isCapital && value <= 31:
      return dayAndMonth(Int(value), from: index, end: next)
    default: return nil
    }
  }

  /// `of 2014`, `of this year`, `of the year`, `2014` behind a quarter or half.
  func yearBehind(_ date: inout DateMention, at index: Int) -> Int? {
    var next = index
    if case .of? = word(next) { next += 1 }
    if let year = year(at: next) {
      date.year = year
      return next + 1
    }
    switch word(next) {
    case .the?:
      if case .step(.year)? = word(next + 1) { return next + 2 }
      return nil
    case .relative(let distance)?:
      guard case .step(.year)? = word(next + 1) else { return nil }
      date.relative = .init(.year, distance)
      return next + 2
    default: return nil
    }
  }

  /// `twenty-first century`.
  func spokenCentury(at index: Int) -> Found? {
    guard isDash(index + 1), case .ordinal(let value)? = word(index + 2), value < 10 else { return nil }
    return ordinal(20 + value, at: index, end: index + 3)
  }

  /// `Q3`, `Q3 2014`, `H1`.
  func quarterCode(at index: Int) -> Found? {
    let token = tokens[index]
    guard token.end - token.start == 1, index + 1 < tokens.count, tokens[index + 1].kind == .number,
      gap(index + 1) == .none
    else { return nil }
    let value = tokens[index + 1].number.value
    var date = blank()
    switch scanner.lowercase(token) {
    case "q" where value >= 1 && value <= 4: date.quarter = Int(value)
    case "h" where value >= 1 && value <= 2: date.half = Int(value)
    default: return nil
    }
    guard let end = yearBehind(&date, at: index + 2) else {
      return date.quarter == nil ? nil : (date, index, index + 2)
    }
    return (date, index, end)
  }
}
