import TextCore

/// Finds a sentence that ends in a verb which wants more, as in “the biggest opportunity of Gansu is”.
public struct DanglingCopula: TextRule {
  public static let metadata = RuleMetadata(
    id: "grammar/dangling-copula",
    summary: "A sentence ends in “is”, “are”, “was” or “were” although nothing before it can be its complement.",
    rationale: "Chinese puts the news last (最大的机遇是……); a program that lost the thread ends the sentence at the verb.",
    remedy: "Say what it is, or turn the sentence: “The biggest opportunity lies in …”.",
    severity: .warning,
    certainty: "Fairly sure: sentences such as “that is what it is” and “older than he was” are left alone.",
    examples: [
      .flagged("⟦So the biggest opportunity for the western areas of Gansu is⟧."),
      .flagged("⟦The main tasks of the county this year are⟧."),
      .clean("Nobody knows how big the opportunity is."),
      .clean("She is older than her brother was, and so it is."),
      .clean("We do not know where the goods are."),
      .clean("Is the city big? The city certainly is."),
    ])

  private static let copulas: Set<String> = ["is", "are", "was", "were"]
  private static let clauseWords: Set<String> = [
    "what", "whatever", "where", "wherever", "who", "whoever", "how", "however", "which", "when", "than", "as", "why",
    "that",
    "if", "whether", "like", "so", "neither", "nor", "way", "thing", "is", "are", "was", "were", "not", "if", "because",
  ]
  private static let pronouns: Set<String> = [
    "i", "he", "she", "it", "they", "we", "you", "there", "this", "that", "these", "those", "here", "one", "such",
    "all",
    "everybody", "everyone", "nobody", "somebody", "mine", "yours", "ours", "theirs", "still", "always", "never",
    "really",
    "already", "also", "too", "just", "only", "ever", "now", "then", "once", "actually", "indeed", "certainly",
    "probably",
  ]

  public init() {}

  static func isCopula(_ form: WordForm) -> Bool { copulas.contains(form.text) }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return text.words.indices(of: .copula).compactMap { index -> Finding? in
      guard text.byte(at: text.words.span(at: index).end) == 0x2E else { return nil }
      let last = text.words[index]
      guard let segment = text.segment(at: last.span.start),
        last.span.end + 1 == segment.span.end, segment.kind == .sentence, !text.isSkipped(segment.span)
      else { return nil }
      let words = text.words(in: segment.span)
      guard words.count >= 5 else { return nil }
      let clause = clause(endingAt: words.endIndex - 1, in: text, from: words.startIndex)
      guard clause.count >= 4, let before = clause.last, !Self.pronouns.contains(before.key) else { return nil }
      // A leading “so” only ties the sentence to the one before.
      let rest = clause.first?.key == "so" ? clause.dropFirst() : clause
      guard !rest.contains(where: { Self.clauseWords.contains($0.key) }) else { return nil }
      return finding(
        place, (clause.first ?? last).span.union(last.span),
        "the sentence ends in “\(last.text)”: what \(last.text) it?")
    }
  }

  /// The words of the last clause before the word at `end`: back to a comma, a semicolon or a quotation mark.
  private func clause(endingAt end: Int, in text: LintText, from start: Int) -> Slice<WordList> {
    var first = end
    while first > start, text.isOneSpace(after: first - 1) || isHyphen(after: first - 1, in: text) { first -= 1 }
    return text.words[first..<end]
  }

  private func isHyphen(after index: Int, in text: LintText) -> Bool {
    let gap = text.utf8[text.words[index].span.end..<text.words[index + 1].span.start]
    return gap.count == 1 && (gap.first == 0x2D || gap.first == 0x27)
  }
}
