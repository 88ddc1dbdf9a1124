extension DateMention {
  /// Whether the two say nothing that contradicts each other, and at least one thing that is the same.
  ///
  /// An hour whose half of the day is not said agrees with both; `90年代` agrees with the 1990s; what only one of them
  /// says is no contradiction.
  public func agrees(with other: DateMention) -> Bool {
    if isLunar != other.isLunar, (month ?? day) != nil, (other.month ?? other.day) != nil { return false }
    var shared = 0
    func check(_ mine: Int?, _ theirs: Int?) -> Bool {
      guard let mine, let theirs else { return true }
      shared += 1
      return mine == theirs
    }
    guard check(year, other.year), check(month, other.month), check(day, other.day), check(weekday, other.weekday),
      check(quarter, other.quarter), check(half, other.half), check(endYear, other.endYear),
      check(endMonth, other.endMonth), check(endDay, other.endDay)
    else { return false }
    guard let decades = decadesAgree(with: other), let hours = hoursAgree(with: other) else { return false }
    shared += decades + hours
    if let relative, let other = other.relative, relative.step == other.step {
      guard relative.distance == other.distance else { return false }
      shared += 1
    }
    return shared > 0
  }

  /// 1 for the same decade or century, 0 when one of them says none, nil for a contradiction.
  private func decadesAgree(with other: DateMention) -> Int? {
    if let mine = decade, let theirs = other.decade {
      let isSame = mine == theirs || (min(mine, theirs) < 100 && mine % 100 == theirs % 100)
      return isSame ? 1 : nil
    }
    if let century, let theirs = other.century { return century == theirs ? 1 : nil }
    // The early 2000s are the beginning of the 21st century.
    if let century = century ?? other.century, let decade = decade ?? other.decade {
      return decade / 100 + 1 == century ? 1 : nil
    }
    return 0
  }

  /// 1 for the same time of day, 0 when one of them says none, nil for a contradiction.
  private func hoursAgree(with other: DateMention) -> Int? {
    guard let mine = hour, let theirs = other.hour else { return 0 }
    guard (minute ?? 0) == (other.minute ?? 0) else { return nil }
    if mine % 24 == theirs % 24 { return 1 }
    return (isHourAmbiguous || other.isHourAmbiguous) && mine % 12 == theirs % 12 ? 1 : nil
  }

  /// The one number that the date consists of, when another language may count it instead: the year of `2014`, the day
  /// of `3日`, the quarter of `third quarter`.
  var onlyNumber: Int? {
    let fields = [year, month, day, weekday, decade, century, quarter, half, hour, minute, endYear, endMonth, endDay]
    let present = fields.compactMap { $0 }
    guard present.count == 1, relative == nil else { return nil }
    return weekday ?? month ?? half == nil ? present[0] : nil
  }

  /// Whether all that this date says, the other says otherwise: Thursday, and Wednesday at two.
  func contradictsPart(of other: DateMention) -> Bool {
    let parts = [
      (weekday, other.weekday), (month, other.month), (day, other.day), (hour, other.hour), (quarter, other.quarter),
      (year, other.year == year ? year : other.endYear ?? other.year),
    ].filter { $0.0 != nil }
    guard !parts.isEmpty, !agrees(with: other) else { return false }
    return parts.allSatisfy { $0.1 != nil } && relative == nil && decade == nil && century == nil && half == nil
  }

  /// Whether everything this date says, the other says too.
  func isPart(of other: DateMention) -> Bool {
    func isIn(_ mine: Int?, _ theirs: Int?) -> Bool { mine == nil || mine == theirs }
    return isIn(year, other.year) && isIn(month, other.month) && isIn(day, other.day) && isIn(weekday, other.weekday)
      && isIn(quarter, other.quarter) && isIn(half, other.half) && isIn(decade, other.decade)
      && isIn(century, other.century) && (hour == nil || hoursAgree(with: other) == 1)
  }
}
