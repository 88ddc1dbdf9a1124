import Quantities

/// Mentions in one line: `>2000…3000 length×1000 weak`, `y2014 m11 d24`.
enum MentionNotation {
  static func text(_ mention: Mention) -> String {
    switch mention {
    case .quantity(let quantity): text(quantity)
    case .date(let date): text(date)
    }
  }

  /// The number as written, the hedge in front, the unit and its scale behind.
  private static func text(_ quantity: Quantity) -> String {
    let (least, greatest) = (number(quantity.writtenLower), number(quantity.writtenUpper))
    var result = sign(quantity.exactness) + (least == greatest ? least : "\(least)…\(greatest)")
    switch quantity.unit {
    case .count: break
    case .currency(let code): result += " \(code)"
    default: result += " \(quantity.unit)"
    }
    if quantity.scale != 1 { result += "×" + number((quantity.scale * 1e4).rounded() / 1e4) }
    return result + (quantity.isWeak ? " weak" : "") + (quantity.isSplitMagnitude ? " split" : "")
  }

  private static func sign(_ exactness: Exactness) -> String {
    switch exactness {
    case .exact: ""
    case .about: "~"
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .lessThan: "<"
    }
  }

  private static func number(_ value: Double) -> String {
    let value = (value * 1e6).rounded() / 1e6
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  private static func text(_ date: DateMention) -> String {
    var parts: [String] = []
    func add(_ name: String, _ value: Int?) { if let value { parts.append("\(name)\(value)") } }
    add("y", date.year)
    add("m", date.month)
    add("d", date.day)
    add("w", date.weekday)
    add("decade", date.decade)
    add("century", date.century)
    add("q", date.quarter)
    add("half", date.half)
    if let part = date.part { parts.append(part.rawValue) }
    if let relative = date.relative {
      parts.append("\(relative.step)\(relative.distance < 0 ? "" : "+")\(relative.distance)")
    }
    add("h", date.hour)
    add("min", date.minute)
    add("s", date.second)
    if date.isHourAmbiguous { parts.append("?") }
    add("→y", date.endYear)
    add("→m", date.endMonth)
    add("→d", date.endDay)
    return parts.joined(separator: " ") + (date.isLunar ? " lunar" : "") + (date.isWeak ? " weak" : "")
      + (date.isValid ? "" : " invalid")
  }
}
