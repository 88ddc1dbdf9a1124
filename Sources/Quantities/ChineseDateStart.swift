import TextCore

/// Tells cheaply where no date begins, so that the many words that begin like one need not be read.
extension ChineseDateReader {
  /// Whether a date may begin at `index`: with a word of the calendar, or with a number before a sign of one.
  static func mayBegin(in text: FoldedText, at index: Int) -> Bool {
    let scalar = text.at(index)
    let next = text.at(index + 1)
    switch scalar {
    case 0x7B2C, 0x524D:  // 第三季度, 前三季度, 前年
      if next.isASCIIDigit || ChineseNumeral.isPart(next) { return true }
    case 0x5468:  // 周三
      if ChineseCalendar.weekday(next) != nil { return true }
    case 0x65E9, 0x665A: if text.at(index - 1) != 0x6700 { return true }  // 早八点, 晚8点, but not 最晚六点
    default: break
    }
    let openings = openings
    if openings.words.match(in: text.values, at: index) != nil { return true }
    guard scalar.isASCIIDigit || ChineseNumeral.isPart(scalar) else { return false }
    for position in index..<index + 16 {
      let scalar = text.at(position)
      if openings.endsNumber.contains(scalar) { return true }
      if !scalar.isASCIIDigit, !ChineseNumeral.isPart(scalar) { return false }
    }
    return true
  }

  private static let openings = DateOpenings()
}

/// What tells that a date may begin: the first two characters of every word that one begins with, and what stands behind
/// its first number.
private struct DateOpenings: Sendable {
  /// Those two characters, as words.
  let words: ScalarWords<Void>
  /// What stands behind the first number of a date: its unit, a mark between figures, a space.
  let endsNumber = HanSet("年月日号世季点时后代刻分 -/.:：~–—〜至到或～−".unicodeScalars.map(\.value))

  init() {
    var openings = Array(ChineseCalendar.relative.openings)
    openings += ChineseCalendar.periods.openings
    openings += ChineseCalendar.eras.openings
    openings += ChineseCalendar.lunar.openings
    openings += ChineseCalendar.lunarMonths.openings
    var others = ChineseCalendar.halves.map(\.word) + ChineseCalendar.weeks + ChineseCalendar.thirdsOfMonth
    others += [ChineseCalendar.doubleEleven, ChineseCalendar.double11]
    openings += others.map { ($0[0], $0.dropFirst().first) }
    words = ScalarWords(openings.compactMap { opening in opening.second.map { ([opening.first, $0], ()) } })
  }
}
