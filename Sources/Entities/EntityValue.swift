import Quantities

/// Writes quantities and dates so that equal ones of both languages are equal strings.
enum EntityValue {
  /// The unit and the value to four figures: `count:24100`, `CNY:7.9e+09`, a range with `..`.
  static func text(of quantity: Quantity) -> String {
    let value =
      quantity.isRange ? number(quantity.lower) + ".." + number(quantity.upper) : number(quantity.lower)
    return unit(quantity.unit) + ":" + value
  }

  /// The date, `2014-11-24`, then its parts: the day of the year `--11-24`, the year `2014`.
  ///
  /// What is not said is left out; a relative date gives `day-1`.
  static func texts(of date: DateMention) -> [String] {
    var result = texts(year: date.year, month: date.month, day: date.day)
    if date.endDay != nil || date.endMonth != nil || date.endYear != nil {
      for text in texts(year: date.endYear ?? date.year, month: date.endMonth ?? date.month, day: date.endDay)
      where !result.contains(text) {
        result.append(text)
      }
    }
    if result.isEmpty {
      if let decade = date.decade { result.append("\(decade)s") }
      if let century = date.century { result.append("c\(century)") }
      if let quarter = date.quarter { result.append("q\(quarter)") }
      if let half = date.half { result.append("h\(half)") }
      if let relative = date.relative {
        result.append("\(relative.step.rawValue)\(relative.distance < 0 ? "" : "+")\(relative.distance)")
      }
      if let weekday = date.weekday { result.append("weekday\(weekday)") }
    }
    return result
  }

  private static func texts(year: Int?, month: Int?, day: Int?) -> [String] {
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

  private static func padded(_ number: Int) -> String { number >= 0 && number < 10 ? "0\(number)" : "\(number)" }

  private static func unit(_ unit: UnitClass) -> String {
    switch unit {
    case .count: "count"
    case .percent: "percent"
    case .percentagePoint: "percentagePoint"
    case .multiple: "multiple"
    case .discount: "discount"
    case .ordinal: "ordinal"
    case .currency(let code): code
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
    case .angle: "angle"
    }
  }

  /// Four figures.
  private static func number(_ value: Double) -> String {
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
}
