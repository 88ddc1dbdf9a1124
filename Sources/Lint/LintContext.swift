import Lexicon
import Names
import Synchronization
import Terminology
import TextCore

/// What the rules lean on besides the text: word lists, the glossary.
///
/// Every resource may be missing; a rule that needs one is silent without it.
public struct LintContext: Sendable {
  /// English words.
  public var words: EnglishWordList? { data.words }
  /// The concepts of the glossary.
  public var concepts: ConceptTable { data.concepts }
  /// Finds the terms of ``concepts``: its matches count concepts and terms as they stand there.
  public var recognizer: TermRecognizer? { data.recognizer }
  /// Chinese words with their English senses.
  public var lexicon: BilingualLexicon? { data.lexicon }
  /// Reads Chinese names aloud, to compare them with English spellings.
  public var reader: PinyinReader { data.reader }
  private let data: LanguageResources
  /// What the project wants where more than one way is right.
  public var style = StyleGuide()
  /// What measures the rules, if anything does.
  public var timer: (any StepTimer)?

  /// Creates a context with a glossary ready to work with; `calques` are its terms taken apart, where that was kept from
  /// an earlier run.
  public init(
    words: EnglishWordList? = nil, glossary: CompiledGlossary? = nil, lexicon: BilingualLexicon? = nil,
    calques: CalqueIndex? = nil, reader: PinyinReader = PinyinReader()
  ) {
    data = LanguageResources(
      words: words, concepts: glossary?.concepts ?? ConceptTable([]), recognizer: glossary?.recognizer,
      lexicon: lexicon, calques: calques, reader: reader)
  }

  /// Creates a context; `recognizer` must be made of `concepts`.
  public init(
    words: EnglishWordList? = nil, concepts: [ConceptEntry], recognizer: TermRecognizer?,
    lexicon: BilingualLexicon? = nil, reader: PinyinReader = PinyinReader()
  ) {
    data = LanguageResources(
      words: words, concepts: ConceptTable(concepts), recognizer: recognizer, lexicon: lexicon, calques: nil,
      reader: reader)
  }

  /// What the copies of a context share: rules get one for each text, and many of them keep it.
  private final class LanguageResources: Sendable {
    let words: EnglishWordList?
    let concepts: ConceptTable
    let recognizer: TermRecognizer?
    let lexicon: BilingualLexicon?
    let calques: CalqueIndex?
    let reader: PinyinReader
    // What is made when it is first asked for.
    let compiledCalques = Memo<CalqueIndex>()
    let readings = Mutex<[Int: [TermMeaning.Reading]]>([:])
    let namedTerms = Mutex<[String: [NamedTerm]]>([:])
    let conceptFacts = Mutex<[Int: ConceptFacts]>([:])
    let plainReadings = Mutex<[UInt32: [String]]>([:])

    init(
      words: EnglishWordList?, concepts: ConceptTable, recognizer: TermRecognizer?, lexicon: BilingualLexicon?,
      calques: CalqueIndex?, reader: PinyinReader
    ) {
      self.words = words
      self.concepts = concepts
      self.recognizer = recognizer
      self.lexicon = lexicon
      self.calques = calques
      self.reader = reader
    }
  }

  /// The terms of the glossary taken apart, or nil without a dictionary.
  ///
  /// Compiled when they are first asked for, where they are not kept.
  var calqueIndex: CalqueIndex? {
    if let calques = data.calques { return calques }
    return lexicon.map { lexicon in
      data.compiledCalques.value {
        do throws(LexiconError) {
          let bytes = CalqueIndex.compiled(from: concepts, lexicon, identity: [])
          return try CalqueIndex(store: ByteStore(copying: bytes), identity: [])
        } catch {
          preconditionFailure("freshly compiled terms cannot be opened: \(error)")
        }
      }
    }
  }

  /// A term of a concept as what a form may stand for, made once.
  func reading(concept: Int, term: Int) -> TermMeaning.Reading {
    data.readings.withLock { known in
      if let readings = known[concept] { return readings[term] }
      let readings = concepts.entry(at: concept).terms.enumerated().map { TermMeaning.Reading(concept, $0, $1) }
      known[concept] = readings
      return readings[term]
    }
  }

  /// What is known of a concept; `look` is asked the first time.
  func facts(ofConcept concept: Int, _ look: (ConceptEntry) -> ConceptFacts) -> ConceptFacts {
    data.conceptFacts.withLock { known in
      if let facts = known[concept] { return facts }
      let facts = look(concepts.entry(at: concept))
      known[concept] = facts
      return facts
    }
  }

  /// How each Chinese character is read, by ``plainPinyin(_:)``, none for other scalars; asked once for each character.
  func plainReadings(of scalars: [UInt32]) -> [[String]] {
    data.plainReadings.withLock { known in
      scalars.map { scalar in
        guard scalar.isHan else { return [] }
        if let readings = known[scalar] { return readings }
        let readings = reader.readings(of: scalar).map { plainPinyin($0.flat) }
        known[scalar] = readings
        return readings
      }
    }
  }

  /// The terms of several words that end in a capitalised one, made once.
  func namedTerms(endingIn head: String) -> [NamedTerm] {
    data.namedTerms.withLock { known in
      if let terms = known[head] { return terms }
      let terms = concepts.terms(endingIn: head).map { place in
        NamedTerm(reading(concept: Int(place.concept), term: Int(place.term)))
      }
      known[head] = terms
      return terms
    }
  }

  /// Whether a word that no list knows is right all the same: a word of the glossary, or pinyin of two syllables and
  /// more, written as a name.
  func acceptsUnknownWord(_ word: WordForm) -> Bool {
    concepts.hasWord(word.key) || (word.isCapitalized || word.hasInnerCapitals) && isPinyin(word)
  }

  private func isPinyin(_ word: WordForm) -> Bool {
    word.key.utf8.count >= 4 && word.key.utf8.allSatisfy(Characters.isLower)
      && (Pinyin.syllables(in: word.key)?.count ?? 0) >= 2
  }
}

/// Pinyin in lower case with `u` for `ü`, however that is written: `yu`, `v`.
func plainPinyin(_ letters: String) -> String {
  guard letters.utf8.contains(where: { $0 == 0x79 || $0 == 0x76 }) else { return letters }
  var plain: [UInt8] = []
  for byte in letters.utf8 {
    if byte == 0x75, plain.last == 0x79 { plain.removeLast() }
    plain.append(byte == 0x76 ? 0x75 : byte)
  }
  return String(decoding: plain, as: UTF8.self)
}

extension Rule {
  /// A finding of this rule.
  ///
  /// `span` is a stretch of `text.view`.
  public func finding(
    _ unit: LintUnit, _ side: Side, _ text: LintText, _ span: TextSpan, severity: Severity? = nil, _ message: String,
    suggestions: [String] = [], isSafe: Bool = false
  ) -> Finding {
    let decoded = text.view.fileSpan(of: span)
    return Finding(
      rule: Self.metadata.id, severity: severity ?? Self.metadata.severity, span: text.raw.fileSpan(of: decoded),
      decodedSpan: decoded, text: text.raw.string(in: decoded), message: message, suggestions: suggestions,
      isSafe: isSafe, segment: unit.id, side: unit.source == nil && unit.id == nil ? nil : side)
  }
}
