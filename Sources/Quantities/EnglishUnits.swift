import TextCore

/// The units of English text, in one spelling each; plurals are made by rule.
enum EnglishUnits {
  /// A unit by its name in lower case, words apart by one space.
  static func entry(_ name: String) -> UnitEntry? { table[name] }
  /// The feet of `6 feet 2`.
  static let foot = entry("foot")
  /// The first words of all names.
  static let openings: WordShapes = {
    var shapes = WordShapes()
    for name in table.keys { shapes.insert(name.utf8.prefix { UInt32($0).isASCIILetter }) }
    for symbol in MetricUnits.symbols.keys { shapes.insert(symbol.utf8.prefix { UInt32($0).isASCIILetter }) }
    return shapes
  }()
  /// The greatest number of words in a name.
  static let longestName = 3

  private static let table: [String: UnitEntry] = {
    var table: [String: UnitEntry] = [:]
    func add(_ names: String, _ unit: UnitClass, _ scale: Double = 1, ambiguous: Bool = false, zero: Double = 0) {
      for name in names.split(separator: ",") {
        let name = name.split(separator: " ").joined(separator: " ")
        let entry = UnitEntry(unit, scale, ambiguous: ambiguous, zero: zero)
        table[name] = entry
        if name.utf8.count > 2 { table[name + "s"] = table[name + "s"] ?? entry }
      }
    }
    addMoney(add)
    addMeasures(add)
    addTimes(add)
    for (name, entry) in MetricUnits.english {
      for name in [name, name + "s"] { table[name] = table[name] ?? entry }
    }
    return table
  }()

  private typealias Adder = (_ names: String, _ unit: UnitClass, _ scale: Double, _ ambiguous: Bool, _ zero: Double) ->
    Void

  private static func addMoney(_ add: Adder) {
    func money(_ names: String, _ code: CurrencyCode, _ scale: Double = 1, ambiguous: Bool = false) {
      add(names, .currency(code), scale, ambiguous, 0)
    }
    money("yuan, rmb, renminbi, cny, chinese yuan, yuan rmb, yuan renminbi, kuai", "CNY")
    money("jiao", "CNY", 0.1)
    money("fen", "CNY", 0.01)
    money("dollar, us dollar, u.s. dollar, american dollar, usd, buck", "USD")
    money("cent, us cent", "USD", 0.01)
    money("euro, eur", "EUR")
    money("pound sterling, pounds sterling, gbp, quid, british pound", "GBP")
    money("pence, penny", "GBP", 0.01)
    money("hong kong dollar, hk dollar, hkd", "HKD")
    money("yen, japanese yen, jpy", "JPY")
    money("won, krw, south korean won", "KRW")
    money("taiwan dollar, new taiwan dollar, nt dollar", "TWD")
    money("australian dollar", "AUD")
    money("canadian dollar", "CAD")
    money("singapore dollar", "SGD")
    money("new zealand dollar", "NZD")
    money("swiss franc", "CHF")
    money("franc", "FRF")
    money("rouble, ruble, russian ruble", "RUB")
    money("rupee, indian rupee", "INR")
    money("baht", "THB")
    money("lira", "TRY")
    money("deutschmark", "DEM")
    money("peso", "PHP", ambiguous: true)
    money("rand", "ZAR")
    money("dong", "VND")
    money("rupiah", "IDR")
    money("ringgit", "MYR")
    money("krona, kronor, krone, kroner", "SEK", ambiguous: true)
  }

  private static func addMeasures(_ add: Adder) {
    func measure(_ names: String, _ unit: UnitClass, _ scale: Double = 1, ambiguous: Bool = false, zero: Double = 0) {
      add(names, unit, scale, ambiguous, zero)
    }
    measure("percent, per cent, pct", .percent)
    measure("per thousand, per mille, ‰", .percent, 0.1)
    measure("percentage point, percent point, pp", .percentagePoint)
    measure("basis point, bp", .percentagePoint, 0.01)
    measure("ppm, part per million, parts per million", .percent, 1e-4)
    measure("ppb, part per billion, parts per billion", .percent, 1e-7)
    measure("times, fold", .multiple)
    measure("km, kilometre, kilometer, klick", .length, 1_000)
    measure("metre, meter", .length)
    measure("cm, centimetre, centimeter", .length, 0.01)
    measure("mm, millimetre, millimeter", .length, 0.001)
    measure("micron, micrometre, micrometer", .length, 1e-6)
    measure("nm, nanometre, nanometer", .length, 1e-9)
    measure("li", .length, 500)
    measure("mile, mi", .length, 1_609.344)
    measure("nautical mile", .length, 1_852)
    measure("foot, feet, ft", .length, 0.304_8)
    measure("inch, inches", .length, 0.025_4)
    measure("yard, yd", .length, 0.914_4)
    measure("light year, light-year", .length, 9.460_73e15)
    measure("astronomical unit", .length, 1.495_978_707e11)
    measure("parsec", .length, 3.085_68e16)
    measure("square kilometre, square kilometer, sq km, km²", .area, 1e6)
    measure("square metre, square meter, sq m, m²", .area)
    measure("square mile, sq mi", .area, 2_589_988.11)
    measure("square foot, square feet, sq ft", .area, 0.092_903)
    measure("square centimetre, square centimeter, sq cm", .area, 1e-4)
    measure("square millimetre, square millimeter, sq mm", .area, 1e-6)
    measure("square inch, square inches, sq in", .area, 6.451_6e-4)
    measure("square yard", .area, 0.836_127)
    measure("mu", .area, 2_000.0 / 3)
    measure("hectare, ha", .area, 10_000)
    measure("acre", .area, 4_046.856)
    measure("litre, liter", .volume)
    measure("ml, millilitre, milliliter", .volume, 0.001)
    measure("cubic metre, cubic meter", .volume, 1_000)
    measure("cubic centimetre, cubic centimeter", .volume, 0.001)
    measure("cubic millimetre, cubic millimeter", .volume, 1e-6)
    measure("cubic kilometre, cubic kilometer", .volume, 1e12)
    measure("cubic foot, cubic feet", .volume, 28.316_8)
    measure("gallon", .volume, 3.785)
    measure("barrel", .volume, 158.987, ambiguous: true)
    measure("ton, tonne, metric ton", .mass, 1_000)
    measure("kg, kilogram, kilogramme, kilo", .mass)
    measure("jin, catty, catties", .mass, 0.5)
    measure("tael", .mass, 0.05)
    measure("gram, gramme, g", .mass, 0.001)
    measure("mg, milligram", .mass, 1e-6)
    measure("pound, lb, lbs", .mass, 0.453_592, ambiguous: true)
    measure("ounce, oz", .mass, 0.028_35)
    measure(
      "degree celsius, degrees celsius, degrees c, degree centigrade, degrees centigrade, celsius, °c, ℃", .temperature)
    measure("degree fahrenheit, degrees fahrenheit, degrees f, fahrenheit, °f", .temperature, 5.0 / 9, zero: -160.0 / 9)
    measure("degree, °", .angle, ambiguous: true)
    measure("kwh, kilowatt hour, kilowatt-hour", .energy)
    measure("mwh, megawatt hour", .energy, 1_000)
    measure("millibar, mbar", .pressure, 100)
    measure("mmhg, mm hg, millimetres of mercury, millimeters of mercury", .pressure, 133.322)
    measure("atmosphere, atm", .pressure, 101_325, ambiguous: true)
    measure("watt", .power)
    measure("kw, kilowatt", .power, 1_000)
    measure("mw, megawatt", .power, 1e6)
    measure("gw, gigawatt", .power, 1e9)
    measure("horsepower, hp", .power, 735.5)
    measure("km/h, kph, kmh, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour", .speed)
    measure("m/s, metres per second, meters per second", .speed, 3.6)
    measure("mph, miles per hour, miles an hour", .speed, 1.609_344)
    measure("knot", .speed, 1.852)
    measure("byte", .dataSize)
    measure("kb, kilobyte", .dataSize, 1e3)
    measure("mb, megabyte", .dataSize, 1e6)
    measure("gb, gigabyte", .dataSize, 1e9)
    measure("tb, terabyte", .dataSize, 1e12)
    measure("pb, petabyte", .dataSize, 1e15)
  }

  private static func addTimes(_ add: Adder) {
    func time(_ names: String, _ scale: Double) { add(names, .duration, scale, false, 0) }
    time("second, sec, secs", 1)
    time("millisecond, ms", 0.001)
    time("minute, min, mins", TimeSpan.minute)
    time("hour, hr, hrs", TimeSpan.hour)
    time("day", TimeSpan.day)
    time("working day", TimeSpan.day)
    time("week", TimeSpan.week)
    time("fortnight", 2 * TimeSpan.week)
    time("month", TimeSpan.month)
    time("year, yr, yrs", TimeSpan.year)
    time("decade", 10 * TimeSpan.year)
    time("century, centuries", 100 * TimeSpan.year)
    add("years old, year old, years of age, year-old", .age, 1, false, 0)
  }
}
