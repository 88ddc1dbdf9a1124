import TextCore

/// Finds “a” before a vowel and “an” before a consonant.
public struct IndefiniteArticle: TextRule {
  public static let metadata = RuleMetadata(
    id: "grammar/article",
    summary: "“A” stands before a sound that takes “an”, or the other way round.",
    rationale: "A word was put in or taken out after the article was written.",
    remedy: "Write “an” before a vowel that is heard, and “a” before everything else.",
    severity: .warning,
    certainty: """
      Sure: what counts is the sound (“a university”, “an hour”). Names, abbreviations, single letters and words with an \
      h that not everybody speaks are left alone.
      """,
    examples: [
      .flagged("The school is ⟦a⟧ example for the city.", corrected: "The school is an example for the city."),
      .flagged("⟦An⟧ school of the city is ⟦a⟧ open one.", corrected: "A school of the city is an open one."),
      .flagged("It is ⟦a⟧ 8 year plan.", corrected: "It is an 8 year plan."),
      .clean("It is a union of one European and a useful school."),
      .clean("The plan took an hour, an honest one, and an 11 year term."),
      .clean("Vitamin a and an SUV, an historic day and a UFO. Open A again, or an 0."),
    ])

  public init() {}

  static func isArticle(_ form: WordForm) -> Bool { form.key == "a" || form.key == "an" }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    let articles = text.words.indices(of: .article)
    if articles.isEmpty { return [] }
    let facts = context.facts(of: text)
    return articles.compactMap { index -> Finding? in
      let word = text.words[index]
      guard text.byte(at: word.span.start - 1) != 0x3C, !word.hasInnerCapitals,
        word.form.isLower || opensSentence(word.span, in: text), !word.isPartOfCode,
        !text.isTied(word.span), let takesAn = takesAn(after: index, in: text, facts), takesAn != (word.key == "an"),
        !text.isSkipped(word.span)
      else { return nil }
      let right = (word.isCapitalized || word.text == "A" ? "A" : "a") + (takesAn ? "n" : "")
      let next = text.string(in: TextSpan(word.span.end, word.span.end + 1 + length(behind: index, in: text)))
      return finding(place, word.span, "“\(word.text)\(next)” is spoken “\(right)\(next)”", suggestions: [right])
    }
  }

  /// Whether a capital is that of a sentence: an A within one is the name of something.
  private func opensSentence(_ span: TextSpan, in text: LintText) -> Bool {
    guard let segment = text.segment(at: span.start) else { return false }
    return text.firstWord(from: segment.span.start) == text.firstWord(from: span.start)
  }

  /// How many bytes the word or number has that follows with one space between.
  private func length(behind index: Int, in text: LintText) -> Int {
    let start = text.words.span(at: index).end + 1
    var end = start
    while end < text.utf8.count, Characters.isLetter(text.utf8[end]) || Characters.isDigit(text.utf8[end]) { end += 1 }
    return end - start
  }

  /// Whether what follows takes “an”; nil where nobody can tell.
  private func takesAn(after index: Int, in text: LintText, _ facts: [WordFacts]) -> Bool? {
    let end = text.words.span(at: index).end
    guard text.byte(at: end) == 0x20 else { return nil }
    if Characters.isDigit(text.byte(at: end + 1)) { return Self.takesAn(number: text, at: end + 1) }
    guard text.isOneSpace(after: index) else { return nil }
    let next = text.words[index + 1]
    guard next.span.length > 1, !next.hasInnerCapitals, !next.isPartOfCode,
      facts[text.words.form(at: index + 1)].isKnown,
      !Self.particles.contains(next.key)
    else { return nil }
    return Self.takesAn(word: next.key, isName: next.isCapitalized)
  }

  /// Eight, eleven, eighteen and eighty begin with a vowel.
  private static func takesAn(number text: LintText, at start: Int) -> Bool? {
    var end = start
    while Characters.isDigit(text.byte(at: end)) { end += 1 }
    // 11,000 is eleven thousand; but 1,100 may be eleven hundred.
    if Characters.isLetter(text.byte(at: end)) || end - start > 3 || text.byte(at: start) == 0x30 { return nil }
    if text.byte(at: start) == 0x38 { return true }
    let digits = text.utf8[start..<end]
    return end - start == 2 && (digits.elementsEqual("11".utf8) || digits.elementsEqual("18".utf8))
  }

  private static func takesAn(word: String, isName: Bool) -> Bool? {
    switch word.utf8.first {
    case 0x61, 0x69: return true  // a i
    case 0x65: return !word.hasPrefix("eu") && !word.hasPrefix("ewe")
    case 0x6F: return !(word == "one" || word == "once" || word.hasPrefix("oneself") || word.hasPrefix("ouija"))
    case 0x75:
      if isName { return nil }
      if ["unin", "unim", "unide"].contains(where: { word.hasPrefix($0) }) { return true }
      return !["uni", "us", "uti", "uto", "ubi", "ur"].contains { word.hasPrefix($0) }
        || ["usher", "urb", "urg", "urn", "urch"].contains { word.hasPrefix($0) }
    case 0x68:
      if ["hour", "honest", "honor", "honour", "heir"].contains(where: { word.hasPrefix($0) }) { return true }
      return word.hasPrefix("herb") || word.hasPrefix("hi") || word.hasPrefix("ho") || word.hasPrefix("hy")
        || word.hasPrefix("hab") || word.hasPrefix("hal") || word.hasPrefix("her") ? nil : false
    case 0x79: return false
    default: return isName && word.utf8.count < 4 ? nil : false
    }
  }

  /// What follows a letter, not an article: “vitamin a and b”.
  private static let particles: Set<String> = [
    "and", "or", "is", "are", "was", "were", "in", "on", "of", "at", "to", "as", "it", "the", "an", "a", "if", "that",
    "per", "la", "le", "de", "el",
  ]
}
