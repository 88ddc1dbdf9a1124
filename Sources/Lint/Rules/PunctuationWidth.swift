import TextCore

/// Finds a full-width mark in English, and a half-width one in Chinese.
public struct PunctuationWidth: TextRule {
  public static let metadata = RuleMetadata(
    id: "punctuation/width",
    summary: "A Chinese comma or stop in English, or an ASCII one between Chinese characters.",
    rationale:
      "The mark keeps the width and the fonts of the other language, and programs that cut text at stops pass over it.",
    remedy: "Use the mark of the language. --fix does it.",
    severity: .error,
    certainty:
      "Very sure: the letters beside the mark are all of one script. A Chinese text that writes a mark in half width throughout is left alone.",
    examples: [
      .flagged("In 2019⟦，⟧ the city grew⟦。⟧", corrected: "In 2019, the city grew."),
      .flagged("Is it so⟦？⟧Yes.", corrected: "Is it so? Yes."),
      .flagged("Mr Zhang Yong (张勇), the chief executive of the company⟦，⟧said so."),
      .clean("The word 你好，世界 is Chinese."),
      .clean("村里有网店,镇上有仓库,县里有车队,货当天就能出山。"),
      .clean("In 2019, the city grew."),
      .clean("Prices rose by 3,000 yuan."),
    ])

  public static let languages: [Language] = [.english, .chinese]
  private static let narrow: [UInt32: String] = [
    0xFF0C: ",", 0x3002: ".", 0xFF1B: ";", 0xFF1A: ":", 0xFF1F: "?", 0xFF01: "!", 0x3001: ",", 0xFF08: "(", 0xFF09: ")",
  ]

  /// The full-width form of an ASCII mark.
  private static func wide(_ mark: UInt8) -> String? {
    switch mark {
    case 0x2C: "，"
    case 0x3B: "；"
    case 0x3A: "："
    case 0x3F: "？"
    case 0x21: "！"
    case 0x2E: "。"
    default: nil
    }
  }

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    place.text.language == .english ? english(place) : chinese(place)
  }

  private func english(_ place: TextPlace) -> [Finding] {
    let text = place.text
    let marks = zip(text.blocks, TextMarks.places(text.marks.wide, in: text.blocks))
    return marks.flatMap { block, places in
      places.isEmpty || isChinese(block, of: text) ? [] : places.compactMap { narrowed($0, in: place) }
    }
  }

  /// What is wrong with a scalar of an English block, if it is a mark of full width.
  private func narrowed(_ index: Int, in place: TextPlace) -> Finding? {
    let text = place.text
    let (scalar, length) = UTF8Scan.scalar(in: text.utf8, at: index)
    let span = TextSpan(index, index + length)
    guard let mark = Self.narrow[scalar], !hasHan(beside: span, in: text) else { return nil }
    let next = text.byte(at: span.end)
    let wantsSpace =
      mark != "(" && (Characters.isLetter(next) || Characters.isDigit(next) && mark != ":" && mark != ".")
    let opens = mark == "(" && (Characters.isLetter(text.byte(at: span.start - 1)))
    return finding(
      place, span, "“\(text.string(in: span))” is a Chinese mark in English text: write “\(mark)”",
      suggestions: [(opens ? " " : "") + mark + (wantsSpace ? " " : "")], isSafe: true)
  }

  private func chinese(_ place: TextPlace) -> [Finding] {
    let text = place.text
    let found = text.marks.narrow.filter { isBetweenChinese($0, in: text) }
    var counts: [UInt8: Int] = [:]
    for index in found { counts[text.utf8[index], default: 0] += 1 }
    let styles = counts.filter { isHouseStyle($0.key, in: text, count: $0.value) }
    return found.compactMap { index -> Finding? in
      let byte = text.utf8[index]
      guard styles[byte] == nil, let mark = Self.wide(byte) else { return nil }
      // Commas and stops break sentences; the others are often typed so on purpose. Papers print both.
      let severity: Severity = byte == 0x2C || byte == 0x2E ? .warning : .info
      let here = String(decoding: [byte], as: UTF8.self)
      return finding(
        place, TextSpan(index, index + 1), severity: severity,
        "“\(here)” between Chinese characters: write “\(mark)”", suggestions: [mark], isSafe: true)
    }
  }

  /// Whether an ASCII mark stands between Chinese characters; a stop between two of them parts a name.
  private func isBetweenChinese(_ index: Int, in text: LintText) -> Bool {
    guard isChinese(text.scalar(before: index)), index + 1 == text.utf8.count || isChinese(text.scalar(at: index + 1))
    else { return false }
    if text.utf8[index] == 0x2E, text.scalar(at: index + 1)?.isHan == true { return false }
    return !text.isSkipped(TextSpan(index, index + 1))
  }

  /// Whether a text writes a mark in half width throughout, as some papers do: then it is no slip.
  private func isHouseStyle(_ mark: UInt8, in text: LintText, count: Int) -> Bool {
    guard count >= 3, let wide = Self.wide(mark).map({ Array($0.utf8) }) else { return false }
    var left = count
    return text.utf8.withUnsafeBufferPointer { bytes in
      for index in bytes.indices.dropLast(2)
      where bytes[index] == wide[0] && bytes[index + 1] == wide[1] && bytes[index + 2] == wide[2] {
        left -= 1
        if left == 0 { return false }
      }
      return true
    }
  }

  /// Whether a good part of a block is Chinese, as of a text that is translated in parts; a name in brackets is not.
  private func isChinese(_ block: TextSpan, of text: LintText) -> Bool {
    var (han, latin, index) = (0, 0, block.start)
    while index < block.end {
      let (scalar, length) = UTF8Scan.scalar(in: text.utf8, at: index)
      if scalar.isHan { han += 1 } else if scalar.isASCIILetter { latin += 1 }
      index += length
    }
    return han * 8 > latin
  }

  private func hasHan(beside span: TextSpan, in text: LintText) -> Bool {
    text.scalar(before: span.start)?.isHan == true || text.scalar(at: span.end)?.isHan == true
  }

  /// Whether a scalar is a Han character or a full-width mark, or nothing but a line end.
  private func isChinese(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return scalar.isHan || (0x3001...0x3011).contains(scalar) || (0xFF01...0xFF1F).contains(scalar)
      || scalar == 0x201C || scalar == 0x201D || scalar == 0x0A || scalar == 0x0D
  }
}
