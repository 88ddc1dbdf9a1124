import Quantities
import TextCore

extension NumberComparison {
  /// Whether the figures of a number of the Chinese text stand in the English too, or the other way round, where no number
  /// was read that agrees with another: in the score 21:18, which may be a time, and in `500A`, which may be a name.
  func isEchoed(_ quantity: Quantity, of place: TextPlace, in other: TextPlace) -> Bool {
    guard let figures = Figures(place.text, quantity.numeral) else { return false }
    let taken = agreeing.map { other.text.language == .chinese ? $0.chinese.span : $0.english.span }
    return Figures.all(in: other.text).contains { run in
      run.digits == figures.digits && !taken.contains { $0.contains(run.span) }
    }
  }

  /// Whether an ordinal is a day that the Chinese text gives, `the 15th` for 15日下午, the year of a reign, `the 35th year
  /// of Qianlong`, or a month of the moon, which stand in the Chinese as dates.
  func isPartOfDate(_ quantity: Quantity, of english: LintText, in chinese: LintText) -> Bool {
    guard quantity.unit == .ordinal, !quantity.isRange else { return false }
    let isReign = english.hasASCII(" year of ", at: quantity.span.end)
    return chinese.mentions.contains { mention in
      guard let date = mention.date else { return false }
      let isMonth = date.isLunar && date.month.map(Double.init) == quantity.upper
      return date.day.map(Double.init) == quantity.upper || isReign && date.year != nil || isMonth
    }
  }

  /// Whether a round number in words renders a word that counts nothing: `a thousand miles` for 千里.
  static func isFigureOfSpeech(_ quantity: Quantity, of english: LintText, in chinese: LintText) -> Bool {
    let signs: [String]
    switch quantity.writtenLower {
    case 12: signs = ["十几", "十幾", "十来", "十來", "十多", "十余", "十七八", "一打"]  // a dozen
    case 100: signs = ["百", "无数", "無數"]
    case 1_000: signs = ["千", "无数", "無數"]
    case 10_000, 1_000_000: signs = ["万", "萬", "无数", "無數"]
    default: return false
    }
    if quantity.isRange || english.utf8[quantity.numeral.range].contains(where: Characters.isDigit) { return false }
    return signs.contains { chinese.hasBytes($0) }
  }

  /// Whether a share is told in two numbers that both stand in the Chinese: `3 out of 7 tests` for 七次测试中有三次.
  static func isShareOfBoth(_ quantity: Quantity, of english: LintText, in chinese: LintText) -> Bool {
    guard quantity.unit == .percent,
      english.words(in: quantity.span).contains(where: { $0.key == "of" || $0.key == "in" })
    else { return false }
    let numbers = english.utf8[quantity.span.range].split { !Characters.isDigit($0) }.compactMap {
      Double(String(decoding: $0, as: UTF8.self))
    }
    return numbers.count == 2
      && numbers.allSatisfy { number in chinese.mentions.contains { $0.quantity?.writtenUpper == number } }
  }

  /// Whether two sums or amounts are told of other measures of land or weight: 28.5元一斤 and `57 yuan a kilogram`.
  static func isPerOtherUnit(_ own: Quantity, _ other: Quantity, _ chinese: LintText, _ english: LintText) -> Bool {
    let keys = Set(english.words.forms.map(\.key))
    return rates.contains { rate in
      abs(own.upper * rate.factor - other.upper) <= other.upper * 0.02 && chinese.hasBytes(rate.chinese)
        && !keys.isDisjoint(with: rate.english)
    }
  }

  private static let rates: [(chinese: String, english: Set<String>, factor: Double)] = [
    ("斤", ["kilogram", "kilo", "kg", "kilograms"], 2), ("亩", ["hectare", "hectares", "ha"], 15),
    ("亩", ["acre", "acres"], 6.07),
  ]
}

/// A number as it is written in figures, without the commas between groups.
private struct Figures {
  let span: TextSpan
  let digits: [UInt8]

  /// The figures that fill a span; nil where something else stands in it.
  init?(_ text: LintText, _ span: TextSpan) {
    guard Self.end(from: span.start, in: text) == span.end, span.length > 0 else { return nil }
    self.span = span
    digits = text.utf8[span.range].filter { $0 != 0x2C }
  }

  /// All figures of a text.
  static func all(in text: LintText) -> [Figures] {
    var result: [Figures] = []
    var index = 0
    while index < text.utf8.count {
      let end = end(from: index, in: text)
      if let figures = Figures(text, TextSpan(index, end)) { result.append(figures) }
      index = max(end, index + 1)
    }
    return result
  }

  /// The end of the figures at an offset, with the commas and points between them.
  private static func end(from start: Int, in text: LintText) -> Int {
    var end = text.digits(from: start).end
    while end > start, text.byte(at: end) == 0x2C || text.byte(at: end) == 0x2E {
      let next = text.digits(from: end + 1)
      if next.length == 0 { break }
      end = next.end
    }
    return end
  }
}
