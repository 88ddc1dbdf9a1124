/// Numbers as English newspapers print them.
public enum EnglishNumberFormatter {
  /// The number in short: `7.9 billion`, `1.25 million`, `24,100`, `0.5`.
  ///
  /// At most `digits` figures stand before the magnitude word; a number that needs more is printed in full.
  public static func short(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return value.isNaN ? "?" : value < 0 ? "-∞" : "∞" }
    if value < 0 { return "-" + short(-value, digits: digits) }
    for (name, power) in [("trillion", 12), ("billion", 9), ("million", 6)] {
      let unit = powerOfTen(power)
      guard value >= unit, value < unit * 1e6 else { continue }
      let scaled = value / unit
      for places in 0..<max(1, digits) {
        let factor = powerOfTen(places)
        let rounded = (scaled * factor).rounded() / factor
        if abs(rounded - scaled) <= scaled * 1e-12, let text = decimal(rounded, places: places) {
          return "\(text) \(name)"
        }
      }
    }
    return plain(value)
  }

  /// The number in figures, with a comma between thousands and no more decimals than it needs; two of those that never
  /// end.
  public static func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    for places in 0..<7 {
      let factor = powerOfTen(places)
      let rounded = (value * factor).rounded() / factor
      if abs(rounded - value) <= abs(value) * 1e-12, let text = decimal(rounded, places: places) { return text }
    }
    let hundredths = (value * 100).rounded() / 100
    return abs(value) >= 1 ? decimal(hundredths, places: 2) ?? "\(value)" : "\(value)"
  }

  private static func decimal(_ value: Double, places: Int) -> String? {
    let factor = powerOfTen(places)
    let scaled = (abs(value) * factor).rounded()
    guard scaled < 9e15 else { return nil }
    let whole = Int(scaled) / Int(factor)
    var text = grouped(whole)
    if places > 0 {
      let fraction = String(Int(scaled) % Int(factor))
      text += "." + String(repeating: "0", count: places - fraction.count) + fraction
    }
    return value < 0 ? "-" + text : text
  }

  private static func grouped(_ value: Int) -> String {
    let figures = Array(String(value).utf8)
    var result: [UInt8] = []
    for (index, figure) in figures.enumerated() {
      if index > 0 && (figures.count - index).isMultiple(of: 3) { result.append(0x2C) }
      result.append(figure)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}
