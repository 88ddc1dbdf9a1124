import TextCore

/// Finds quotation marks of another shape than the project wants.
public struct StyleQuotes: TextRule {
  public static let metadata = RuleMetadata(
    id: "style/quotes",
    summary: "Quotation marks of another shape than the project writes.",
    rationale: "“ ” and 「 」 are both right in Chinese, \" \" and “ ” in English; a publication has one of them.",
    remedy: "Use the marks that `quotes-zh` or `quotes-en` of `style` names. --fix does it where they stand in pairs.",
    severity: .warning,
    certainty: "Certain. Says nothing unless the configuration has a choice.",
    examples: [
      .flagged(
        "He said, ⟦“⟧yes⟦”⟧.", corrected: "He said, \"yes\".", style: StyleGuide(englishQuotes: .straight)),
      .flagged("He said, ⟦\"⟧yes⟦\"⟧.", corrected: "He said, “yes”.", style: StyleGuide(englishQuotes: .curly)),
      .flagged("他说：⟦“⟧好⟦”⟧。", corrected: "他说：「好」。", style: StyleGuide(chineseQuotes: .corner)),
      .clean("他说：“好”。", style: StyleGuide(chineseQuotes: .curly)),
      .clean("He said, “yes”, and \"no\"."),
      .clean("A 27\" screen.", style: StyleGuide(englishQuotes: .curly)),
    ])

  public static let languages: [Language] = [.english, .chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let wanted = Self.marks(of: place.text.language, context.style) else { return [] }
    let text = place.text
    // Corner brackets are counted among the brackets.
    let written =
      text.language == .chinese
      ? (text.marks.quotes + text.marks.brackets.filter { [0x300C, 0x300D].contains(text.scalar(at: $0)) }).sorted()
      : text.marks.quotes
    return zip(text.blocks, TextMarks.places(written, in: text.blocks)).flatMap { block, places in
      let lone = Set(Quotations(places, of: text.utf8, in: block).lone.map(\.span.start))
      var isOpen = false
      return places.compactMap { index -> Finding? in
        guard let scalar = text.scalar(at: index) else { return nil }
        // An inch mark, and a mark whose partner is lost.
        if lone.contains(index) || scalar == 0x22 && Characters.isDigit(text.byte(at: index - 1)) && !isOpen {
          return nil
        }
        isOpen = Self.opens(scalar) ?? !isOpen
        let right = isOpen ? wanted.open : wanted.close
        let span = TextSpan(index, index + (scalar < 0x80 ? 1 : 3))
        let here = text.string(in: span)
        if here == right || text.isSkipped(span) { return nil }
        return finding(
          place, span, "the project writes “\(right)” for “\(here)”", suggestions: [right], isSafe: lone.isEmpty)
      }
    }
  }

  private static func marks(of language: Language, _ style: StyleGuide) -> (open: String, close: String)? {
    if language == .chinese {
      return style.chineseQuotes.map { $0 == .curly ? ("“", "”") : ("「", "」") }
    }
    return style.englishQuotes.map { $0 == .curly ? ("“", "”") : ("\"", "\"") }
  }

  /// Whether a mark opens a quotation; nil for one that does not say.
  private static func opens(_ scalar: UInt32) -> Bool? {
    switch scalar {
    case 0x201C, 0x300C: true
    case 0x201D, 0x300D: false
    default: nil
    }
  }
}
