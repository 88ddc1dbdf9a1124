import TextCore

/// Tells cheaply where no date begins, so that the many words that begin like one need not be read.
extension ChineseDateReader {
  /// Whether a date may begin at `index`: a word of the calendar, or a number before a sign of one.
  static func mayBegin(in text: ScalarText, at index: Int) -> Bool {
    let scalar = text.at(index)
    if beginsWord[Int(truncatingIfNeeded: scalar & 0xFFFF)] { return true }
    guard scalar.isASCIIDigit || ChineseNumeral.isPart(scalar) else { return false }
    for position in index..<index + 16 {
      let scalar = text.at(position)
      if endsNumber[Int(truncatingIfNeeded: scalar & 0xFFFF)] { return true }
      if !scalar.isASCIIDigit, !ChineseNumeral.isPart(scalar) { return false }
    }
    return true
  }

  /// The characters with which a date begins that begins with a word: 今, 星, 第.
  private static let beginsWord = table(
    "第前周星礼上中下双年初早末后月之底" + "公",
    ChineseCalendar.relative.firstScalars.map(\.self)
      + ChineseCalendar.periods.firstScalars.map(\.self) + ChineseCalendar.eras.firstScalars.map(\.self)
      + ChineseCalendar.lunar.firstScalars.map(\.self) + ChineseCalendar.lunarMonths.firstScalars.map(\.self))

  /// What stands behind the first number of a date: its unit, a mark between figures, a space.
  private static let endsNumber = table("年月日号世季点时后代刻分 -/.:：~–—〜至到或～−", [])

  private static func table(_ characters: String, _ others: [UInt32]) -> [Bool] {
    var result = [Bool](repeating: false, count: 0x10000)
    for scalar in characters.unicodeScalars.map(\.value) + others { result[Int(scalar & 0xFFFF)] = true }
    return result
  }
}
