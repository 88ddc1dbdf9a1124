import Lexicon
import TextCore

/// Finds English that spells out the parts of a Chinese term: `tall and up` for 高大上.
public struct WordByWord: TextRule {
  public static let metadata = RuleMetadata(
    id: "calque/word-by-word",
    summary: "English words that translate the parts of a Chinese term one by one.",
    rationale: """
      A program that does not know a term translates what it is written with: 二房东 (second + landlord) is a sublessor, \
      not a “two landlord”. The parts come from the dictionary, the term from the glossary; no list of bad renderings is \
      needed, and no source.
      """,
    remedy: "Use the rendering of the glossary.",
    severity: .info,
    certainty: """
      A hint; a warning where a text has several different ones and little else explains them. Accepted renderings, and \
      phrases within them, are left alone. Needs the dictionary.
      """,
    examples: [
      .flagged(
        "Farmers visited the ⟦characteristic China hall⟧ of the site.",
        corrected: "Farmers visited the Featured China Pavilion of the site."),
      .flagged("The ⟦electric commerce⟧ of the county grew.", corrected: "The e-commerce of the county grew."),
      .clean("Farmers visited the Featured China Pavilion of the site."),
      .clean("The hall had a characteristic smell, and China is large."),
      .clean("Electronic commerce grew in the county."),
      .clean("Electric light came, and commerce followed."),
    ])

  /// Words that are too common to be a part of a rendering.
  private static let common: Set<String> = [
    "the", "and", "for", "from", "with", "this", "that", "these", "those", "not", "but", "has", "have", "had", "was",
    "were", "are", "his", "her", "its", "their", "our", "your", "you", "they", "she", "him", "them", "who", "which",
    "what",
    "when", "where", "how", "why", "all", "any", "some", "one", "each", "every", "can", "could", "will", "would", "may",
    "might", "must", "should", "shall", "does", "did", "doing", "done", "been", "being", "than", "then", "there",
    "here",
    "into", "onto", "over", "under", "about", "after", "before", "between", "through", "during", "without", "within",
    "such", "same", "other", "another", "more", "most", "less", "least", "very", "too", "also", "only", "just", "even",
    "still", "yet", "now", "again", "once", "always", "never", "often", "note", "if", "use", "used", "using", "like",
  ]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let lexicon = context.lexicon, let index = context.calqueIndex else { return [] }
    let text = place.text
    let stems = text.words.forms.map { form in
      form.key.utf8.count < 2 || Self.common.contains(form.key) ? nil : lexicon.stemID(of: form.key)
    }
    let starts = stems.map { $0.map(index.begins) ?? false }
    let terms = context.termUses(in: text).map(\.span)
    var found: [(span: TextSpan, composition: CalqueIndex.Composition)] = []
    for first in text.words.indices where starts[text.words.form(at: first)] {
      let start = text.words.span(at: first).start
      if let last = found.last, start < last.span.end { continue }
      guard let stem = stems[text.words.form(at: first)], text.isOneSpace(after: first) else { continue }
      let next = text.words.form(at: first + 1)
      if stems[next] == nil, text.words.forms[next].key != "and" { continue }
      for composition in index.compositions(beginningWith: stem) {
        guard let last = end(of: composition, from: first, in: text, stems, index) else { continue }
        let span = TextSpan(start, text.words.span(at: last).end)
        if LintText.isCovered(span, by: terms) || text.isSkipped(span) { break }
        if isName(first...last, in: text) || isWithinRendering(first...last, of: composition, in: text, context) {
          continue
        }
        found.append((span, composition))
        break
      }
    }
    // Two characters have many senses, and two words may meet by chance.
    let long = found.filter { $0.composition.length >= 3 }
    let kinds = Set(long.map { text.string(in: $0.span).lowercased() })
    let isDense = kinds.count >= 3 && kinds.count * 500 >= text.words.count
    return found.map { span, composition in
      finding(
        place, span, composition, severity: isDense && composition.length >= 3 ? .warning : .info, context, lexicon)
    }
  }

  private func finding(
    _ place: TextPlace, _ span: TextSpan, _ composition: CalqueIndex.Composition, severity: Severity,
    _ context: LintContext, _ lexicon: BilingualLexicon
  ) -> Finding {
    let written = place.text.string(in: span)
    let right = context.preferred(composition.concept, insteadOf: written)
    let parts = composition.parts.map(lexicon.headword)
    return finding(
      place, span, severity: severity,
      "“\(written)” spells out \(parts.joined()) (\(parts.joined(separator: " + ")))\(right.map { ": write “\($0)”" } ?? "")",
      suggestions: right.map { [$0] } ?? [])
  }

  /// The last of the words that translate the parts in order, one space or “and” between them; nil for no such words.
  private func end(
    of composition: CalqueIndex.Composition, from first: Int, in text: LintText, _ stems: [BilingualLexicon.StemID?],
    _ index: CalqueIndex
  ) -> Int? {
    var last = first
    for part in composition.parts.dropFirst() {
      guard text.isOneSpace(after: last) else { return nil }
      var next = last + 1
      // Only short terms are strings of adjectives, as 高大上 is.
      let isJoined = composition.length <= 3 && text.words[next].key == "and" && text.isOneSpace(after: next)
      if isJoined { next += 1 }
      guard let stem = stems[text.words.form(at: next)], index.isGloss(stem, of: part) else { return nil }
      // Two letters say too little, but “tall and up” does not.
      if text.words[next].key.utf8.count < 3, !isJoined { return nil }
      last = next
    }
    return text.words[first].key.utf8.count < 3 ? nil : last
  }

  /// Whether the words are all capitalised, outside quotation marks: a name.
  private func isName(_ words: ClosedRange<Int>, in text: LintText) -> Bool {
    guard words.allSatisfy({ text.words[$0].isCapitalized || text.words[$0].hasInnerCapitals }) else { return false }
    let before = text.scalar(before: text.words.span(at: words.lowerBound).start) ?? 0x20
    return before != 0x22 && before != 0x201C
  }

  /// Whether an accepted rendering of the concept has all these words.
  private func isWithinRendering(
    _ words: ClosedRange<Int>, of composition: CalqueIndex.Composition, in text: LintText, _ context: LintContext
  ) -> Bool {
    let stems = words.map { EnglishStemmer.stem(text.words[$0].key) }
    return context.concepts[composition.concept].terms.contains { term in
      guard term.language == .english, term.status == .preferred || term.status == .admitted else { return false }
      let rendering = Set(term.text.lowercased().split { !$0.isLetter }.map { EnglishStemmer.stem($0) })
      return stems.allSatisfy(rendering.contains)
    }
  }
}
