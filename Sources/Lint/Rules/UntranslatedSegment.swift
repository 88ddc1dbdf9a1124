import TextCore

/// Finds segments that are in the language of the source still.
public struct UntranslatedSegment: UnitRule {
  public static let metadata = RuleMetadata(
    id: "untranslated/segment",
    summary: "The whole segment is in the language of the source, or has no translation at all.",
    rationale: "A row that was skipped, or copied to be translated later.",
    remedy: "Translate it.",
    severity: .error,
    certainty: "Very sure: the letters of the segment are those of the other language.",
    examples: [
      .flagged("⟦女性需要运用它。⟧", source: "女性需要运用这个。"),
      .clean("Women need to use it.", source: "女性需要运用它。"),
      .clean("iPhone 15", source: "iPhone 15"),
    ])

  public init() {}

  public func findings(in unit: LintUnit, context: LintContext) -> [Finding] {
    guard let source = unit.source, let target = unit.target, hasWords(source) else { return [] }
    let place = TextPlace(unit: unit, side: .target, text: target)
    let whole = TextSpan(0, target.utf8.count)
    if target.utf8.allSatisfy(Characters.isSpace) {
      return [finding(place, whole, "the segment has no translation")]
    }
    let (han, letters) = Self.counts(target)
    let (sourceHan, sourceLetters) = Self.counts(source)
    let isChinese = sourceHan * 2 > sourceLetters && han * 2 > letters && han > 3
    let isEnglish = sourceLetters > sourceHan * 4 && letters > han * 4 && letters > 20
    guard isChinese || isEnglish && source.utf8 == target.utf8 && target.words.count > 3 else { return [] }
    return [finding(place, whole, "the segment is not translated")]
  }

  private func hasWords(_ text: LintText) -> Bool {
    let (han, letters) = Self.counts(text)
    return han > 0 || letters > 0
  }

  private static func counts(_ text: LintText) -> (han: Int, letters: Int) {
    var (han, letters, index) = (0, 0, 0)
    while index < text.utf8.count {
      let (scalar, length) = UTF8Scan.scalar(in: text.utf8, at: index)
      if scalar.isHan { han += 1 } else if scalar.isASCIILetter { letters += 1 }
      index += length
    }
    return (han, letters)
  }
}
