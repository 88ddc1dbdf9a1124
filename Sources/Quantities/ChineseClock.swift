import TextCore

/// Days of the week and times of day.
extension ChineseDateReader {
  mutating func readWeekday() {
    var position = index
    if date.relative?.step == .week, let day = ChineseCalendar.weekday(text.at(index)) {  // 上周三
      date.weekday = day
      if date.relative?.distance == 0 { date.relative = nil }
      index += 1
      return
    }
    if text.at(position) == 0x28 || text.at(position) == 0xFF08 { position += 1 }
    let isBracketed = position > index
    for word in ChineseCalendar.weeks where text.has(word, at: position) {
      let figure = text.at(position + word.count)
      guard let day = ChineseCalendar.weekday(figure) else { continue }
      let next = text.at(position + word.count + 1)
      // 每周三次, 一周六天: so many times a week.
      let before = text.at(position - 1)
      if (before == 0x6BCF || ChineseNumeral.figure(before) != nil)
        && next.isAmong("次天个小场回篇节课")
      {
        return
      }
      if position == start, word.count == 1, ChineseNumeral.figure(before) != nil || before == 0x4E24 { return }
      if isBracketed && next != 0x29 && next != 0xFF09 { return }
      date.weekday = day
      if date.relative?.step == .week, date.relative?.distance == 0 { date.relative = nil }
      index = position + word.count + (isBracketed ? 2 : 1)
      return
    }
  }

  /// `下午2点半`, `10时30分`, `19:05:30`.
  mutating func readClock(isAfterDay: Bool) -> Bool {
    var position = skipSpace(index)
    var period = period
    if let match = ChineseCalendar.periods.match(in: text, at: position) {
      period = match.value
      position = skipSpace(match.end)
    }
    if let hedge = ChineseHedges.before.match(in: text, at: position), period != nil { position = hedge.end }
    guard let hour = small(at: position), hour.figures <= 2, (0...24).contains(hour.value) else { return false }
    var end = hour.end
    switch text.at(end) {
    case 0x3A, 0xFF1A:
      guard hour.figures > 0, let minute = small(at: end + 1), minute.figures == 2, minute.value < 60 else {
        return false
      }
      date.minute = minute.value
      end = minute.end
      if text.at(end) == 0x3A || text.at(end) == 0xFF1A, let second = small(at: end + 1), second.figures == 2 {
        date.second = second.value
        end = second.end
      }
    case 0x70B9, 0x65F6:  // 点 时
      guard let minuteEnd = minutes(after: end, isCertain: period != nil || isAfterDay || endsClockRange) else {
        return false
      }
      end = minuteEnd
      if let before = minutesBefore(at: end) {
        date.minute = 60 - before.minutes
        setHour(
          Small(
            value: hour.value == 1 ? 12 : max(hour.value - 1, 0), end: hour.end, figures: hour.figures,
            isPositional: hour.isPositional), period)
        index = before.end
        return true
      }
    default:
      return false
    }
    setHour(hour, period)
    index = end
    return true
  }

  /// Whether the hour at the start ends a stretch of time that began with a time of day: `八点半至十点`.
  private var endsClockRange: Bool {
    Self.isRangeMark(text.at(start - 1)) && text.at(start - 2).isAmong("点时半分刻")
  }

  /// What the hour lacks of being full, and the index after it: `差一刻` in `九点差一刻`.
  private func minutesBefore(at index: Int) -> (minutes: Int, end: Int)? {
    guard text.at(index) == 0x5DEE, let number = small(at: index + 1) else { return nil }  // 差
    switch text.at(number.end) {
    case 0x523B where number.value == 1: return (15, number.end + 1)  // 刻
    case 0x5206 where (1...30).contains(number.value):  // 分
      return (number.value, text.at(number.end + 1) == 0x949F ? number.end + 2 : number.end + 1)
    default: return nil
    }
  }

  /// The index after the minutes behind 点 or 时, or nil when that is no time of day.
  mutating func minutes(after mark: Int, isCertain: Bool) -> Int? {
    let next = text.at(mark + 1)
    if text.at(mark) == 0x65F6, next.isAmong("代期间候尚空装") { return nil }
    switch next {
    case 0x949F, 0x6574: return mark + 2  // 钟 整
    case 0x534A:  // 半
      date.minute = 30
      return mark + 2
    default: break
    }
    if let minute = small(at: mark + 1), (0...59).contains(minute.value) {
      if text.at(minute.end) == 0x5206, text.at(minute.end + 1) != 0x4E4B {
        date.minute = minute.value
        return minute.end + 1
      }
      if text.at(minute.end) == 0x523B, minute.value == 1 || minute.value == 3 {  // 刻
        date.minute = minute.value * 15
        return minute.end + 1
      }
    }
    // 六点前到
    let isCertain = isCertain || text.at(mark) == 0x70B9 && next.isAmong("前后开到起出才就")
    return isCertain || minutesBefore(at: mark + 1) != nil ? mark + 1 : nil
  }

  mutating func setHour(_ hour: Small, _ period: DayPeriod?) {
    date.hour = hour.value
    switch period {
    case .morning?: break
    case .noon?: if hour.value < 10 { date.hour = hour.value + 12 }
    case .afternoon?: if hour.value < 12 { date.hour = hour.value + 12 }
    case .night?: if (5...11).contains(hour.value) { date.hour = hour.value + 12 }
    case nil: date.isHourAmbiguous = hour.value <= 12 && !(hour.figures == 2 && hour.value < 10)
    }
  }
}
