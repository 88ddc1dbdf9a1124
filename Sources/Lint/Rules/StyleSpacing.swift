import TextCore

/// Finds a space between Chinese and Latin letters, or none, against the wish of the project.
public struct StyleSpacing: TextRule {
  public static let metadata = RuleMetadata(
    id: "style/latin-spacing",
    summary: "A space between Chinese characters and Latin letters, or none, where the project wants the other.",
    rationale: "Some publications put a space around Latin words in Chinese, others do not; a mixture looks careless.",
    remedy: "Do as `latin-spacing` of `style` says. --fix does it.",
    severity: .warning,
    certainty: "Certain; figures are left alone. Says nothing unless the configuration has a choice.",
    examples: [
      .flagged("程序是⟦用S⟧wif⟦t写⟧的。", corrected: "程序是用 Swift 写的。", style: StyleGuide(latinSpacing: .always)),
      .flagged("程序是用⟦ ⟧Swift⟦ ⟧写的。", corrected: "程序是用Swift写的。", style: StyleGuide(latinSpacing: .never)),
      .clean("程序是用 Swift 写的，有3个。", style: StyleGuide(latinSpacing: .always)),
      .clean("程序是用Swift写的。", style: StyleGuide(latinSpacing: .never)),
      .clean("程序是用Swift 写的。"),
    ])

  public static let languages: [Language] = [.chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let wish = context.style.latinSpacing else { return [] }
    let text = place.text
    return text.words.indices.flatMap { index -> [Finding] in
      let span = text.words.span(at: index)
      guard !text.isSkipped(span) else { return [] }
      return wish == .always ? missing(around: span, in: place) : unwanted(around: span, in: place)
    }
  }

  private func missing(around word: TextSpan, in place: TextPlace) -> [Finding] {
    let text = place.text
    var seams: [(span: TextSpan, cut: Int)] = []
    if text.scalar(before: word.start)?.isHan == true {
      let start = UTF8Scan.start(before: word.start, in: text.utf8)
      seams.append((TextSpan(start, word.start + text.length(at: word.start)), word.start))
    }
    if text.scalar(at: word.end)?.isHan == true {
      let start = UTF8Scan.start(before: word.end, in: text.utf8)
      seams.append((TextSpan(start, word.end + text.length(at: word.end)), word.end))
    }
    // A letter alone between characters: one finding for both its sides would overlap.
    if seams.count == 2, seams[0].span.overlaps(seams[1].span) { seams.removeLast() }
    return seams.map { span, cut in
      let right = text.string(in: TextSpan(span.start, cut)) + " " + text.string(in: TextSpan(cut, span.end))
      return finding(
        place, span, "the project puts a space between Chinese and Latin letters: “\(right)”", suggestions: [right],
        isSafe: true)
    }
  }

  private func unwanted(around word: TextSpan, in place: TextPlace) -> [Finding] {
    let text = place.text
    var spaces: [TextSpan] = []
    if text.byte(at: word.start - 1) == 0x20, text.scalar(before: word.start - 1)?.isHan == true {
      spaces.append(TextSpan(word.start - 1, word.start))
    }
    if text.byte(at: word.end) == 0x20, text.scalar(at: word.end + 1)?.isHan == true {
      spaces.append(TextSpan(word.end, word.end + 1))
    }
    return spaces.map {
      finding(
        place, $0, "the project puts no space between Chinese and Latin letters", suggestions: [""], isSafe: true)
    }
  }
}
