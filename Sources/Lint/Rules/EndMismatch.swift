import TextCore

/// Finds a segment that ends with another kind of mark than its source: a stop for a question mark, or none at all.
public struct EndMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "punctuation/end-mismatch",
    summary: "The translation ends with another mark than the source, or with none.",
    rationale: "A lost stop often shows that the end of the sentence was lost; a question became a statement.",
    remedy: "End the segment as the source does.",
    severity: .warning,
    certainty: "Fairly sure: 。and “.”, ！and “!”, …… and “...” are the same, and titles need no stop.",
    examples: [
      .flagged(
        "The village grew very fast in the last ten years⟦?⟧", source: "这个村庄在过去十年里发展得非常快。",
        corrected: "The village grew very fast in the last ten years."),
      .flagged(
        "The village grew very fast in the last ten year⟦s⟧", source: "这个村庄在过去十年里发展得非常快。",
        corrected: "The village grew very fast in the last ten years."),
      .clean("The village grew very fast in the last ten years.", source: "这个村庄在过去十年里发展得非常快。"),
      .clean("The village grew very fast in the last ten years!", source: "这个村庄在过去十年里发展得非常快。"),
      .clean("Villages grow fast", source: "村庄快速发展"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard pair.target.text.language == .english, pair.english.text.words.count >= 6 else { return [] }
    guard let source = end(of: pair.chinese.text), let target = end(of: pair.english.text) else { return [] }
    let text = pair.english.text
    switch (source.mark, target.mark) {
    case (.stop, .question):
      let span = TextSpan(target.offset, target.offset + 1)
      return [finding(pair.english, span, "the Chinese ends with “。”, the English with “?”", suggestions: ["."])]
    case (.question, .stop), (.stop, .none):
      if target.mark == .none, isTitle(text) { return [] }
      // Headlines have no articles, no auxiliary verbs, and no stops.
      let isHeadline =
        target.mark == .none && text.words.count <= 14 && !text.words.contains { Self.smallWords.contains($0.key) }
      let start = UTF8Scan.start(before: target.mark == .none ? target.offset : target.offset + 1, in: text.utf8)
      let span = TextSpan(start, target.mark == .none ? target.offset : target.offset + 1)
      let written = text.string(in: span)
      if target.mark == .none {
        return [
          finding(
            pair.english, span, severity: isHeadline ? .info : nil, "the English ends without a stop",
            suggestions: [written + "."])
        ]
      }
      return [
        finding(
          pair.english, span, severity: .info, "the Chinese ends with “？”, the English with “\(written)”",
          suggestions: ["?"])
      ]
    default: return []
    }
  }

  /// Words that headlines leave out.
  private static let smallWords: Set<String> = [
    "the", "a", "an", "is", "are", "was", "were", "will", "be", "been", "has", "have", "had",
  ]

  private enum Mark { case stop, question, none, other }

  /// The last mark of a text, behind which only quotation marks and brackets stand, and where it stands.
  private func end(of text: LintText) -> (mark: Mark, offset: Int)? {
    var index = text.utf8.count
    while index > 0 {
      let start = UTF8Scan.start(before: index, in: text.utf8)
      let scalar = UTF8Scan.scalar(in: text.utf8, at: start).value
      if Characters.isSpace(scalar) || Characters.isCloser(scalar) || scalar == 0x201C {
        index = start
        continue
      }
      switch scalar {
      case 0x2E, 0x3002, 0xFF0E: return (.stop, start)
      case 0x3F, 0xFF1F: return (.question, start)
      default:
        let isWord = scalar.isASCIILetter || scalar.isHan || scalar.isASCIIDigit
        return (isWord ? .none : .other, isWord ? index : start)
      }
    }
    return nil
  }

  /// Whether most longer words are capitalised.
  private func isTitle(_ text: LintText) -> Bool {
    let long = text.words.filter { $0.key.utf8.count > 3 }
    return long.count { $0.isCapitalized } * 3 > long.count * 2
  }
}
