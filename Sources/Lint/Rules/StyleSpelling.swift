import Lexicon
import TextCore

/// Finds British spellings in American text, and the other way round.
public struct StyleSpelling: TextRule {
  public static let metadata = RuleMetadata(
    id: "style/spelling",
    summary: "A British spelling where the project writes American English, or the other way round.",
    rationale: "“Colour” and “color” are both right; a text that has both was put together from several.",
    remedy: "Do as `spelling` of `style` says.",
    severity: .warning,
    certainty: """
      Sure: the word is spelled otherwise on the other side of the ocean. “Organize” is right in both; names keep their \
      spelling. Says nothing unless the configuration has a choice.
      """,
    examples: [
      .flagged(
        "The ⟦colours⟧ of the ⟦centre⟧ pleased the ⟦organisers⟧.",
        corrected: "The colors of the center pleased the organizers.", style: StyleGuide(spelling: .american)),
      .flagged(
        "The ⟦color⟧ of the ⟦center⟧.", corrected: "The colour of the centre.", style: StyleGuide(spelling: .british)),
      .clean("The colour of the centre pleased the organizers.", style: StyleGuide(spelling: .british)),
      .clean("The Pearl Harbour Centre advised them to promise a rise.", style: StyleGuide(spelling: .american)),
      .clean("The colour of the center."),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let wish = context.style.spelling else { return [] }
    let text = place.text
    let isWord = context.words.map { words in { (word: String) in words.contains(word) } }
    let right = text.words.forms.map { form in
      form.hasInnerCapitals ? nil : EnglishVariants.spelling(of: form.key, in: wish, isWord: isWord)
    }
    return text.words.indices(ofForms: right.map { $0 != nil }).compactMap { index -> Finding? in
      guard let spelling = right[text.words.form(at: index)] else { return nil }
      let word = text.words[index]
      if word.isPartOfCode || text.isSkipped(word.span) || isName(index, in: text) { return nil }
      let written = word.isCapitalized ? spelling.prefix(1).uppercased() + spelling.dropFirst() : spelling
      return finding(
        place, word.span, "the project writes \(wish == .british ? "British" : "American") English: “\(written)”",
        suggestions: [written])
    }
  }

  /// Whether a capitalised word stands within a sentence.
  private func isName(_ index: Int, in text: LintText) -> Bool {
    let word = text.words[index]
    guard word.isCapitalized, let segment = text.segment(at: word.span.start) else { return false }
    return text.firstWord(from: segment.span.start) != index
  }
}
