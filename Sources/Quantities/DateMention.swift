import TextCore

/// A point or stretch of time in a text: a date, a part of one, or a time of day.
///
/// What the text does not say is nil.
public struct DateMention: Hashable, Sendable {
  /// A third of a month or of a longer stretch: 上旬 and `early`, 中旬 and `mid`, 下旬 and `late`.
  public enum Part: String, Hashable, Sendable { case early, middle, late }
  /// The stretch of time that a relative date counts in.
  public enum Step: String, Hashable, Sendable { case day, week, month, quarter, year, decade, century }
  /// A date told from the day of writing: yesterday is one day back (`-1`), 今年 is the same year (`0`).
  public struct Relative: Hashable, Sendable {
    public var step: Step
    public var distance: Int

    public init(_ step: Step, _ distance: Int) {
      self.step = step
      self.distance = distance
    }
  }

  /// The whole mention.
  public var span: TextSpan
  /// The year of the common era; negative before it.
  @SmallNumber public var year: Int?
  /// 1 to 12 where the date is valid.
  @SmallNumber public var month: Int?
  /// 1 to 31 where the date is valid.
  @SmallNumber public var day: Int?
  /// 1 is Monday, 7 is Sunday.
  @SmallNumber public var weekday: Int?
  /// The first year of a decade: 1930.
  ///
  /// Below 100 where the century is not said: 90 for `90年代`.
  @SmallNumber public var decade: Int?
  /// 21 for the twenty-first century.
  @SmallNumber public var century: Int?
  /// 1 to 4.
  @SmallNumber public var quarter: Int?
  /// 1 or 2: 上半年, the second half of the year.
  @SmallNumber public var half: Int?
  public var part: Part?
  public var relative: Relative?
  /// 0 to 24.
  @SmallNumber public var hour: Int?
  @SmallNumber public var minute: Int?
  @SmallNumber public var second: Int?
  /// Whether the hour is on a clock of twelve hours and the text does not say which half of the day.
  public var isHourAmbiguous = false
  /// The end of a range, where the text gives one: `2013年至2015年`, `November 24th to 25th`.
  @SmallNumber public var endYear: Int?
  @SmallNumber public var endMonth: Int?
  @SmallNumber public var endDay: Int?
  /// Whether month and day are those of the Chinese lunar calendar: `农历八月十五`, `正月初一`.
  public var isLunar = false
  /// Whether the mention says too little to be compared: `当天`, `today`, a month that may be a word (`May`, `March`).
  public var isWeak = false

  /// Creates a mention that says nothing yet.
  public init(span: TextSpan) { self.span = span }

  /// Whether the calendar and the clock have such a time: 2月30日 and 25:00 are not valid.
  ///
  /// 29 February is valid when the year is not said.
  public var isValid: Bool {
    if isLunar { return (1...12).contains(month ?? 1) && (1...30).contains(day ?? 1) }
    return Self.isDay(year: year, month: month, day: day)
      && Self.isDay(year: endYear ?? year, month: endMonth ?? month, day: endDay)
      && (0...24).contains(hour ?? 0) && (0...59).contains(minute ?? 0) && (0...60).contains(second ?? 0)
      && (1...4).contains(quarter ?? 1) && (1...7).contains(weekday ?? 1)
  }

  /// Whether the mention gives a year and nothing else, and so may also be a plain number.
  public var isYearAlone: Bool {
    guard year != nil else { return false }
    var rest = DateMention(span: span)
    rest.year = year
    rest.isWeak = isWeak
    return rest == self
  }

  /// The number of days of a month; 29 for a February whose year is not said.
  public static func days(inMonth month: Int, of year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      return year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: return 31
    }
  }

  private static func isDay(year: Int?, month: Int?, day: Int?) -> Bool {
    guard (1...12).contains(month ?? 1) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= month.map { days(inMonth: $0, of: year) } ?? 31
  }
}

/// A number of a date, or nil, in four bytes: mentions are copied often, and most say little.
@propertyWrapper
public struct SmallNumber: Hashable, Sendable {
  private var stored = Int32.min

  public init() {}

  /// The number; one that four bytes cannot hold becomes the nearest.
  public var wrappedValue: Int? {
    get { stored == .min ? nil : Int(stored) }
    set { stored = newValue.map { max(Int32(clamping: $0), .min + 1) } ?? .min }
  }
}
