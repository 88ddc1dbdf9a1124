import TextCore

/// Finds the numbers and dates of a Chinese text from left to right.
struct ChineseScanner {
  let text: FoldedText
  /// The index after the last mention: what stands before it is taken.
  private(set) var floor = 0
  private var mentions: [Mention] = []

  /// The numbers and dates of valid UTF-8, in order.
  static func mentions(in utf8: UnsafeBufferPointer<UInt8>) -> [Mention] {
    FoldedText.read(utf8) { text in
      var scanner = ChineseScanner(text: text)
      return scanner.scan()
    }
  }

  private mutating func scan() -> [Mention] {
    let triggers = Self.triggers
    var index = 0
    while index < text.count {
      let scalar = text.values[index]
      index = triggers.contains(scalar) ? next(after: index, scalar: scalar) : index + 1
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
    if scalar.isASCIIDigit, isCode(at: index) || isLabel(at: index) { return endOfLatin(from: index) }
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
        (scalar == 0x2D || scalar == 0x2E || scalar == 0x5F || scalar == 0x2013)
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

  /// Whether the figures are what a figure, a table or a formula is called: `图2-1`, `表3.4`, `式（5.6）`.
  private func isLabel(at start: Int) -> Bool {
    var before = start - 1
    if text.at(before) == 0x28 || text.at(before) == 0x20 { before -= 1 }
    guard text.at(before).isAmong("图表式例") else { return false }
    var index = start
    while text.at(index).isASCIIDigit { index += 1 }
    guard text.at(index).isAmong("-.–"), text.at(index + 1).isASCIIDigit else { return false }
    index += 1
    while text.at(index).isASCIIDigit { index += 1 }
    // 表2.5米 is a length.
    return text.at(index) != 0x25 && ChineseUnits.table.match(in: text, at: index) == nil
  }

  // MARK: Triggers

  /// The scalars that a number, a date, or a word that only looks like one can begin with.
  private static let triggers: HanSet = {
    let letters =
      "零〇一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟廿卅几数半第翻双负"
      + "周星礼上下本这去今明前后昨凌早清中傍晚夜深当公$¥€£₩₹₽฿₫人美港欧英新日"
    var scalars = letters.unicodeScalars.map(\.value)
    scalars += (0x30...0x39).map { $0 } + (0x41...0x5A).map { $0 } + (0x61...0x7A).map { $0 }
    scalars += ChineseCalendar.eras.firstScalars
    scalars += ChineseCalendar.lunar.firstScalars
    scalars += ChineseCalendar.lunarMonths.firstScalars
    return HanSet(scalars + ChineseGuards.firstScalars)
  }()
}
