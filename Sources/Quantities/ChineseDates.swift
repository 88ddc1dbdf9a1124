import TextCore

/// Reads one date or time of a Chinese text, piece by piece: `去年11月24日下午2点半`.
struct ChineseDateReader {
  let text: FoldedText
  let start: Int
  let floor: Int
  var index: Int
  var date: DateMention
  /// The part of the day that a word named.
  var period: DayPeriod?

  init(_ text: FoldedText, at index: Int, floor: Int) {
    self.text = text
    self.index = index
    self.floor = floor
    start = index
    date = DateMention(span: TextSpan(0, 0))
  }

  /// The date at the start and the index after it, or nil.
  mutating func read() -> (DateMention, end: Int)? {
    if text.at(start).isASCIIDigit, text.at(start - 1).isASCIILetter || text.at(start - 1).isASCIIDigit { return nil }
    if readNumericDate() {
      _ = readClock(isAfterDay: true)
      return finished()
    }
    readRelative()
    readCenturyAndDecade()
    if date.decade == nil { readYear() }
    readQuarterOrHalf()
    if date.quarter == nil && date.half == nil && date.endMonth == nil && date.endYear == nil { readMonthAndDay() }
    readPart()
    readWeekday()
    _ = readClock(isAfterDay: date.day != nil || date.relative?.step == .day || date.weekday != nil)
    return finished()
  }

  mutating func finished() -> (DateMention, end: Int)? {
    guard index > start else { return nil }
    date.span = text.span(start, index)
    var bare = DateMention(span: date.span)
    bare.relative = date.relative
    bare.part = date.part
    if bare == date { date.isWeak = true }
    return (date, index)
  }

  // MARK: Small numbers

  struct Small {
    var value: Int
    var end: Int
    /// How many Arabic figures it has; 0 for Chinese numerals.
    var figures: Int
    /// Whether it is written like a telephone number: 二〇一四.
    var isPositional: Bool
  }

  func small(at index: Int) -> Small? {
    if text.at(index).isASCIIDigit {
      var end = index
      var value = 0
      while end - index < 5, text.at(end).isASCIIDigit {
        value = value * 10 + Int(text.at(end)) - 0x30
        end += 1
      }
      return end - index > 4 ? nil : Small(value: value, end: end, figures: end - index, isPositional: true)
    }
    guard ChineseNumeral.isPart(text.at(index)), !isLongNumeral(at: index) else { return nil }
    guard let numeral = ChineseNumeral.parse(text, at: index), !numeral.hasFigures, numeral.exactness == .exact,
      numeral.upper < 10_000, !numeral.isBareUnit || numeral.upper == 10
    else { return nil }
    return Small(
      value: Int(numeral.upper), end: numeral.end, figures: 0, isPositional: numeral.positionalFigures >= 2)
  }

  /// Whether more than a dozen numerals stand side by side, so that reading them again and again would cost.
  func isLongNumeral(at index: Int) -> Bool {
    (index...index + 12).allSatisfy { ChineseNumeral.isPart(text.at($0)) }
  }

  func skipSpace(_ index: Int) -> Int { text.at(index) == 0x20 ? index + 1 : index }

  // MARK: Dates in figures

  /// `2014-11-24`, `2014/11/24`, `2014.11.24`.
  mutating func readNumericDate() -> Bool {
    guard let year = small(at: index), year.figures == 4, (1000...2999).contains(year.value) else { return false }
    let mark = text.at(year.end)
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E, let month = small(at: year.end + 1), month.figures <= 2,
      (1...12).contains(month.value), text.at(month.end) == mark, let day = small(at: month.end + 1),
      (1...2).contains(day.figures), (1...31).contains(day.value), text.at(day.end) != mark
    else { return false }
    (date.year, date.month, date.day) = (year.value, month.value, day.value)
    index = day.end
    return true
  }

  // MARK: Years and longer

  mutating func readRelative() {
    guard let match = ChineseCalendar.relative.match(in: text, at: index) else { return }
    if match.value.step == .century, text.at(match.end - 1) != 0x7EAA { return }
    if Self.isPartOfWord(text, from: index, to: match.end) { return }
    date.relative = DateMention.Relative(match.value.step, match.value.distance)
    period = match.value.period
    index = match.end
  }

  /// `今年` is a word everywhere, `前天` too, but `目前年` and `之后天` are not.
  static func isPartOfWord(_ text: FoldedText, from start: Int, to end: Int) -> Bool {
    let before = text.at(start - 1)
    switch text.at(start) {
    case 0x524D: return before == 0x76EE || before == 0x4E4B || before == 0x4EE5 || before == 0x5148  // 前
    case 0x540E: return before == 0x4E4B || before == 0x4EE5 || before == 0x7136 || before == 0x6700  // 后
    case 0x672C: return before == 0x65E5 || before == 0x57FA || before == 0x6839  // 本
    case 0x4E0A, 0x4E0B: return before == 0x4EE5 || (text.at(end - 1) == 0x5468 && text.at(end) == 0x56F4)
    default: return false
    }
  }

  mutating func readCenturyAndDecade() {
    var position = index
    if let number = small(at: position), text.at(skipSpace(number.end)) == 0x4E16,
      text.at(skipSpace(number.end) + 1) == 0x7EAA, (1...30).contains(number.value)
    {
      date.century = number.value
      position = skipSpace(number.end) + 2
      index = position
    }
    let decadeStart = skipSpace(text.at(position) == 0x7684 ? position + 1 : position)  // 20世纪的90年代
    if let number = small(at: decadeStart), number.figures == 2, number.value.isMultiple(of: 10),
      text.at(number.end) == 0x540E, number.value >= 50 || number.value == 0, isGeneration(after: number.end)
    {
      date.decade = number.value == 0 ? 2000 : 1900 + number.value
      index = number.end + 1
      return
    }
    guard let number = small(at: decadeStart), text.at(skipSpace(number.end)) == 0x5E74,
      text.at(skipSpace(number.end) + 1) == 0x4EE3,
      number.value.isMultiple(of: 10) || (number.figures == 0 && number.isPositional)
    else { return }
    if let century = date.century, number.value < 100 {
      date.decade = (century - 1) * 100 + number.value
    } else if date.relative?.step == .century, number.value < 100 {
      date.decade = number.value
      date.relative = nil
    } else {
      date.decade = number.value
    }
    date.century = nil
    index = skipSpace(number.end) + 2
  }

  /// Whether 后 behind a decade names the people born in it: `90后`, not `80后面`.
  func isGeneration(after index: Int) -> Bool {
    !text.at(index + 1).isAmong("面来台续期方备排")
  }

  mutating func readYear() {
    var position = index
    let era = ChineseCalendar.eras.match(in: text, at: position)
    if let era {
      position = skipSpace(era.end)
      if text.has(ChineseCalendar.firstYear, at: position) {
        date.year = era.value.year(1)
        index = position + 2
        return
      }
    }
    guard let number = small(at: position), let end = yearEnd(number, hasEra: era != nil) else {
      if era == nil { readYearRange(at: position) }
      return
    }
    date.year = era.map { $0.value.year(number.value) } ?? fullYear(number)
    index = end
    if Self.isRangeMark(text.at(index)), let last = small(at: index + 1), let lastEnd = yearEnd(last, hasEra: false) {
      date.endYear = fullYear(last)
      index = lastEnd
    }
  }

  /// `2013-2015年`, `2020-2021赛季`.
  mutating func readYearRange(at position: Int) {
    guard let first = small(at: position), first.figures == 4, Self.isRangeMark(text.at(first.end)),
      let last = small(at: first.end + 1), last.figures == 4 || last.figures == 2,
      let end = yearEnd(last, hasEra: last.figures == 2) ?? season(at: last.end), (1000...2999).contains(first.value)
    else { return }
    date.year = first.value
    date.endYear = last.figures == 2 ? first.value / 100 * 100 + last.value : last.value
    index = end
  }

  /// `index` itself, where a stretch of time that runs over two years is named there.
  private func season(at index: Int) -> Int? {
    ChineseCalendar.seasons.contains { text.has($0, at: index) } ? index : nil
  }

  /// The index after 年, when the number before it is that of a year and not a count of years.
  func yearEnd(_ number: Small, hasEra: Bool) -> Int? {
    let end = skipSpace(number.end)
    guard text.at(end) == 0x5E74 else { return nil }
    let next = text.at(end + 1)
    if next == 0x4EE3 || (next == 0x524D && !hasEra && number.value < 1900) { return nil }
    if hasEra { return end + 1 }
    switch number.figures {
    case 4:
      let isCount = number.value.isMultiple(of: 100) && next.isAmong("历来间多以")
      return (1000...2999).contains(number.value) && !isCount ? end + 1 : nil
    case 2:
      let isFollowedByMonth = small(at: skipSpace(end + 1)).map { text.at($0.end) == 0x6708 } ?? false
      let isCount = next.isAmong("后前来间以之多内左代的")
      return (number.value >= 50 && !isCount) || number.value < 10 || isFollowedByMonth ? end + 1 : nil
    case 0 where number.isPositional:
      return (1000...2999).contains(number.value) || (50...99).contains(number.value) ? end + 1 : nil
    default: return nil
    }
  }

  func fullYear(_ number: Small) -> Int {
    guard number.value < 100, number.figures == 2 || number.isPositional else { return number.value }
    return number.value < 50 ? 2000 + number.value : 1900 + number.value
  }

  // MARK: Parts of a year

  mutating func readQuarterOrHalf() {
    let position = skipSpace(index)
    for (word, half) in ChineseCalendar.halves where text.has(word, at: position) {
      date.half = half
      index = position + word.count
      return
    }
    let isFirstOnes = text.at(position) == 0x524D  // 前三季度
    let numberStart = text.at(position) == 0x7B2C || isFirstOnes ? position + 1 : position
    guard let number = small(at: numberStart), (1...4).contains(number.value), number.figures <= 1,
      text.at(number.end) == 0x5B63, text.at(number.end + 1) == 0x5EA6
    else { return }
    if isFirstOnes {
      (date.month, date.endMonth) = (1, number.value * 3)
    } else {
      date.quarter = number.value
    }
    index = number.end + 2
  }

  mutating func readMonthAndDay() {
    if readLunarDay() { return }
    let position = skipSpace(index)
    if text.has(ChineseCalendar.doubleEleven, at: position) || text.has(ChineseCalendar.double11, at: position) {
      (date.month, date.day) = (11, 11)
      index = position + 3
      return
    }
    guard let month = small(at: position), month.figures <= 2, !month.isPositional || month.figures > 0 else { return }
    let monthEnd = skipSpace(month.end)
    if text.at(monthEnd) == 0x6708, (1...19).contains(month.value), !isMoon(after: monthEnd) {
      date.month = month.value
      index = monthEnd + (text.at(monthEnd + 1) == 0x4EFD ? 2 : 1)
      readDay()
      readEndOfRange()
    } else if Self.isRangeMark(text.at(month.end)), (1...12).contains(month.value),
      let last = small(at: month.end + 1), last.figures <= 2, text.at(last.end) == 0x6708,
      (1...12).contains(last.value), last.value > month.value
    {
      (date.month, date.endMonth) = (month.value, last.value)
      index = last.end + (text.at(last.end + 1) == 0x4EFD ? 2 : 1)
    } else if let end = dayEnd(month), date.year == nil, date.relative?.step != .year {
      date.day = month.value
      date.isWeak = month.figures == 0
      index = end
      readEndOfRange()
    }
  }

  /// `农历八月十五`, `正月初一`, `腊月廿三`.
  ///
  /// English tells such a day in many ways, so it is not compared.
  mutating func readLunarDay() -> Bool {
    var position = skipSpace(index)
    let calendar = ChineseCalendar.lunar.match(in: text, at: position)
    if let calendar { position = calendar.end }
    if let named = ChineseCalendar.lunarMonths.match(in: text, at: position) {
      date.month = named.value
      position = named.end
    } else if calendar != nil, let month = small(at: position), (1...12).contains(month.value),
      text.at(month.end) == 0x6708
    {
      date.month = month.value
      position = month.end + 1
    } else {
      return false
    }
    date.isLunar = true
    date.isWeak = true
    let isFirstTen = text.at(position) == 0x521D  // 初
    if let day = small(at: isFirstTen ? position + 1 : position), (1...(isFirstTen ? 10 : 30)).contains(day.value) {
      date.day = day.value
      position = dayEnd(day) ?? day.end
    }
    index = position
    return true
  }

  /// 月 in 月球, 月饼, 月亮: no month.
  func isMoon(after index: Int) -> Bool {
    let next = text.at(index + 1)
    return next == 0x7403 || next == 0x997C || next == 0x4EAE || next == 0x7968
  }

  mutating func readDay() {
    let position = skipSpace(index)
    guard let day = small(at: position), day.figures <= 2 else { return }
    if let end = dayEnd(day) {
      date.day = day.value
      index = end
    } else if Self.isRangeMark(text.at(day.end)), let last = small(at: day.end + 1), let end = dayEnd(last) {
      (date.day, date.endDay) = (day.value, last.value)
      index = end
    }
  }

  /// The index after the 日 or 号 that makes a number a day, or nil: 5号线 and 3日元 are none.
  func dayEnd(_ day: Small) -> Int? {
    guard (1...39).contains(day.value), day.figures <= 2 else { return nil }
    let end = skipSpace(day.end)
    let next = text.at(end + 1)
    switch text.at(end) {
    case 0x65E5: return next.isAmong("元圆均语本币经报军式系文常子") ? nil : end + 1
    case 0x53F7: return next.isAmong("线楼门码院房机店台馆厅文召公路令种球选车井桌位人矿") ? nil : end + 1
    default: return nil
    }
  }

  /// `至25日`, `-12月1日`, behind a month or a day.
  mutating func readEndOfRange() {
    guard Self.isRangeMark(text.at(index)), let number = small(at: index + 1), number.figures <= 2 else { return }
    if text.at(number.end) == 0x6708, (1...12).contains(number.value) {
      let monthEnd = number.end + 1
      if date.day == nil {
        date.endMonth = number.value
        index = monthEnd
      } else if let day = small(at: monthEnd), let end = dayEnd(day) {
        (date.endMonth, date.endDay) = (number.value, day.value)
        index = end
      }
    } else if date.day != nil, let end = dayEnd(number) {
      date.endDay = number.value
      index = end
    }
  }

  static func isRangeMark(_ scalar: UInt32) -> Bool { ChineseScanner.isRangeMark(scalar) }

  /// 上旬, 年初, 月底 and the like, behind a date.
  mutating func readPart() {
    guard index > start || text.at(index + 1) == 0x65EC else { return }
    for (word, part) in ChineseCalendar.parts where text.has(word, at: index) {
      if word.count == 1 && date.month == nil && date.year == nil && date.decade == nil && date.century == nil
        && date.relative == nil
      {
        continue
      }
      date.part = part
      index += word.count
      return
    }
  }
}
