/// One unit of measure, and how it relates to the base unit of its class.
struct UnitEntry: Hashable, Sendable {
  var unit: UnitClass
  var scale: Double
  /// Whether the word also names another unit.
  var isAmbiguous = false
  /// What nought is in the base unit.
  var zero = 0.0

  init(_ unit: UnitClass, _ scale: Double = 1, ambiguous: Bool = false, zero: Double = 0) {
    self.unit = unit
    self.scale = scale
    isAmbiguous = ambiguous
    self.zero = zero
  }
}

/// Lengths of time in seconds.
enum TimeSpan {
  static let minute = 60.0
  static let hour = 3_600.0
  static let day = 86_400.0
  static let week = 7 * day
  static let year = 365 * day
  static let month = year / 12
}

/// The units of Chinese text.
///
/// The old measures have their values of today: 1 亩 is 2000/3 m², 1 斤 half a kilogram, 1 两 a tenth of it, 1 里 half a kilometre.
enum ChineseUnits {
  static let table = WordTable<UnitEntry>(money + measures + times + MetricUnits.chinese)

  /// Whether the last character of a unit and the one behind it begin another word: 千欧 ends before 元, 毫安 before 全.
  static func isOtherWord(_ last: UInt32, before next: UInt32) -> Bool {
    switch last {
    case 0x6B27: next.isAmong("元洲盟美亚式冠")  // 欧
    case 0x725B: next.isAmong("羊奶肉头")  // 牛
    case 0x5B89: next.isAmong("全排装徽康宁顿保")  // 安
    case 0x5361: next == 0x8F66  // 卡车
    default: false
    }
  }

  private static let money: [(words: String, value: UnitEntry)] = [
    ("元 圆 块钱 元人民币 元RMB 块人民币 人民币", UnitEntry(.currency("CNY"))),
    ("块", UnitEntry(.currency("CNY"), ambiguous: true)),
    ("角 毛钱", UnitEntry(.currency("CNY"), 0.1, ambiguous: true)),
    ("分钱", UnitEntry(.currency("CNY"), 0.01)),
    ("美元 美金 元美元 元美金 USD", UnitEntry(.currency("USD"))),
    ("美分", UnitEntry(.currency("USD"), 0.01)),
    ("欧元", UnitEntry(.currency("EUR"))),
    ("英镑 镑", UnitEntry(.currency("GBP"))),
    ("便士", UnitEntry(.currency("GBP"), 0.01)),
    ("港元 港币 港圆 元港币", UnitEntry(.currency("HKD"))),
    ("日元 日圆 日币", UnitEntry(.currency("JPY"))),
    ("韩元 韩圆 韩币", UnitEntry(.currency("KRW"))),
    ("新台币 台币 元新台币", UnitEntry(.currency("TWD"))),
    ("澳元 澳币 澳大利亚元", UnitEntry(.currency("AUD"))),
    ("加元 加币 加拿大元", UnitEntry(.currency("CAD"))),
    ("新元 新币 新加坡元 坡币", UnitEntry(.currency("SGD"))),
    ("新西兰元 纽元", UnitEntry(.currency("NZD"))),
    ("瑞士法郎", UnitEntry(.currency("CHF"))),
    ("法郎", UnitEntry(.currency("FRF"))),
    ("卢布", UnitEntry(.currency("RUB"))),
    ("卢比 印度卢比", UnitEntry(.currency("INR"))),
    ("泰铢", UnitEntry(.currency("THB"))),
    ("里拉", UnitEntry(.currency("TRY"))),
    ("马克", UnitEntry(.currency("DEM"))),
    ("比索", UnitEntry(.currency("PHP"), ambiguous: true)),
    ("兰特", UnitEntry(.currency("ZAR"))),
    ("越南盾", UnitEntry(.currency("VND"))),
    ("印尼盾", UnitEntry(.currency("IDR"))),
    ("林吉特 令吉", UnitEntry(.currency("MYR"))),
    ("克朗", UnitEntry(.currency("SEK"), ambiguous: true)),
  ]

  private static let measures: [(words: String, value: UnitEntry)] = [
    ("% 个百分号", UnitEntry(.percent)),
    ("‰", UnitEntry(.percent, 0.1)),
    ("个百分点 百分点", UnitEntry(.percentagePoint)),
    ("个基点 基点", UnitEntry(.percentagePoint, 0.01)),
    ("ppm PPM", UnitEntry(.percent, 1e-4)),
    ("ppb PPB", UnitEntry(.percent, 1e-7)),
    ("倍", UnitEntry(.multiple)),
    ("公里 千米 km KM Km ㎞", UnitEntry(.length, 1_000)),
    ("米 公尺 m", UnitEntry(.length)),
    ("厘米 公分 cm ㎝", UnitEntry(.length, 0.01)),
    ("毫米 mm ㎜", UnitEntry(.length, 0.001)),
    ("里 华里 里地 里路", UnitEntry(.length, 500)),
    ("英里", UnitEntry(.length, 1_609.344)),
    ("海里", UnitEntry(.length, 1_852)),
    ("英尺 呎", UnitEntry(.length, 0.304_8)),
    ("英寸 吋", UnitEntry(.length, 0.025_4)),
    ("码", UnitEntry(.length, 0.914_4)),
    // English poems have “feet” for it, and so has Hong Kong.
    ("尺 市尺", UnitEntry(.length, 1.0 / 3, ambiguous: true)),
    ("寸", UnitEntry(.length, 1.0 / 30, ambiguous: true)),
    ("丈", UnitEntry(.length, 10.0 / 3)),
    ("光年", UnitEntry(.length, 9.460_73e15)),
    ("天文单位", UnitEntry(.length, 1.495_978_707e11)),
    ("秒差距", UnitEntry(.length, 3.085_68e16)),
    ("平方公里 平方千米 km2 km² ㎢", UnitEntry(.area, 1e6)),
    ("平方米 平米 平方公尺 m2 m² ㎡ 平", UnitEntry(.area)),
    ("平方分米", UnitEntry(.area, 0.01)),
    ("平方厘米 cm2 cm² ㎠", UnitEntry(.area, 1e-4)),
    ("平方毫米 mm2 mm²", UnitEntry(.area, 1e-6)),
    ("平方英寸", UnitEntry(.area, 6.451_6e-4)),
    ("平方英里", UnitEntry(.area, 2_589_988.11)),
    ("平方英尺 平方呎", UnitEntry(.area, 0.092_903)),
    ("亩 亩地", UnitEntry(.area, 2_000.0 / 3)),
    ("公顷", UnitEntry(.area, 10_000)),
    ("英亩", UnitEntry(.area, 4_046.856)),
    ("坪", UnitEntry(.area, 3.305_8)),
    ("升 公升 L", UnitEntry(.volume)),
    ("毫升 ml mL", UnitEntry(.volume, 0.001)),
    ("立方米 m3 m³ 方水", UnitEntry(.volume, 1_000)),
    ("立方分米", UnitEntry(.volume)),
    ("立方厘米 cm3 cm³", UnitEntry(.volume, 0.001)),
    ("立方毫米 mm3 mm³", UnitEntry(.volume, 1e-6)),
    ("立方公里 立方千米 km3 km³", UnitEntry(.volume, 1e12)),
    ("立方英尺", UnitEntry(.volume, 28.316_8)),
    ("加仑", UnitEntry(.volume, 3.785)),
    ("桶", UnitEntry(.volume, 158.987, ambiguous: true)),
    ("吨 公吨 噸 t", UnitEntry(.mass, 1_000)),
    ("公斤 千克 kg KG Kg ㎏", UnitEntry(.mass)),
    ("斤 市斤", UnitEntry(.mass, 0.5)),
    ("两", UnitEntry(.mass, 0.05)),
    ("克 g", UnitEntry(.mass, 0.001)),
    ("磅", UnitEntry(.mass, 0.453_592, ambiguous: true)),
    ("盎司", UnitEntry(.mass, 0.028_35)),
    ("担", UnitEntry(.mass, 50)),
    ("摄氏度 ℃ °C", UnitEntry(.temperature)),
    ("华氏度 ℉ °F", UnitEntry(.temperature, 5.0 / 9, zero: -160.0 / 9)),
    ("度 °", UnitEntry(.angle, ambiguous: true)),
    ("度电 千瓦时 千瓦小时 kWh KWh kwh", UnitEntry(.energy)),
    ("大卡", UnitEntry(.energy, 4_184 / 3.6e6, ambiguous: true)),
    ("毫巴 mbar", UnitEntry(.pressure, 100)),
    ("毫米汞柱 mmHg", UnitEntry(.pressure, 133.322)),
    ("个大气压 个标准大气压 大气压", UnitEntry(.pressure, 101_325, ambiguous: true)),
    // The megabit of 100兆宽带, or a megabyte.
    ("兆", UnitEntry(.dataSize, 125_000, ambiguous: true)),
    ("瓦 W", UnitEntry(.power)),
    ("马力 匹马力", UnitEntry(.power, 735.5)),
    ("公里每小时 公里/小时 千米/小时 km/h 公里/时 kph", UnitEntry(.speed)),
    ("米/秒 米每秒 m/s", UnitEntry(.speed, 3.6)),
    ("英里/小时 英里每小时 mph", UnitEntry(.speed, 1.609_344)),
    ("字节 B", UnitEntry(.dataSize)),
  ]

  private static let times: [(words: String, value: UnitEntry)] = [
    ("秒 秒钟", UnitEntry(.duration)),
    ("分钟", UnitEntry(.duration, TimeSpan.minute)),
    ("刻钟", UnitEntry(.duration, 15 * TimeSpan.minute)),
    ("小时 个小时 个钟头 钟头", UnitEntry(.duration, TimeSpan.hour)),
    ("天 个昼夜 昼夜 个工作日", UnitEntry(.duration, TimeSpan.day)),
    ("周 个星期 星期 个礼拜 个周", UnitEntry(.duration, TimeSpan.week)),
    ("个月 个多月 个月份", UnitEntry(.duration, TimeSpan.month)),
    ("个季度", UnitEntry(.duration, 3 * TimeSpan.month)),
    ("年 周年 个年头 年间 年头 载", UnitEntry(.duration, TimeSpan.year)),
    ("个世纪 世纪", UnitEntry(.duration, 100 * TimeSpan.year)),
    ("岁 周岁", UnitEntry(.age)),
  ]
}

/// Signs and codes that stand before a sum of money, in texts of both languages.
enum CurrencySigns {
  static let table = WordTable<CurrencyCode>([
    ("US$ $ USD USD$ U.S.$ 美元", "USD"), ("¥ CN¥ RMB RMB¥ CNY 人民币", "CNY"), ("€ EUR 欧元", "EUR"), ("£ GBP 英镑", "GBP"),
    ("HK$ HKD 港币 港元", "HKD"), ("NT$ TWD NTD 新台币", "TWD"), ("A$ AU$ AUD", "AUD"), ("C$ CA$ CAD", "CAD"),
    ("S$ SGD", "SGD"), ("NZ$ NZD", "NZD"), ("JP¥ JPY 日元", "JPY"), ("₩ KRW", "KRW"), ("₹ INR", "INR"), ("₽ RUB", "RUB"),
    ("฿ THB", "THB"), ("₫ VND", "VND"), ("CHF", "CHF"), ("R$ BRL", "BRL"),
  ])
}
