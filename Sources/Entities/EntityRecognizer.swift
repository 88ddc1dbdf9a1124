import Lexicon
import Names
import Terminology
import TextCore

/// Finds the names, terms, quantities and dates of a text.
///
/// The glossary comes first; beside it people are found by their titles and by what they do, places and organisations by
/// the words that end their names. Everything works without installed dictionaries, and better with them. Repair the
/// text first: residue of pinyin inside a word hides it.
public struct EntityRecognizer: Sendable {
  private let terms: GlossaryTerms?
  private let lexicon: BilingualLexicon?
  private let englishWords: EnglishWordList?
  private let reader: PinyinReader

  /// Creates a recogniser.
  ///
  /// - Parameters:
  ///   - terms: finds the terms of the glossary; nil for none.
  ///   - concepts: the concepts that `terms` was made from, in the same order.
  ///   - readings: the readings of characters, beside those of the commonest ones of names.
  ///   - lexicon: tells common Chinese words from names.
  ///   - englishWords: tells common English words from names.
  public init(
    terms: TermRecognizer? = nil, concepts: [ConceptEntry] = [], readings: HanReadings? = nil,
    lexicon: BilingualLexicon? = nil, englishWords: EnglishWordList? = nil
  ) {
    self.init(
      terms.map { GlossaryTerms($0, concepts: ConceptTable(concepts)) }, readings: readings, lexicon: lexicon,
      englishWords: englishWords)
  }

  /// Creates a recogniser with a glossary ready to work with; the rest as for
  /// ``init(terms:concepts:readings:lexicon:englishWords:)``.
  public init(
    glossary: CompiledGlossary?, readings: HanReadings? = nil, lexicon: BilingualLexicon? = nil,
    englishWords: EnglishWordList? = nil
  ) {
    self.init(
      glossary.map { GlossaryTerms($0.recognizer, concepts: $0.concepts) }, readings: readings, lexicon: lexicon,
      englishWords: englishWords)
  }

  private init(
    _ terms: GlossaryTerms?, readings: HanReadings?, lexicon: BilingualLexicon?, englishWords: EnglishWordList?
  ) {
    self.terms = terms
    self.lexicon = lexicon
    self.englishWords = englishWords
    reader = readings.map { PinyinReader($0) } ?? PinyinReader()
  }

  /// The mentions in a text as ``found(in:language:nested:knowing:)`` gives them, put into words at once.
  public func mentions(
    in text: MappedText, language: Language, nested: Bool = false, knowing names: EstablishedNames = EstablishedNames()
  ) -> [EntityMention] {
    Array(found(in: text, language: language, nested: nested, knowing: names))
  }

  /// The mentions in a text, sorted; spans are offsets in `text.utf8`.
  ///
  /// Where mentions overlap the longest stands; with `nested`, those inside it are given as well. Traditional text is
  /// recognised like Simplified. Where the text is a part of a document, give the names that the whole one establishes.
  /// Costs a few passes over the text.
  public func found(
    in text: MappedText, language: Language, nested: Bool = false, knowing names: EstablishedNames = EstablishedNames()
  ) -> EntityMentions {
    var mentions = EntityMentions(in: text)
    var memory = TermMemory()
    find(&mentions, language: language, nested: nested, knowing: names, &memory)
    return mentions
  }

  /// Finds the mentions of the text that `mentions` has begun with; `memory` is of this recogniser alone.
  func find(
    _ mentions: inout EntityMentions, language: Language, nested: Bool, knowing names: EstablishedNames,
    _ memory: inout TermMemory
  ) {
    let text = mentions.text
    let hits = hits(in: text, language: language, nested: nested, &memory)
    append(hits, to: &mentions, language: language)
    ValueMentions(text, language: language).append(to: &mentions)
    switch language {
    case .chinese: chinese(text, hits).append(to: &mentions, knowing: names)
    case .english: english(text, hits).append(to: &mentions, knowing: names)
    }
    MentionSelection.settle(&mentions, nested: nested)
    if language == .chinese { RegionContext.resolve(&mentions) }
  }

  /// The quantities and dates alone, sorted.
  ///
  /// Costs a pass over the text.
  public func values(in text: MappedText, language: Language) -> EntityMentions {
    var mentions = EntityMentions(in: text)
    ValueMentions(text, language: language).append(to: &mentions)
    MentionSelection.settle(&mentions, nested: false)
    return mentions
  }

  /// The people whose names a document establishes, for reading its parts one at a time.
  ///
  /// Costs about as much as ``mentions(in:language:nested:knowing:)``.
  public func establishedNames(in document: MappedText, language: Language) -> EstablishedNames {
    var memory = TermMemory()
    let hits = hits(in: document, language: language, nested: false, &memory)
    var names = EstablishedNames()
    switch language {
    case .chinese: names.chinese = chinese(document, hits).establishedNames()
    case .english: names.english = english(document, hits).establishedNames()
    }
    return names
  }

  private func chinese(_ text: MappedText, _ hits: [TermHit]) -> ChineseMentions {
    ChineseMentions(text, hits: hits, lexicon: lexicon, reader: reader)
  }

  private func english(_ text: MappedText, _ hits: [TermHit]) -> EnglishMentions {
    EnglishMentions(text, hits: hits, words: englishWords) { [terms] in terms?.id(ofConcept: $0) }
  }

  /// Adds the terms of the glossary.
  private func append(_ hits: [TermHit], to mentions: inout EntityMentions, language: Language) {
    for hit in hits {
      let confidence = hit.isDoubtful ? 0.6 : hit.isTyped ? 0.95 : 0.9
      if hit.kind != .person, let place = mentions.known.concepts[hit.concept] {
        mentions.add(hit.span, hit.kind, confidence: confidence, at: place)
        continue
      }
      let place = mentions.place(of: detail(of: hit, in: mentions.text, language: language))
      if hit.kind != .person { mentions.known.concepts[hit.concept] = place }
      mentions.add(hit.span, hit.kind, confidence: confidence, at: place)
    }
  }

  private func detail(of hit: TermHit, in text: MappedText, language: Language) -> FindingDetail {
    let id = terms?.id(ofConcept: hit.concept) ?? ""
    var detail = FindingDetail(conceptID: id, evidence: [.glossary(conceptID: id)], isBody: hit.isBody)
    guard hit.kind == .person else { return detail }
    let words = text.string(in: hit.span)
    detail.keys =
      language == .chinese ? PersonKeys.keys(ofChinese: words, reader: reader) : PersonKeys.keys(ofEnglish: words)
    detail.value = detail.keys.first
    return detail
  }

  /// The glossary terms of the text; of 雷州市长 the place is 雷州, and `new hope` is no company.
  private func hits(
    in text: MappedText, language: Language, nested: Bool, _ memory: inout TermMemory
  ) -> [TermHit] {
    let hits = terms?.hits(in: text, language: language, nested: nested, &memory) ?? []
    return language == .chinese
      ? hits.map { PlaceBeforeTitle.trimmed($0, in: text) }
      : hits.filter { !NameInSmallLetters.isOrdinary($0, in: text, words: englishWords) }
  }
}
