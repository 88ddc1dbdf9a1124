import Lexicon
import Terminology
import TextCore

/// A place where a text uses terms of the glossary: one form that may stand for several concepts.
struct TermUse {
  /// The bytes of ``LintText/view``.
  let span: TextSpan
  let meaning: TermMeaning

  var readings: [TermMeaning.Reading] { meaning.readings }
  /// Whether the form is a good name of some concept.
  var isAllowed: Bool { meaning.isAllowed }
  /// The concept that it most likely stands for.
  var firstConcept: Int { meaning.concepts[0] }
  /// The only concept that the form may stand for, or nil.
  var concept: Int? { meaning.concepts.count == 1 ? meaning.concepts[0] : nil }
}

/// A term of several words that a name may stand in, and the words before its last one.
final class NamedTerm: Sendable {
  let before: [String]
  let reading: TermMeaning.Reading

  init(_ reading: TermMeaning.Reading) {
    self.reading = reading
    before = reading.text.split(separator: " ").dropLast().map { $0.lowercased() }
  }
}

extension LintContext {
  /// The terms of the glossary in a text, the longest at each place, in order; found once for each text.
  func termUses(in text: LintText) -> [TermUse] {
    text.termUses.value { timer.measure("terms") { foundTerms(in: text) } }
  }

  /// The uses of terms that are good names of nothing, in a translation or in a text alone, each with what `judge` makes of
  /// it; that gets the concepts that the source names, nil without a source.
  func findings(
    onUnwantedTermsIn place: TextPlace, _ judge: (_ use: TermUse, _ sourceConcepts: Set<Int>?) -> Finding?
  ) -> [Finding] {
    if place.side == .source, place.counterpart != nil { return [] }
    let unwanted = termUses(in: place.text).filter { !$0.isAllowed }
    if unwanted.isEmpty { return [] }
    let sourceConcepts = place.counterpart.map { source in
      Set(termUses(in: source).flatMap(\.meaning.concepts))
    }
    return unwanted.compactMap { judge($0, sourceConcepts) }
  }

  private func foundTerms(in text: LintText) -> [TermUse] {
    guard let recognizer else { return [] }
    let isChinese = text.language == .chinese
    var uses: [TermUse] = []
    func add(_ meaning: TermMeaning, at span: TextSpan) {
      if text.isSkipped(span) { return }
      if let last = uses.last, last.span == span {
        guard let both = TermMeaning(last.readings + meaning.readings) else { return }
        uses[uses.count - 1] = TermUse(span: span, meaning: both)
      } else {
        uses.append(TermUse(span: span, meaning: meaning))
      }
    }
    if !forEachForm(in: text, isChinese: isChinese, nested: false, add) {
      // Two terms in one character (㎡ is m2) came in another order than their spans.
      uses = []
      for match in recognizer.matches(in: text.view) where match.language.isChinese == isChinese {
        if let meaning = TermMeaning([reading(concept: match.concept, term: match.term)]) {
          add(meaning, at: match.span)
        }
      }
    }
    let named = isChinese ? [] : namedUses(in: text, beside: uses)
    return named.isEmpty ? uses : (uses + named).sorted { $0.span < $1.span }
  }

  /// The concepts that terms of a language name in a text, those within longer terms too.
  func concepts(namedIn text: LintText, isChinese: Bool) -> ConceptSet {
    var concepts: [Int] = []
    _ = forEachForm(in: text, isChinese: isChinese, nested: true) { meaning, _ in
      concepts.append(contentsOf: meaning.concepts)
    }
    return ConceptSet(concepts)
  }

  /// Calls `body` with what each place of a text may stand for where a term stands; gives whether the places came in
  /// reading order.
  private func forEachForm(
    in text: LintText, isChinese: Bool, nested: Bool, _ body: (_ meaning: TermMeaning, _ span: TextSpan) -> Void
  ) -> Bool {
    guard let recognizer else { return true }
    return text.vocabulary.withMeanings { known in
      var isSorted = true
      var last: TextSpan?
      text.utf8.withUnsafeBufferPointer { bytes in
        recognizer.forEachOccurrence(in: bytes, nested: nested) { occurrence in
          let span = occurrence.span
          if let last, span.start < last.start || span.start == last.start && span.end > last.end { isSorted = false }
          last = span
          if let meaning = known.meaning(at: occurrence, in: bytes, isChinese: isChinese, recognizer, self) {
            body(meaning, span)
          }
        }
      }
      return isSorted
    }
  }

  /// Names of several words with one more name inside, before their last word: `Special China Gansu Pavilion`.
  private func namedUses(in text: LintText, beside uses: [TermUse]) -> [TermUse] {
    let facts = facts(of: text)
    guard facts.contains(where: { $0.endsTerms }) else { return [] }
    let heads = text.words.indices(ofForms: facts.map(\.endsTerms)).filter { last in
      last >= 2 && text.isOneSpace(after: last - 1) && text.words[last - 1].isCapitalized
    }
    if heads.isEmpty { return [] }
    let known = uses.map(\.span)
    var found: [TextSpan: [TermMeaning.Reading]] = [:]
    for last in heads {
      for candidate in namedTerms(endingIn: text.words[last].text) {
        guard let span = Self.span(of: candidate.before, withNameBefore: last, in: text) else { continue }
        if LintText.isCovered(span, by: known) || text.isSkipped(span) { continue }
        found[span, default: []].append(candidate.reading)
      }
    }
    return found.compactMap { span, readings in
      TermMeaning(readings.sorted { ($0.concept, $0.text) < ($1.concept, $1.text) })
        .map { TermUse(span: span, meaning: $0) }
    }
  }

  /// The stretch of words that are `words`, the capitalised word before `last`, and the word at `last`.
  private static func span(of words: [String], withNameBefore last: Int, in text: LintText) -> TextSpan? {
    let first = last - 1 - words.count
    guard first >= 0 else { return nil }
    for offset in words.indices where text.words.key(at: first + offset) != words[offset] { return nil }
    for index in first..<last where !text.isOneSpace(after: index) { return nil }
    return text.words.span(at: first).union(text.words.span(at: last))
  }

  /// What to write instead of a term: the preferred name of the concept in the case of what stands there.
  func preferred(_ concept: Int, insteadOf written: String) -> String? {
    guard let term = facts(ofConcept: concept).preferred else { return nil }
    guard let first = written.unicodeScalars.first, first.properties.isUppercase, let head = term.first else {
      return term
    }
    return head.uppercased() + term.dropFirst()
  }

  /// The Chinese headword of a concept, for messages.
  func headword(_ concept: Int) -> String {
    let facts = facts(ofConcept: concept)
    return facts.headword ?? facts.id
  }
}
