import Lexicon
import TextCore

/// Finds the terms of a glossary in running text of both languages.
///
/// Texts and terms are compared folded (see `Folding`), so a Simplified term is found in Traditional text and
/// in any width and case. Chinese terms need no boundaries; Latin letters and digits at the edge of a term must not go
/// on outside it. English terms are found in their inflected forms too. Which capitals a text must write is ``CaseRule``.
public struct TermRecognizer: Sendable {
  /// One term to look for.
  public struct Pattern: Hashable, Sendable {
    public var text: String
    public var language: TermLanguage
    /// What ``TermMatch/concept`` and ``TermMatch/term`` will say.
    public var concept: Int
    public var term: Int
    public var caseRule: CaseRule
    public var partOfSpeech: String?
    /// The type of the concept; names of persons and places are not inflected.
    public var type: String?

    public init(
      _ text: String, language: TermLanguage, concept: Int, term: Int, caseRule: CaseRule = .smart,
      partOfSpeech: String? = nil, type: String? = nil
    ) {
      self.text = text
      self.language = language
      self.concept = concept
      self.term = term
      self.caseRule = caseRule
      self.partOfSpeech = partOfSpeech
      self.type = type
    }
  }

  private let keys: DoubleArrayTrie
  private let forms: StoredLists<StoredForm>
  private let texts: StoredLists<UInt8>

  /// Creates the recogniser of all terms of these concepts.
  ///
  /// `isOrdinaryWord` tells whether an English word in lower case is one of the language; with it, a name such as
  /// `Alibaba`, which is none, is found in lower case too. Costs about a second for 100,000 concepts.
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
    for form in forms.items.buffer {
      guard form.concept >= 0, form.concept < concepts.count, form.term >= 0,
        form.term < concepts[Int(form.concept)].terms.count
      else { throw .malformedSection(2) }
    }
  }

  private init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 5)
    keys = try DoubleArrayTrie(store: reader.store(0))
    forms = try reader.lists(1)
    texts = try reader.strings(3)
  }

  /// All terms of the concepts as patterns.
  public static func patterns(of concepts: [ConceptEntry]) -> [Pattern] {
    concepts.enumerated().flatMap { index, concept in
      concept.terms.enumerated().map { position, term in
        Pattern(
          term.text, language: term.language, concept: index, term: position, caseRule: term.caseRule,
          partOfSpeech: term.partOfSpeech, type: concept.type)
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
    let (folded, map) = Folding.folded(utf8)
    return matches(inFolded: folded, map: map, of: utf8, nested: nested)
  }

  /// The terms in a text that is folded already; `map` leads from `folded` to `original`, where the spans lie.
  public func matches(
    inFolded folded: [UInt8], map: OffsetMap, of original: [UInt8], nested: Bool = false
  ) -> [TermMatch] {
    let view = SearchView(folded, map: map)
    return view.utf8.withUnsafeBufferPointer { bytes in
      original.withUnsafeBufferPointer { original in
        var search = Search(recognizer: self, view: view, bytes: bytes, original: original)
        search.run(nested: nested)
        return nested ? search.matches.sorted(by: TermMatch.isInReadingOrder) : search.matches
      }
    }
  }

  /// One pass over one text.
  private struct Search {
    let recognizer: TermRecognizer
    let view: SearchView
    let bytes: UnsafeBufferPointer<UInt8>
    let original: UnsafeBufferPointer<UInt8>
    var matches: [TermMatch] = []
    /// The keys that the text at one place begins with, shortest first.
    private var candidates: [(length: Int, list: Int)] = []

    init(
      recognizer: TermRecognizer, view: SearchView, bytes: UnsafeBufferPointer<UInt8>,
      original: UnsafeBufferPointer<UInt8>
    ) {
      self.recognizer = recognizer
      self.view = view
      self.bytes = bytes
      self.original = original
    }

    mutating func run(nested: Bool) {
      var index = 0
      while let start = SearchView.nextStart(from: index, in: bytes) {
        index = start + 1
        candidates.removeAll(keepingCapacity: true)
        recognizer.keys.forEachMatch(in: bytes, at: start) { length, list in
          if LatinScan.isBoundary(bytes, at: start + length) { candidates.append((length, Int(list))) }
        }
        while let (length, list) = candidates.popLast() {
          if append(formsOf: list, at: view.span(start, length)), !nested {
            index = start + length
            break
          }
        }
      }
    }

    /// Appends the terms of a list whose case rule the text meets; says whether there is one.
    private mutating func append(formsOf list: Int, at span: TextSpan) -> Bool {
      guard span.end <= original.count else { return false }
      let written = UnsafeBufferPointer(rebasing: original[span.range])
      let before = matches.count
      for index in recognizer.forms.range(of: list) {
        let stored = recognizer.forms.items[index]
        guard CasePattern(capitals: stored.capitals, smalls: stored.smalls).isMet(by: written) else { continue }
        let isExact = stored.form == .folded && Self.isEqual(written, recognizer.texts[Int(stored.text)])
        matches.append(
          TermMatch(
            span: span, concept: Int(stored.concept), term: Int(stored.term), language: stored.language,
            form: isExact ? .exact : stored.form))
      }
      return matches.count > before
    }

    private static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
      a.count == b.count && a.indices.allSatisfy { a[$0] == b[$0] }
    }
  }
}
