import TextCore

/// Days of the week and times of day.
extension EnglishDateReader {
  /// `Monday`, `Monday, Nov.
  ///
  /// 24`, `Tues.`
  func weekday(_ day: Int, _ isAbbreviation: Bool, at index: Int) -> Found? {
    guard tokens[index].isCapital else { return nil }
    var end = index + 1
    if isAbbreviation {
      guard mark(end) == 0x2E || mark(end) == 0x2C, gap(end) == .none else { return nil }
      end = skipDot(end)
    }
    var date = blank()
    date.weekday = day
    let next = skipComma(end)
    if next < tokens.count, gap(next) != .blankLine {
      let isMonth = if case .month? = word(next) { true } else { false }
      if isMonth || self.day(at: next) != nil, let found = self.date(at: next), found.0.day != nil, found.start == next
      {
        date = found.0
        date.weekday = day
        return (date, index, found.end)
      }
    }
    return (date, index, end)
  }

  func clockWord(_ hour: Int, at index: Int) -> Found? {
    var date = blank()
    date.hour = hour
    date.isWeak = true
    return (date, index, index + 1)
  }

  /// `three o'clock`.
  func spokenHour(_ hour: Int, at index: Int) -> Found? {
    var date = blank()
    if let (isAfternoon, end) = partOfDay(at: index + 1) {
      date.hour = hour % 12 + (isAfternoon ? 12 : 0)
      return (date, index, end)
    }
    guard let end = oclock(at: index + 1) else { return nil }
    date.hour = hour
    date.isHourAmbiguous = true
    return (date, index, end)
  }

  /// `half past three`, `a quarter to five in the afternoon`: an hour with the minutes before or behind it.
  func hour(_ minutes: Int, at index: Int) -> Found? {
    guard index + 2 < tokens.count, gap(index + 1) == .space, gap(index + 2) == .space else { return nil }
    let isBefore: Bool
    switch scanner.lowercase(tokens[index + 1]) {
    case "past": isBefore = false
    case "to" where minutes < 30 && isArticle(index - 1): isBefore = true
    default: return nil
    }
    guard let named = clockHour(at: index + 2) else { return nil }
    var end = index + 3
    var date = blank()
    date.minute = isBefore ? 60 - minutes : minutes
    var hour = isBefore ? (named + 10) % 12 + 1 : named
    if let (isAfternoon, last) = partOfDay(at: end) ?? meridiem(at: end) {
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      end = last
    } else {
      date.isHourAmbiguous = true
    }
    date.hour = hour
    return (date, index, end)
  }

  private func isArticle(_ index: Int) -> Bool { if case .article? = word(index) { true } else { false } }

  /// An hour from 1 to 12 in words or figures that nothing goes on counting.
  private func clockHour(at index: Int) -> Int? {
    let value: Double
    if case .small(let small)? = word(index) {
      value = small
    } else if tokens[index].kind == .number, tokens[index].number.decimals == 0 {
      value = tokens[index].number.value
    } else {
      return nil
    }
    guard value >= 1, value <= 12 else { return nil }
    switch word(index + 1) {
    case .magnitude?, .hundred?, .percent?, .dozen?, .ordinal?, .per?, .half?, .quarter?: return nil
    default: return mark(index + 1) == 0x25 || mark(index + 1) == 0x2D ? nil : Int(value)
    }
  }

  /// `in the morning`, `in the afternoon`, `in the evening` behind an hour.
  func partOfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    if index < tokens.count, gap(index) == .space, scanner.lowercase(tokens[index]) == "tonight" {
      return (true, index + 1)
    }
    guard case .inWord? = word(index), case .the? = word(index + 1), index + 2 < tokens.count else { return nil }
    switch scanner.lowercase(tokens[index + 2]) {
    case "morning": return (false, index + 3)
    case "afternoon", "evening": return (true, index + 3)
    default: return nil
    }
  }

  func oclock(at index: Int) -> Int? {
    guard case .oclock? = word(index), mark(index + 1) == 0x27 || mark(index + 1) == 0x2019, index + 2 < tokens.count,
      scanner.lowercase(tokens[index + 2]) == "clock"
    else { return nil }
    return index + 3
  }

  func clock(at index: Int) -> Found? {
    var date = blank()
    let end = readTime(into: &date, at: index)
    return end == index ? nil : (date, index, end)
  }

  /// A time behind a date: `at 8 a.m.`, `, 10:19:09`.
  func readClock(into date: inout DateMention, at index: Int) -> Int {
    var next = skipComma(index)
    if case .at? = word(next) { next += 1 }
    guard next < tokens.count, gap(next) != .blankLine, tokens[next].kind == .number else { return index }
    let end = readTime(into: &date, at: next)
    return end == next ? index : end
  }

  /// `7:55`, `7.55pm`, `10:19:09`, `8 a.m.`, `3 o'clock`; gives `index` back when there is no time.
  func readTime(into date: inout DateMention, at index: Int) -> Int {
    let number = tokens[index].number
    guard number.wholeFigures <= 2, number.value < 25, number.decimals == 0 || number.decimals == 2 else {
      return index
    }
    var hour = Int(number.value)
    var minute: Int?
    var end = index + 1
    if number.decimals == 2 { minute = Int(number.mantissa) - hour * 100 }
    if number.decimals == 0, mark(end) == 0x3A, gap(end) == .none, let next = minutes(at: end + 1) {
      minute = next
      end += 2
      if mark(end) == 0x3A, gap(end) == .none, let second = minutes(at: end + 1) {
        date.second = second
        end += 2
      }
    }
    guard minute ?? 0 < 60 else { return index }
    if let (isAfternoon, last) = meridiem(at: end), hour >= 1, hour <= 12 || minute != nil {
      if hour <= 12 { hour = hour % 12 + (isAfternoon ? 12 : 0) }
      end = last
    } else if let (isAfternoon, last) = partOfDay(at: end), hour >= 1, hour <= 12 {
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      end = last
    } else if minute != nil, number.decimals == 0 {
      date.isHourAmbiguous = hour <= 12 && hour > 0 && !(number.wholeFigures == 2 && hour < 10)
    } else if minute == nil, hour >= 1, hour <= 12, let last = oclock(at: end) {
      date.isHourAmbiguous = true
      end = last
    } else if minute == nil, hour >= 1, hour <= 12, beginsClockRange(at: end) {
      date.isHourAmbiguous = true
    } else {
      return index
    }
    date.hour = hour
    date.minute = minute == 0 ? nil : minute
    return end
  }

  /// Whether a time of day follows that ends a stretch of time, as behind the 8 of `8 to 11:30 a.m.`.
  private func beginsClockRange(at index: Int) -> Bool {
    switch mark(index) {
    case 0x2D, 0x2013, 0x2014: break
    default: guard case .to? = word(index) else { return false }
    }
    let last = index + 1
    guard last < tokens.count, tokens[last].kind == .number, gap(last) != .blankLine else { return false }
    let number = tokens[last].number
    guard number.decimals == 0, number.value >= 1, number.value <= 12 else { return false }
    let hasMinutes = mark(last + 1) == 0x3A && gap(last + 1) == .none && minutes(at: last + 2) != nil
    return meridiem(at: hasMinutes ? last + 3 : last + 1) != nil
  }

  func minutes(at index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, gap(index) == .none else { return nil }
    let number = tokens[index].number
    return number.wholeFigures == 2 && number.value < 60 && number.decimals == 0 ? Int(number.value) : nil
  }

  /// `am`, `p.m.`, and the token after it.
  func meridiem(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    guard index < tokens.count, gap(index) == .none || gap(index) == .space else { return nil }
    switch word(index) {
    case .am?: return (false, index + 1)
    case .pm?: return (true, index + 1)
    default: break
    }
    guard index + 2 < tokens.count, tokens[index].kind == .word, mark(index + 1) == 0x2E,
      tokens[index + 2].kind == .word,
      tokens[index + 2].end - tokens[index + 2].start == 1, scanner.lowercase(tokens[index + 2]) == "m"
    else { return nil }
    let end = mark(index + 3) == 0x2E && gap(index + 3) == .none ? index + 4 : index + 3
    switch scanner.lowercase(tokens[index]) {
    case "a": return (false, end)
    case "p": return (true, end)
    default: return nil
    }
  }
}
