import TextCore

/// Finds lists with a comma before their “and”, or without one, against the wish of the project.
public struct StyleSerialComma: TextRule {
  public static let metadata = RuleMetadata(
    id: "style/serial-comma",
    summary: "A list with a comma before its “and”, or without one, where the project wants the other.",
    rationale:
      "“Apples, pears, and plums” and “apples, pears and plums” are both right; a publication has one of them.",
    remedy: "Do as `serial-comma` of `style` says.",
    severity: .warning,
    certainty: """
      Rather sure: what stands between the commas is short. A list of three is told from “in May, Li and Wang came” by \
      what follows it. Says nothing unless the configuration has a choice.
      """,
    examples: [
      .flagged(
        "They sell apples, pears, plums⟦ and⟧ tea to the city.",
        corrected: "They sell apples, pears, plums, and tea to the city.", style: StyleGuide(serialComma: .always)),
      .flagged(
        "The farmers there sell apples, pears⟦ and⟧ tea.", corrected: "The farmers there sell apples, pears, and tea.",
        style: StyleGuide(serialComma: .always)),
      .flagged(
        "They sell apples, pears⟦, and⟧ tea.", corrected: "They sell apples, pears and tea.",
        style: StyleGuide(serialComma: .never)),
      .clean("In May, Li and Wang came.", style: StyleGuide(serialComma: .always)),
      .clean("They sell apples, pears, and tea.", style: StyleGuide(serialComma: .always)),
      .clean("They sell apples, and the teachers buy tea.", style: StyleGuide(serialComma: .never)),
      .clean("They sell apples, pears, and tea, or tea, fruit and honey."),
    ])

  /// An item of a list has no more words.
  private static let longestItem = 3

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let wish = context.style.serialComma else { return [] }
    let text = place.text
    return text.words.indices { $0.key == "and" || $0.key == "or" }.compactMap { index -> Finding? in
      let word = text.words[index]
      let hasComma = text.byte(at: word.span.start - 2) == 0x2C
      guard hasComma == (wish == .never), text.byte(at: word.span.start - 1) == 0x20, !text.isSkipped(word.span),
        let commas = commas(before: hasComma ? word.span.start - 2 : word.span.start - 1, index, in: text)
      else { return nil }
      if wish == .never {
        let span = TextSpan(word.span.start - 2, word.span.end)
        return finding(place, span, "the project writes no comma here", suggestions: [" " + word.text])
      }
      guard commas.count > 1 || endsSoon(index, in: text) && !commas.isEarly else { return nil }
      let span = TextSpan(word.span.start - 1, word.span.end)
      return finding(place, span, "the project writes a comma here", suggestions: [", " + word.text])
    }
  }

  /// How many commas with short items between them stand before the last item, which ends at `end`, and whether the
  /// first one stands near the start of its sentence; nil for none.
  private func commas(before end: Int, _ index: Int, in text: LintText) -> (count: Int, isEarly: Bool)? {
    guard let segment = text.segment(at: end), index > 0 else { return nil }
    var (count, words, word, first) = (0, 0, index - 1, index)
    while word > 0, text.words.span(at: word).start >= segment.span.start {
      words += 1
      guard words <= Self.longestItem else { break }
      let before = text.words.span(at: word - 1).end
      let gap = text.utf8[before..<text.words.span(at: word).start]
      if gap.elementsEqual([0x2C, 0x20]) {
        count += 1
        words = 0
        first = word
      } else if !gap.elementsEqual([0x20]) {
        break
      }
      word -= 1
    }
    if count == 0 { return nil }
    return (count, first - text.firstWord(from: segment.span.start) <= 3)
  }

  /// Whether the list ends a few words behind its “and”, at a mark.
  private func endsSoon(_ index: Int, in text: LintText) -> Bool {
    var last = index
    while last - index <= Self.longestItem, text.isOneSpace(after: last) { last += 1 }
    let end = text.words.span(at: last).end
    return (1...Self.longestItem).contains(last - index)
      && [0, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x0A].contains(text.byte(at: end))
  }
}
