/// A part of the day, as far as it tells which of two hours is meant.
enum DayPeriod: Sendable { case morning, noon, afternoon, night }

/// The words of the Chinese calendar and clock.
enum ChineseCalendar {
  struct RelativeWord: Sendable {
    var step: DateMention.Step
    var distance: Int
    var period: DayPeriod?

    init(_ step: DateMention.Step, _ distance: Int, _ period: DayPeriod? = nil) {
      self.step = step
      self.distance = distance
      self.period = period
    }
  }

  static let relative = WordTable<RelativeWord>([
    ("今年 本年度 今年度", RelativeWord(.year, 0)), ("去年 上年度", RelativeWord(.year, -1)), ("前年", RelativeWord(.year, -2)),
    ("明年 来年", RelativeWord(.year, 1)), ("后年", RelativeWord(.year, 2)),
    ("今天 今日", RelativeWord(.day, 0)), ("今晨 今早", RelativeWord(.day, 0, .morning)),
    ("今晚 今夜", RelativeWord(.day, 0, .night)),
    ("昨天 昨日", RelativeWord(.day, -1)), ("昨晚 昨夜", RelativeWord(.day, -1, .night)), ("前天 前日 前晚", RelativeWord(.day, -2)),
    ("明天 明日", RelativeWord(.day, 1)), ("明晚", RelativeWord(.day, 1, .night)), ("后天", RelativeWord(.day, 2)),
    ("本周 这周 这个星期 本星期", RelativeWord(.week, 0)), ("上周 上个星期 上星期 上个礼拜", RelativeWord(.week, -1)),
    ("下周 下个星期 下星期 下个礼拜", RelativeWord(.week, 1)), ("本月 这个月", RelativeWord(.month, 0)),
    ("上月 上个月", RelativeWord(.month, -1)), ("下月 下个月", RelativeWord(.month, 1)),
    ("本季度", RelativeWord(.quarter, 0)), ("上季度 上个季度", RelativeWord(.quarter, -1)),
    ("本世纪", RelativeWord(.century, 0)), ("上世纪 上个世纪", RelativeWord(.century, -1)),
    ("下个世纪 下世纪", RelativeWord(.century, 1)),
  ])

  static let periods = WordTable<DayPeriod>([
    ("凌晨 清晨 早上 早晨 上午 今早 早 当天上午", .morning), ("中午 正午", .noon), ("下午 午后 傍晚 当天下午", .afternoon),
    ("晚上 晚间 夜间 夜里 深夜 当晚 半夜 入夜 晚 当天晚上", .night),
  ])

  /// An era and what its years are in the common one.
  struct Era: Sendable {
    /// The year before its first one.
    var base: Int
    var sign = 1

    func year(_ number: Int) -> Int { base + sign * number }
  }

  /// Eras in front of a year: the common one, the Republic of China, the reigns of the Qing and of modern Japan.
  static let eras = WordTable<Era>([
    ("公元前 西元前", Era(base: 0, sign: -1)), ("公元 西元", Era(base: 0)), ("民国 中华民国", Era(base: 1911)),
    ("顺治", Era(base: 1643)), ("康熙", Era(base: 1661)), ("雍正", Era(base: 1722)), ("乾隆", Era(base: 1735)),
    ("干隆", Era(base: 1735)), ("嘉庆", Era(base: 1795)), ("道光", Era(base: 1820)), ("咸丰", Era(base: 1850)),
    ("同治", Era(base: 1861)), ("光绪", Era(base: 1874)), ("宣统", Era(base: 1908)), ("明治", Era(base: 1867)),
    ("大正", Era(base: 1911)), ("昭和", Era(base: 1925)), ("平成", Era(base: 1988)), ("令和", Era(base: 2018)),
  ])
  /// Words that say that a month is one of the lunar calendar.
  static let lunar = WordTable<Bool>([("农历 阴历 旧历 夏历", true)])
  /// The months of the lunar calendar that have names of their own.
  static let lunarMonths = WordTable<Int>([("正月", 1), ("冬月", 11), ("腊月", 12)])
  /// The first word of an era's first year.
  static let firstYear = scalars("元年")
  /// Stretches of time that run over two years.
  static let seasons = ["赛季", "学年", "财年"].map(scalars)
  static let halves: [(word: [UInt32], half: Int)] = [(scalars("上半年"), 1), (scalars("下半年"), 2)]
  static let parts: [(word: [UInt32], part: DateMention.Part)] = [
    (scalars("上旬"), .early), (scalars("中旬"), .middle), (scalars("下旬"), .late), (scalars("年初"), .early),
    (scalars("年底"), .late), (scalars("年末"), .late), (scalars("初期"), .early), (scalars("早期"), .early),
    (scalars("中期"), .middle), (scalars("末期"), .late), (scalars("后期"), .late), (scalars("月初"), .early),
    (scalars("月底"), .late), (scalars("年中"), .middle), (scalars("之初"), .early), (scalars("初"), .early),
    (scalars("底"), .late), (scalars("末"), .late),
  ]
  /// 上旬, 中旬, 下旬: the words for a part of a month that may stand alone.
  static let thirdsOfMonth = parts.map(\.word).filter { $0.last == 0x65EC }
  /// The shopping day of 11 November.
  static let doubleEleven = scalars("双十一")
  static let double11 = scalars("双11")
  static let weeks: [[UInt32]] = [scalars("星期"), scalars("礼拜"), scalars("周")]

  /// The day of the week that a character stands for behind 周 or 星期: 1 for Monday.
  static func weekday(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x65E5, 0x5929: 7
    default: nil
    }
  }

  private static func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }
}
