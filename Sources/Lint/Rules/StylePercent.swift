import TextCore

/// Finds percentages that are written otherwise than the project writes them.
public struct StylePercent: TextRule {
  public static let metadata = RuleMetadata(
    id: "style/percent",
    summary: "“%”, “percent” or “per cent” where the project writes another of them.",
    rationale: "Newspapers write “5 percent” or “5 per cent”, tables and reports 5%; a text has one of them.",
    remedy: "Do as `percent` of `style` says. --fix does it.",
    severity: .warning,
    certainty: "Certain: a figure stands before it. Says nothing unless the configuration has a choice.",
    examples: [
      .flagged("It rose by 5⟦%⟧ in May.", corrected: "It rose by 5 percent in May.", style: StyleGuide(percent: .word)),
      .flagged("It rose by 5⟦ per cent⟧.", corrected: "It rose by 5%.", style: StyleGuide(percent: .sign)),
      .flagged("It rose by 5⟦ percent⟧.", corrected: "It rose by 5 per cent.", style: StyleGuide(percent: .twoWords)),
      .clean("It rose by 5 percent.", style: StyleGuide(percent: .word)),
      .clean("A percent sign is %; five percent is little.", style: StyleGuide(percent: .sign)),
      .clean("It rose by 5% and fell by 5 percent."),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let wish = context.style.percent else { return [] }
    let text = place.text
    let right =
      switch wish {
      case .sign: "%"
      case .word: " percent"
      case .twoWords: " per cent"
      }
    let signs = text.utf8.indices.filter { text.utf8[$0] == 0x25 }.map { TextSpan($0, $0 + 1) }
    let words = text.words.indices { ["percent", "per"].contains($0.key) }.compactMap { index -> TextSpan? in
      let word = text.words[index]
      if word.key == "percent" { return TextSpan(word.span.start - 1, word.span.end) }
      guard text.keys(after: index, count: 1) == ["cent"] else { return nil }
      return TextSpan(word.span.start - 1, text.words.span(at: index + 1).end)
    }
    return (signs + words).compactMap { span in
      guard span.start > 0, Characters.isDigit(text.byte(at: span.start - 1)), !text.isSkipped(span) else { return nil }
      let here = text.string(in: span)
      // %d and 5%2C are no percentages.
      if here == "%", Characters.isDigit(text.byte(at: span.end)) || Characters.isLetter(text.byte(at: span.end)) {
        return nil
      }
      guard here.lowercased() != right, here == "%" || here.hasPrefix(" ") else { return nil }
      return finding(
        place, span, "the project writes “\(right.drop { $0 == " " })”", suggestions: [right], isSafe: true)
    }
  }
}
