import TextCore

/// Finds the business of online and offline shops, O2O, read as the number 020.
public struct OZero: TextRule {
  public static let metadata = RuleMetadata(
    id: "garble/o-zero",
    summary: "“020” beside “online” and “offline”: the letters of O2O read as digits.",
    rationale: """
      O2O is “online to offline”. Character recognition, and people who type what they see, write 020, which in China \
      is the telephone code of Guangzhou.
      """,
    remedy: "Write O2O.",
    severity: .warning,
    certainty: "Sure: the number stands near the words online and offline, and is no telephone number.",
    examples: [
      .flagged(
        "the (⟦020⟧) project integrating online and offline",
        corrected: "the (O2O) project integrating online and offline"),
      .flagged(
        "The ⟦020⟧ model links offline stores with the web.",
        corrected: "The O2O model links offline stores with the web."),
      .clean("Call 020-8123 4567 for the online and offline services."),
      .clean("The O2O model joins online and offline shops."),
      .clean("Area code 020 is Guangzhou's."),
    ])

  public static let languages: [Language] = [.english, .chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.marks.zeros.map { $0 - 1 }.compactMap { index -> Finding? in
      guard !isNumberByte(text.byte(at: index - 1)), !isNumberByte(text.byte(at: index + 3)) else { return nil }
      let around = TextSpan(max(0, index - 200), min(text.utf8.count, index + 203))
      guard mentionsShops(text, around) else { return nil }
      return finding(
        place, TextSpan(index, index + 3), "“020” is O2O (online to offline), its letters read as digits",
        suggestions: ["O2O"])
    }
  }

  /// Whether the byte belongs to a longer number or to a telephone number.
  private func isNumberByte(_ byte: UInt8) -> Bool {
    Characters.isDigit(byte) || Characters.isLetter(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2B
      || byte == 0x2C
  }

  private func mentionsShops(_ text: LintText, _ span: TextSpan) -> Bool {
    if text.language == .chinese {
      let string = text.utf8[span.range]
      return contains("线下", string) || contains("線下", string) || contains("线上", string) || contains("線上", string)
    }
    return text.words(in: span).contains { ["online", "offline"].contains($0.key) }
  }

  private func contains(_ string: StaticString, _ bytes: ArraySlice<UInt8>) -> Bool {
    let needle = UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount)
    return bytes.indices.dropLast(needle.count - 1).contains { bytes[$0...].starts(with: needle) }
  }
}
