import TextCore

/// The units of science and technology in both languages, with their prefixes: `吉赫`, `GHz`, `gigahertz`.
///
/// Units and prefixes: The International System of Units, 9th edition (BIPM 2019), tables 4, 7 and 8; the Chinese names
/// after GB/T 3100. Bits, calories and millimetres of mercury stand with them, as texts use them.
enum MetricUnits {
  /// A unit that takes prefixes.
  private struct Base {
    /// The Chinese names that stand with a prefix and without one, apart by spaces.
    var chinese: String
    /// A short Chinese name that stands with a prefix only: 帕 in 百帕.
    var short = ""
    /// The English names in the singular.
    var english: [String]
    /// The sign, which is written as it is here.
    var symbol: String
    /// Whether the sign is read without a prefix.
    var isSymbolAlone = true
    var unit: UnitClass
    /// How many base units of the class one unit is.
    var scale = 1.0
    /// The signs of the prefixes.
    var prefixes: String
    /// Whether the name also names another unit.
    var isAmbiguous = false
  }

  private struct Prefix {
    let symbol: Character
    let chinese: String
    let english: String
    let factor: Double
  }

  private static let prefixes = [
    Prefix(symbol: "f", chinese: "飞", english: "femto", factor: 1e-15),
    Prefix(symbol: "p", chinese: "皮", english: "pico", factor: 1e-12),
    Prefix(symbol: "n", chinese: "纳", english: "nano", factor: 1e-9),
    Prefix(symbol: "μ", chinese: "微", english: "micro", factor: 1e-6),
    Prefix(symbol: "m", chinese: "毫", english: "milli", factor: 1e-3),
    Prefix(symbol: "h", chinese: "百", english: "hecto", factor: 100),
    Prefix(symbol: "k", chinese: "千", english: "kilo", factor: 1e3),
    Prefix(symbol: "M", chinese: "兆", english: "mega", factor: 1e6),
    Prefix(symbol: "G", chinese: "吉", english: "giga", factor: 1e9),
    Prefix(symbol: "T", chinese: "太", english: "tera", factor: 1e12),
    Prefix(symbol: "P", chinese: "拍", english: "peta", factor: 1e15),
  ]

  private static let kilowattHour = 3.6e6

  private static let bases = [
    Base(chinese: "赫兹", short: "赫", english: ["hertz"], symbol: "Hz", unit: .frequency, prefixes: "kMGT"),
    Base(chinese: "伏特 伏", english: ["volt"], symbol: "V", unit: .voltage, prefixes: "μmkM"),
    Base(
      chinese: "安培", short: "安", english: ["ampere", "amp"], symbol: "A", isSymbolAlone: false, unit: .electricCurrent,
      prefixes: "μmk"),
    Base(
      chinese: "安时 安培时 安小时", english: ["ampere hour", "ampere-hour", "amp hour", "amp-hour"], symbol: "Ah",
      unit: .electricCharge, prefixes: "m"),
    Base(chinese: "欧姆", short: "欧", english: ["ohm"], symbol: "Ω", unit: .resistance, prefixes: "mkM"),
    Base(chinese: "帕斯卡", short: "帕", english: ["pascal"], symbol: "Pa", unit: .pressure, prefixes: "hkMG"),
    Base(
      chinese: "牛顿", short: "牛", english: ["newton"], symbol: "N", isSymbolAlone: false, unit: .force, prefixes: "kM"),
    Base(chinese: "分贝", english: ["decibel"], symbol: "dB", unit: .soundLevel, prefixes: ""),
    Base(
      chinese: "焦耳", short: "焦", english: ["joule"], symbol: "J", isSymbolAlone: false, unit: .energy,
      scale: 1 / kilowattHour, prefixes: "mkMGT"),
    Base(
      chinese: "电子伏特 电子伏", english: ["electron volt", "electronvolt", "electron-volt"], symbol: "eV", unit: .energy,
      scale: 1.602_176_634e-19 / kilowattHour, prefixes: "mkMGT"),
    // What people call a calorie is a thousand of them.
    Base(
      chinese: "卡路里", short: "卡", english: ["calorie"], symbol: "cal", unit: .energy, scale: 4.184 / kilowattHour,
      prefixes: "k", isAmbiguous: true),
    Base(
      chinese: "瓦时 瓦特时", english: ["watt hour", "watt-hour"], symbol: "Wh", unit: .energy, scale: 0.001,
      prefixes: "kMGT"),
    Base(chinese: "瓦特", short: "瓦", english: ["watt"], symbol: "W", unit: .power, prefixes: "μmkMGTP"),
    Base(chinese: "字节", english: ["byte"], symbol: "B", isSymbolAlone: false, unit: .dataSize, prefixes: "kMGTP"),
    Base(
      chinese: "比特", english: ["bit"], symbol: "bit", isSymbolAlone: false, unit: .dataSize, scale: 0.125,
      prefixes: "kMGT"),
    Base(chinese: "", english: [], symbol: "bps", unit: .dataSize, scale: 0.125, prefixes: "kMGT"),
    Base(
      chinese: "", english: [], symbol: "b", isSymbolAlone: false, unit: .dataSize, scale: 0.125, prefixes: "kMGT"),
    Base(
      chinese: "", short: "秒", english: ["second"], symbol: "s", isSymbolAlone: false, unit: .duration,
      prefixes: "fpnμm"),
    Base(
      chinese: "", short: "克", english: ["gram", "gramme"], symbol: "g", isSymbolAlone: false, unit: .mass, scale: 1e-3,
      prefixes: "nμm"),
    // pm is the afternoon.
    Base(
      chinese: "", short: "米", english: ["metre", "meter"], symbol: "m", isSymbolAlone: false, unit: .length,
      prefixes: "fnμm"),
    Base(
      chinese: "", short: "升", english: ["litre", "liter"], symbol: "L", isSymbolAlone: false, unit: .volume,
      prefixes: "μm"),
  ]

  /// The names and signs in Chinese texts.
  static let chinese: [(words: String, value: UnitEntry)] = bases.flatMap { base in
    var entries = [(base.chinese + (base.isSymbolAlone ? " " + base.symbol : ""), entry(base, 1))]
    for prefix in prefixes where base.prefixes.contains(prefix.symbol) {
      let names = (base.chinese + " " + base.short).split(separator: " ").map { prefix.chinese + $0 }
      entries.append(((names + signs(of: base, prefix)).joined(separator: " "), entry(base, prefix.factor)))
    }
    return entries
  }

  /// The names in English texts, in the singular.
  static let english: [(name: String, value: UnitEntry)] = bases.flatMap { base in
    base.english.map { ($0, entry(base, 1)) }
      + prefixes.filter { base.prefixes.contains($0.symbol) }.flatMap { prefix in
        base.english.flatMap { name in
          // Before an o the prefix drops its own vowel: kilohm.
          let names = [prefix.english + name] + (name.first == "o" ? [prefix.english.dropLast() + name] : [])
          return names.map { ($0, entry(base, prefix.factor)) }
        }
      }
  }

  /// The signs in English texts, in their own case: `mW` is no `MW`.
  static let symbols: [String: UnitEntry] = {
    var symbols: [String: UnitEntry] = [:]
    for base in bases {
      if base.isSymbolAlone { symbols[base.symbol] = entry(base, 1) }
      for prefix in prefixes where base.prefixes.contains(prefix.symbol) {
        for sign in signs(of: base, prefix) { symbols[sign] = entry(base, prefix.factor) }
      }
    }
    return symbols
  }()

  /// Whether a class measures what science and technology do: its units in words are also the names of those whom they
  /// are called after, Hertz and Pascal.
  static func isNamedAfterPersons(_ unit: UnitClass) -> Bool {
    switch unit {
    case .frequency, .voltage, .electricCurrent, .electricCharge, .resistance, .pressure, .force, .energy, .power: true
    default: false
    }
  }

  /// A sign with a prefix, in the ways it is written: the micro sign is no Greek letter everywhere, and 1000 is K too.
  private static func signs(of base: Base, _ prefix: Prefix) -> [String] {
    switch prefix.symbol {
    case "μ": ["\u{3BC}" + base.symbol, "\u{B5}" + base.symbol]
    case "k": ["k" + base.symbol, "K" + base.symbol]
    default: [String(prefix.symbol) + base.symbol]
    }
  }

  private static func entry(_ base: Base, _ factor: Double) -> UnitEntry {
    UnitEntry(base.unit, base.scale * factor, ambiguous: base.isAmbiguous)
  }
}
