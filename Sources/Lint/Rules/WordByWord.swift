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

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let index = context.calqueIndex else { return [] }
    let words = CalqueWords(place.text, index, context.facts(of: place.text))
    let found = renderings(in: place.text, words, index, context)
    guard !found.isEmpty, let lexicon = context.lexicon else { return [] }
    // Two characters have many senses, and two words may meet by chance.
    let long = found.filter { $0.composition.length >= 3 }
    let kinds = Set(long.map { place.text.string(in: $0.span).lowercased() })
    let isDense = kinds.count >= 3 && kinds.count * 500 >= place.text.words.count
    return found.map { span, composition in
      let parts = composition.parts.compactMap(index.entry(ofPart:)).map(lexicon.headword)
      return finding(
        place, span, composition.concept, parts: parts,
        severity: isDense && composition.length >= 3 ? .warning : .info, context)
    }
  }

  private typealias Rendering = (span: TextSpan, composition: CalqueIndex.Composition)

  private func renderings(
    in text: LintText, _ words: CalqueWords, _ index: CalqueIndex, _ context: LintContext
  ) -> [Rendering] {
    let terms = context.termUses(in: text).map(\.span)
    var found: [Rendering] = []
    var end = 0
    for first in words.starts() where text.words.span(at: first).start >= end {
      let span = text.words.span(at: first)
      words.forEachComposition(from: first, in: index) { number in
        let composition = index.composition(number)
        guard composition.concept < context.concepts.count,
          let last = words.end(of: composition, from: first, in: index)
        else { return true }
        let whole = span.union(text.words.span(at: last))
        if LintText.isCovered(whole, by: terms) || text.isSkipped(whole) { return false }
        if isName(first...last, in: text) || isWithinRendering(first...last, of: composition, in: text, context) {
          return true
        }
        found.append((whole, composition))
        end = whole.end
        return false
      }
    }
    return found
  }

  private func finding(
    _ place: TextPlace, _ span: TextSpan, _ concept: Int, parts: [String], severity: Severity, _ context: LintContext
  ) -> Finding {
    let written = place.text.string(in: span)
    let right = context.preferred(concept, insteadOf: written)
    return finding(
      place, span, severity: severity,
      "“\(written)” spells out \(parts.joined()) (\(parts.joined(separator: " + ")))\(right.map { ": write “\($0)”" } ?? "")",
      suggestions: right.map { [$0] } ?? [])
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
    context.facts(ofConcept: composition.concept).hasTerm(withStems: words.map { text.words[$0].form.stem.text })
  }
}
