import Lexicon
import TextCore

/// Finds the terms of a glossary in running text of both languages.
///
/// Texts and terms are compared folded (see `Folding`), so a Simplified term is found in Traditional text and
/// in any width and case. Chinese terms need no boundaries; Latin letters and digits at the edge of a term must not go
/// on outside it. English terms are found in their inflected forms too. ``CaseRule`` and ``MatchRule`` of a term say
/// otherwise. Folding is one look in a table as the text is read; text that needs none is never copied.
public struct TermRecognizer: Sendable {
  /// One term to look for.
  public struct Pattern: Hashable, Sendable {
    public var text: String
    public var language: TermLanguage
    /// What ``TermMatch/concept`` and ``TermMatch/term`` will say.
    public var concept: Int
    public var term: Int
    public var caseRule: CaseRule
    public var matchRule: MatchRule
    public var partOfSpeech: String?
    /// The type of the concept; names of persons and places are not inflected.
    public var type: String?

    public init(
      _ text: String, language: TermLanguage, concept: Int, term: Int, caseRule: CaseRule = .smart,
      matchRule: MatchRule = .inflected, partOfSpeech: String? = nil, type: String? = nil
    ) {
      self.text = text
      self.language = language
      self.concept = concept
      self.term = term
      self.caseRule = caseRule
      self.matchRule = matchRule
      self.partOfSpeech = partOfSpeech
      self.type = type
    }
  }

  let alphabet: FoldedAlphabet
  let trie: TermTrie
  /// The forms of each key.
  let forms: StoredLists<StoredForm>
  /// See ``KeyTraits``, for each key.
  let traits: StoredArray<UInt8>
  /// Keys below this one have no traits.
  let plainCount: Int
  /// The patterns of capitals, two numbers each.
  let cases: StoredArray<UInt64>
  /// A bit for each letter that begins a term which may stand inside words; empty where there is no such term.
  let freeStarts: StoredArray<UInt64>
  /// The terms that are not their own keys.
  let texts: StoredLists<UInt8>

  /// Creates the recogniser of all terms of these concepts.
  ///
  /// `isOrdinaryWord` tells whether an English word in lower case is one of the language; with it, a name such as
  /// `Alibaba`, which is none, is found in lower case too. Costs some seconds for 100,000 concepts: keep
  /// ``compiled(from:isOrdinaryWord:)`` in a file where that counts.
  public init(_ concepts: [ConceptEntry], isOrdinaryWord: ((String) -> Bool)? = nil) {
    self.init(patterns: Self.patterns(of: concepts), isOrdinaryWord: isOrdinaryWord)
  }

  /// Creates the recogniser of these terms.
  public init(patterns: [Pattern], isOrdinaryWord: ((String) -> Bool)? = nil) {
    let store = ByteStore(copying: Self.compiled(from: patterns, isOrdinaryWord: isOrdinaryWord))
    do throws(LexiconError) {
      try self.init(store: store)
    } catch {
      preconditionFailure("freshly compiled terms cannot be opened: \(error)")
    }
  }

  /// Opens what ``compiled(from:isOrdinaryWord:)`` made of these concepts, in the same order.
  ///
  /// Data that name other terms are refused.
  public init(store: ByteStore, concepts: [ConceptEntry]) throws(LexiconError) {
    try self.init(store: store)
    try checkForms(conceptCount: concepts.count) { concepts[$0].terms.count }
  }

  /// Opens compiled data; the numbers of concepts and terms are left to ``checkForms(conceptCount:termCount:)``.
  ///
  /// Costs a pass over the numbers by which a search goes, a millisecond or two for 100,000 concepts.
  init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 15)
    let head: StoredArray<UInt32> = try reader.numbers(0)
    guard head.count == 4 else { throw .malformedSection(0) }
    alphabet = try FoldedAlphabet(reader, section: 1, count: Int(head[0]), latinEnd: Int(head[1]))
    forms = try reader.lists(8)
    traits = try reader.numbers(10)
    trie = try TermTrie(
      reader, section: 4, codeCount: alphabet.count, valueCount: forms.count, depth: Int(head[2]))
    cases = try reader.numbers(11)
    freeStarts = try reader.numbers(12)
    texts = try reader.strings(13)
    plainCount = Int(head[3])
    let (starts, formCount) = (forms.starts.buffer, forms.items.count)
    var before: UInt32 = 0
    for start in starts {
      if start < before || start > formCount { throw .malformedSection(8) }
      before = start
    }
    guard traits.count == forms.count else { throw .malformedSection(10) }
    guard freeStarts.count == 0 || freeStarts.count * 64 >= Int(alphabet.latinEnd) else { throw .malformedSection(12) }
  }

  /// Refuses forms of concepts and terms that are not there.
  func checkForms(conceptCount: Int, termCount: (_ concept: Int) -> Int) throws(LexiconError) {
    for form in forms.items.buffer {
      guard Int(form.concept) < conceptCount, Int(form.term) < termCount(Int(form.concept)) else {
        throw .malformedSection(9)
      }
    }
  }

  /// All terms of the concepts as patterns.
  public static func patterns(of concepts: [ConceptEntry]) -> [Pattern] {
    concepts.enumerated().flatMap { index, concept in
      concept.terms.enumerated().map { position, term in
        Pattern(
          term.text, language: term.language, concept: index, term: position, caseRule: term.caseRule,
          matchRule: term.matchRule, partOfSpeech: term.partOfSpeech, type: concept.type)
      }
    }
  }

  // MARK: Searching

  /// The terms in a text, in reading order; spans are offsets in its UTF-8.
  ///
  /// From left to right the longest term wins; with `nested`, terms inside and across others are given as well.
  /// Several terms with one folded form give a match each.
  public func matches(in text: String, nested: Bool = false) -> [TermMatch] {
    matches(in: Array(text.utf8), nested: nested)
  }

  /// The terms in a text; spans are offsets in `text.utf8`, from where `text.fileSpan(of:)` leads to the file.
  public func matches(in text: MappedText, nested: Bool = false) -> [TermMatch] {
    matches(in: text.utf8, nested: nested)
  }

  /// The terms in valid UTF-8; spans are offsets in it.
  public func matches(in utf8: [UInt8], nested: Bool = false) -> [TermMatch] {
    utf8.withUnsafeBufferPointer { matches(inUTF8: $0, nested: nested) }
  }

  /// The terms in valid UTF-8; spans are offsets in it.
  public func matches(inUTF8 utf8: UnsafeBufferPointer<UInt8>, nested: Bool = false) -> [TermMatch] {
    var result: [TermMatch] = []
    var isSorted = true
    forEachOccurrence(in: utf8, nested: nested) { occurrence in
      appendMatches(at: occurrence, in: utf8, to: &result, isSorted: &isSorted)
    }
    // Two terms in one character (㎡ is m2) may come in another order than their spans.
    return isSorted ? result : result.sorted(by: TermMatch.isInReadingOrder)
  }

  /// The places in valid UTF-8 where terms stand, without telling apart terms with one folded form.
  public func occurrences(in utf8: UnsafeBufferPointer<UInt8>, nested: Bool = false) -> [TermOccurrence] {
    var result: [TermOccurrence] = []
    result.reserveCapacity(utf8.count / 16)
    forEachOccurrence(in: utf8, nested: nested) { result.append($0) }
    return result
  }

  /// Calls `body` with each place in valid UTF-8 where terms stand, in reading order.
  ///
  /// Needs no memory that grows with the text. From left to right the longest term wins; with `nested`, terms inside
  /// and across others are given as well, of those with one beginning the longest first.
  public func forEachOccurrence(
    in utf8: UnsafeBufferPointer<UInt8>, nested: Bool = false, _ body: (TermOccurrence) -> Void
  ) {
    search(utf8, nested: nested, body)
  }

  /// The terms that stand at a place of the text it was found in.
  public func matches(at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>) -> [TermMatch] {
    var result: [TermMatch] = []
    var isSorted = true
    appendMatches(at: occurrence, in: utf8, to: &result, isSorted: &isSorted)
    return result
  }

  /// Whether the terms at a place follow from its ``TermOccurrence/key`` alone, so that they need be told once for all
  /// places with the same one.
  public func hasSameTermsEverywhere(_ occurrence: TermOccurrence) -> Bool { occurrence.key < plainCount }

  @inline(__always)
  private func appendMatches(
    at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>, to result: inout [TermMatch],
    isSorted: inout Bool
  ) {
    let isConditional = occurrence.key >= plainCount
    let starts = forms.starts.pointer + occurrence.key
    for index in Int(starts[0])..<Int(starts[1]) {
      let form = forms.items.pointer[index]
      if isConditional, !isMet(form, at: occurrence, in: utf8) { continue }
      let match = TermMatch(
        span: occurrence.span, concept: form.concept, term: form.term, language: form.language,
        form: self.form(form, at: occurrence, in: utf8))
      if let last = result.last, last.span != match.span, TermMatch.isInReadingOrder(match, last) { isSorted = false }
      result.append(match)
    }
  }

  /// Whether the text meets what a form asks besides its letters.
  func isMet(_ form: StoredForm, at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    if !occurrence.isBounded, !form.isFree { return false }
    if form.cases == 0, !form.isLiteral { return true }
    guard occurrence.span.end <= utf8.count else { return false }
    let written = UnsafeBufferPointer(rebasing: utf8[occurrence.span.range])
    if form.isLiteral, form.text > 0, !isWritten(form, written) { return false }
    if form.cases == 0 { return true }
    let place = Int(form.cases) * 2
    guard place + 1 < cases.count else { return false }
    return CasePattern(capitals: cases[place], smalls: cases[place + 1]).isMet(by: written)
  }

  /// Whether the text writes a term to the letter but for the case of ASCII letters.
  private func isWritten(_ form: StoredForm, _ written: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = texts[Int(form.text) - 1]
    return text.count == written.count
      && text.indices.allSatisfy { text[$0] == written[$0] || Self.lowered(text[$0]) == Self.lowered(written[$0]) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// How the text writes a form.
  @inline(__always)
  private func form(
    _ form: StoredForm, at occurrence: TermOccurrence, in utf8: UnsafeBufferPointer<UInt8>
  ) -> TermMatch.Form {
    if form.form != .folded { return form.form }
    if form.isOwnKey { return occurrence.isFolded ? .folded : .exact }
    guard occurrence.isFolded, form.text > 0, occurrence.span.end <= utf8.count else { return .folded }
    return texts[Int(form.text) - 1].elementsEqual(utf8[occurrence.span.range]) ? .exact : .folded
  }
}
