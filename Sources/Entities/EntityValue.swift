import Quantities

/// Writes quantities and dates: exactly for a reader, and so that equal ones of both languages are equal strings.
enum EntityValue {
  // MARK: Quantities

  /// The unit and the value, in the base unit of its class: `count:123456`, `CNY:7900000000`, a range with `..`.
  ///
  /// Exact to fifteen figures, which is what a number of the text survives; a number that no Double holds is given as
  /// the greatest one.
  static func text(of quantity: Quantity) -> String {
    text(of: quantity, number: exact)
  }

  /// The same to four figures, for comparing: 24,100 and 24.1 thousand, 3.30 miles and 5.31 km.
  static func key(of quantity: Quantity) -> String {
    text(of: quantity, number: rounded)
  }

  /// Whether the exact value has no more than four figures, so that it is its own key.
  static func isShort(_ quantity: Quantity) -> Bool {
    !quantity.isRange && quantity.lower.magnitude < 10_000 && quantity.lower == quantity.lower.rounded()
  }

  private static func text(of quantity: Quantity, number: (Double) -> String) -> String {
    let lower = number(quantity.lower)
    return unit(quantity.unit) + ":" + (quantity.isRange ? lower + ".." + number(quantity.upper) : lower)
  }

  private static func unit(_ unit: UnitClass) -> String {
    switch unit {
    case .count: "count"
    case .percent: "percent"
    case .percentagePoint: "percentagePoint"
    case .multiple: "multiple"
    case .discount: "discount"
    case .ordinal: "ordinal"
    case .currency(let code): code.description
    case .length: "length"
    case .area: "area"
    case .volume: "volume"
    case .mass: "mass"
    case .duration: "duration"
    case .age: "age"
    case .temperature: "temperature"
    case .energy: "energy"
    case .power: "power"
    case .speed: "speed"
    case .dataSize: "dataSize"
    case .frequency: "frequency"
    case .voltage: "voltage"
    case .electricCurrent: "electricCurrent"
    case .electricCharge: "electricCharge"
    case .resistance: "resistance"
    case .pressure: "pressure"
    case .force: "force"
    case .soundLevel: "soundLevel"
    case .angle: "angle"
    }
  }

  /// Fifteen figures.
  ///
  /// What a product of decimal numbers leaves behind them (434.99999999999994 for 4.35 × 100) is no part of the value.
  private static func exact(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    if value.magnitude >= 1e15 || value.magnitude < 1e-6 { return "\(value)" }
    var scale = 1e14
    var size = value.magnitude
    while size >= 10 {
      size /= 10
      scale /= 10
    }
    let result = (value * scale).rounded() / scale
    return result == result.rounded() ? String(Int(result)) : "\(result)"
  }

  /// Four figures.
  private static func rounded(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    var scale = 1.0
    var size = value.magnitude
    while size >= 10_000, scale < 1e300 {
      size /= 10
      scale *= 10
    }
    while size < 1000, scale > 1e-300 {
      size *= 10
      scale /= 10
    }
    let figures = Int(size.rounded()) * (value < 0 ? -1 : 1)
    let rounded = scale >= 1 ? Double(figures) * scale : Double(figures) / (1 / scale).rounded()
    if rounded.magnitude < 1e15, rounded == rounded.rounded() { return String(Int(rounded)) }
    return "\(rounded)"
  }

  // MARK: Dates

  /// The date as a reader sees it: `2014-11-24T10:19`, `--11-24` without its year, `T07:55`, `2013..2015`, then what
  /// else is said: `2014 q3`, `year-1 h1`, `1930s early`.
  ///
  /// Nil for a mention that says nothing of these.
  static func text(of date: DateMention) -> String? {
    var parts: [String] = []
    let start = point(year: date.year, month: date.month, day: date.day)
    if hasEnd(date) {
      let end = point(year: date.endYear ?? date.year, month: date.endMonth ?? date.month, day: date.endDay)
      parts.append((start ?? "") + ".." + (end ?? ""))
    } else if let start {
      parts.append(start)
    }
    parts += qualifiers(of: date)
    if let time = time(of: date) {
      // ISO 8601 writes a date and its time as one.
      if parts.count == 1, date.day != nil, !hasEnd(date) { parts[0] += time } else { parts.append(time) }
    }
    return parts.isEmpty ? nil : (date.isLunar ? "lunar " : "") + parts.joined(separator: " ")
  }

  /// What is compared: the date, then its parts: the day of the year `--11-24`, the year `2014`; both ends of a range,
  /// the time of day.
  ///
  /// What is not said is left out; a relative date gives `day-1`.
  static func keys(of date: DateMention) -> [String] {
    var result = keys(year: date.year, month: date.month, day: date.day)
    if hasEnd(date) {
      for text in keys(year: date.endYear ?? date.year, month: date.endMonth ?? date.month, day: date.endDay)
      where !result.contains(text) {
        result.append(text)
      }
    }
    if result.isEmpty {
      if let decade = date.decade { result.append("\(decade)s") }
      if let century = date.century { result.append("c\(century)") }
      if let quarter = date.quarter { result.append("q\(quarter)") }
      if let half = date.half { result.append("h\(half)") }
      if let relative = date.relative { result.append(text(of: relative)) }
      if let weekday = date.weekday { result.append("weekday\(weekday)") }
    }
    return result
  }

  private static func hasEnd(_ date: DateMention) -> Bool {
    date.endDay != nil || date.endMonth != nil || date.endYear != nil
  }

  private static func keys(year: Int?, month: Int?, day: Int?) -> [String] {
    var result: [String] = []
    if let month, let day {
      if let year { result.append("\(year)-\(padded(month))-\(padded(day))") }
      result.append("--\(padded(month))-\(padded(day))")
    } else if let month {
      result.append(year.map { "\($0)-\(padded(month))" } ?? "--\(padded(month))")
    }
    if let year { result.append(String(year)) }
    return result
  }

  /// What is said of year, month and day, as ISO 8601 writes it: `---24` is a day of some month.
  private static func point(year: Int?, month: Int?, day: Int?) -> String? {
    if year == nil, month == nil { return day.map { "---" + padded($0) } }
    var result = year.map(String.init) ?? "-"
    if let month {
      result += "-" + padded(month)
      if let day { result += "-" + padded(day) }
    }
    return result
  }

  private static func qualifiers(of date: DateMention) -> [String] {
    var result: [String] = []
    if let relative = date.relative { result.append(text(of: relative)) }
    if let decade = date.decade { result.append("\(decade)s") }
    if let century = date.century { result.append("c\(century)") }
    if let half = date.half { result.append("h\(half)") }
    if let quarter = date.quarter { result.append("q\(quarter)") }
    if let part = date.part { result.append(part.rawValue) }
    if let weekday = date.weekday { result.append("weekday\(weekday)") }
    return result
  }

  private static func text(of relative: DateMention.Relative) -> String {
    "\(relative.step.rawValue)\(relative.distance < 0 ? "" : "+")\(relative.distance)"
  }

  private static func time(of date: DateMention) -> String? {
    guard let hour = date.hour else { return nil }
    return "T" + padded(hour) + ":" + padded(date.minute ?? 0) + (date.second.map { ":" + padded($0) } ?? "")
  }

  private static func padded(_ number: Int) -> String { number >= 0 && number < 10 ? "0\(number)" : "\(number)" }
}
