import TextCore

/// Finds segments that are in the language of the source still.
public struct UntranslatedSegment: Rule {
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

  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    document.places.compactMap { $0.side == .target ? finding(in: $0) : nil }
  }

  private func finding(in place: TextPlace) -> Finding? {
    guard let source = place.counterpart else { return nil }
    let counts = source.letterCounts
    let (sourceHan, sourceLetters) = (counts.han, counts.letters)
    if sourceHan + sourceLetters == 0 { return nil }
    let target = place.text
    let whole = TextSpan(0, target.utf8.count)
    if target.utf8.allSatisfy(Characters.isSpace) { return finding(place, whole, "the segment has no translation") }
    let (han, letters) = (target.letterCounts.han, target.letterCounts.letters)
    let isChinese = sourceHan * 2 > sourceLetters && han * 2 > letters && han > 3
    let isEnglish = sourceLetters > sourceHan * 4 && letters > han * 4 && letters > 20
    guard isChinese || isEnglish && source.utf8 == target.utf8 && target.words.count > 3 else { return nil }
    return finding(place, whole, "the segment is not translated")
  }
}
