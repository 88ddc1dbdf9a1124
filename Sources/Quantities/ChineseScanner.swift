import TextCore

/// Finds the numbers and dates of a Chinese text from left to right.
struct ChineseScanner {
  let text: ScalarText
  /// The index after the last mention: what stands before it is taken.
  private(set) var floor = 0
  private var mentions: [Mention] = []

  init(_ utf8: [UInt8]) { text = ScalarText(folding: utf8) }

  mutating func scan() -> [Mention] {
    var index = 0
    while index < text.count {
      let scalar = text.at(index)
      guard Self.isTrigger(scalar) else {
        index += 1
        continue
      }
      index = next(after: index, scalar: scalar)
    }
    return mentions
  }

  /// Takes what begins at `index`, and gives the index to go on at.
  private mutating func next(after index: Int, scalar: UInt32) -> Int {
    if scalar.isASCIILetter {
      if let (quantity, end) = currency(at: index) { return take(.quantity(quantity), end) }
      return endOfLatin(from: index)
    }
    if ChineseDateReader.mayBegin(in: text, at: index) {
      var reader = ChineseDateReader(text, at: index, floor: floor)
      if let (date, end) = reader.read() { return take(.date(date), end) }
    }
    if let end = ChineseGuards.end(in: text, at: index) { return end }
    if scalar.isASCIIDigit, isCode(at: index) { return endOfLatin(from: index) }
    if let (quantity, end) = quantity(at: index) { return take(.quantity(quantity), end) }
    return scalar.isASCIIDigit ? endOfLatin(from: index) : index + 1
  }

  private mutating func take(_ mention: Mention, _ end: Int) -> Int {
    mentions.append(mention)
    floor = end
    return end
  }

  /// The index after letters, figures and what joins them: `O2O`, `COVID-19`, `v1.2.3`.
  private func endOfLatin(from start: Int) -> Int {
    var index = start
    while index < text.count {
      let scalar = text.at(index)
      let isJoint =
        (scalar == 0x2D || scalar == 0x2E || scalar == 0x5F)
        && (text.at(index + 1).isASCIILetter || text.at(index + 1).isASCIIDigit)
      guard scalar.isASCIILetter || scalar.isASCIIDigit || isJoint else { break }
      index += 1
    }
    return max(index, start + 1)
  }

  /// Whether figures in three groups stand at `index`: `400-800-1234`, `1.2.3`.
  private func isCode(at start: Int) -> Bool {
    var index = start
    var joints = 0
    while index - start < 24 {
      if text.at(index).isASCIIDigit {
        index += 1
      } else if text.at(index) == 0x2D || text.at(index) == 0x2E, text.at(index + 1).isASCIIDigit {
        joints += 1
        index += 1
      } else {
        break
      }
    }
    return joints >= 2
  }

  // MARK: Triggers

  private static func isTrigger(_ scalar: UInt32) -> Bool {
    scalar < 0x80
      ? scalar.isASCIIDigit || scalar.isASCIILetter || scalar == 0x24
      : triggers[Int(scalar & 0xFFFF)] && scalar <= 0xFFFF
  }

  private static let triggers: [Bool] = {
    var result = [Bool](repeating: false, count: 0x10000)
    let letters =
      "零〇一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟廿卅几数半第翻双负"
      + "周星礼上下本这去今明前后昨凌早清中傍晚夜深当公¥€£₩₹₽฿₫人美港欧英新日"
    for scalar in letters.unicodeScalars { result[Int(scalar.value)] = true }
    let words =
      ChineseCalendar.eras.firstScalars.map(\.self) + ChineseCalendar.lunar.firstScalars.map(\.self)
      + ChineseCalendar.lunarMonths.firstScalars.map(\.self)
    for scalar in words { result[Int(scalar & 0xFFFF)] = true }
    for scalar in ChineseGuards.firstScalars { result[Int(scalar & 0xFFFF)] = true }
    return result
  }()
}
