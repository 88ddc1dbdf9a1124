import TextCore

/// How exactly a number is meant.
public enum Exactness: String, Hashable, Sendable, CaseIterable {
  /// The number itself: `39.5%`.
  case exact
  /// Near the number, on either side: `about 30`, `近30`, `30左右`.
  case about
  /// The number or more: `at least 30`, `30以上`.
  case atLeast
  /// Above the number: `over 30`, `超过30`, `30多`, `30余`.
  case moreThan
  /// The number or less: `up to 30`, `最多30`, `30以下`.
  case atMost
  /// Below the number: `less than 30`, `不足30`, `不到30`.
  case lessThan

  /// What is left when a bound that is passed is denied: `not over 30` is 30 at most; nil for anything else.
  var denied: Exactness? {
    switch self {
    case .moreThan: .atMost
    case .lessThan: .atLeast
    default: nil
    }
  }
}

/// What a number counts or measures.
///
/// Values of one class share a base unit, so that they can be compared.
public enum UnitClass: Hashable, Sendable {
  /// Things, people, or a bare number.
  case count
  /// A share of a whole, in hundredths: `39.5%`, `三成`, `三分之一`, `one in five`.
  case percent
  /// A difference of two percentages, in hundredths: `2个百分点`.
  case percentagePoint
  /// How many times as much: `3倍`, `threefold`, `doubled`.
  case multiple
  /// The part of the price that is taken off, in hundredths: `八折`, `20% off`.
  case discount
  /// A place in a row: `第七`, `27th`.
  case ordinal
  /// Money; the code is that of ISO 4217. The base unit is the yuan, the dollar, not the cent.
  case currency(CurrencyCode)
  /// Metres.
  case length
  /// Square metres.
  case area
  /// Litres.
  case volume
  /// Kilograms.
  case mass
  /// Seconds; a month is a twelfth of a year, a year is 365 days.
  case duration
  /// Years of life: `20岁`, `20-year-old`.
  case age
  /// Degrees Celsius.
  case temperature
  /// Kilowatt-hours.
  case energy
  /// Watts.
  case power
  /// Kilometres an hour.
  case speed
  /// Bytes; a bit is an eighth of one, and so many a second are as many.
  case dataSize
  /// Hertz.
  case frequency
  /// Volts.
  case voltage
  /// Amperes.
  case electricCurrent
  /// Ampere hours.
  case electricCharge
  /// Ohms.
  case resistance
  /// Pascals.
  case pressure
  /// Newtons.
  case force
  /// Decibels.
  case soundLevel
  /// Degrees of an angle, of latitude, or of a scale that is not said.
  case angle
}

extension UnitClass {
  /// Whether people say half of it: `半公里`, `half a percentage point`.
  var isHalved: Bool {
    switch self {
    case .duration, .percentagePoint, .length, .mass, .area, .volume: true
    default: false
    }
  }
}

/// What ISO 4217 calls a currency: three letters, `CNY`.
public struct CurrencyCode: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  // Packed, so that quantities hold no string to count the owners of.
  private let letters: UInt32

  /// Creates a code; letters beyond the fourth byte are left out.
  public init(_ code: some StringProtocol) { letters = code.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }

  public init(stringLiteral code: StaticString) {
    var letters: UInt32 = 0
    for index in 0..<min(code.utf8CodeUnitCount, 4) { letters = letters << 8 | UInt32(code.utf8Start[index]) }
    self.letters = letters
  }

  /// The code: `CNY`.
  public var description: String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }.drop { $0 == 0 }, as: UTF8.self)
  }
}

/// A number in a text, with its unit, by value.
public struct Quantity: Hashable, Sendable {
  /// The whole mention: approximation, currency sign, numeral, unit.
  public var span: TextSpan
  /// The numeral alone, ranges and magnitudes included: `3.5亿`, `7 billion 900 million`, `5 to 10`.
  public var numeral: TextSpan
  /// The least value meant, in the base unit of ``unit``.
  ///
  /// Equals ``upper`` unless the text gives a range (`5到10`) or only an order of magnitude (`数十万`).
  public var lower: Double
  /// The greatest value meant, in the base unit of ``unit``.
  ///
  /// Always finite.
  public var upper: Double
  public var exactness: Exactness
  public var unit: UnitClass
  /// How many base units one unit as written is: 1000 for `公里`.
  ///
  /// Divide ``lower`` by it for the number as written.
  public var scale: Double
  /// What nought as written is in the base unit: -17.8 for degrees Fahrenheit, else 0.
  public var zero: Double = 0
  /// Whether the unit's name also names another unit (`pounds`, `degrees`), so that only the number can be trusted.
  public var isUnitAmbiguous: Bool
  /// Whether the number says too little to be compared: `一个`, `one`, `the first`, `half`, a vague `几个`.
  public var isWeak: Bool
  /// Whether the numeral is two magnitudes that English writes as one: `7 billion 900 million`.
  public var isSplitMagnitude: Bool

  /// Creates a quantity; the values are in the base unit of `unit`.
  public init(
    span: TextSpan, numeral: TextSpan, lower: Double, upper: Double, exactness: Exactness = .exact,
    unit: UnitClass = .count, scale: Double = 1, isUnitAmbiguous: Bool = false, isWeak: Bool = false,
    isSplitMagnitude: Bool = false
  ) {
    self.span = span
    self.numeral = numeral
    self.lower = lower
    self.upper = upper
    self.exactness = exactness
    self.unit = unit
    self.scale = scale
    self.isUnitAmbiguous = isUnitAmbiguous
    self.isWeak = isWeak
    self.isSplitMagnitude = isSplitMagnitude
  }

  /// The least and the greatest value meant, in the base unit.
  public var value: ClosedRange<Double> { lower...max(lower, upper) }
  /// Whether the text gives two bounds or only an order of magnitude.
  public var isRange: Bool { lower != upper }
  /// Whether it is a number without a unit.
  var isBare: Bool { unit == .count && scale == 1 }
  /// The least value in the unit as written: 5 for `5公里`.
  public var writtenLower: Double { (lower - zero) / scale }
  /// The greatest value in the unit as written.
  public var writtenUpper: Double { (upper - zero) / scale }
}
