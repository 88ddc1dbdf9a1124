import Lexicon
import Names
import TextCore

/// The people, titles, places and organisations of one Chinese text that the glossary does not have.
struct ChineseMentions {
  private let source: MappedText
  private let text: HanText
  private let hits: [TermHit]
  private let lexicon: BilingualLexicon?
  private let reader: PinyinReader

  init(_ source: MappedText, hits: [TermHit], lexicon: BilingualLexicon?, reader: PinyinReader) {
    self.source = source
    text = HanText(source)
    self.hits = hits
    self.lexicon = lexicon
    self.reader = reader
  }

  /// All mentions; `names` are those that another part of the document established.
  func all(knowing names: EstablishedNames) -> [EntityMention] {
    let ranges = hits.map { text.index(ofByte: $0.span.start)..<text.index(ofByte: $0.span.end) }
    let persons = persons(ranges: ranges, knowing: names)
    let isWord = isCommonWord()
    let known = KnownPlaceFinder.places(in: text, isWord: isWord)
    let starts = Set(ranges.map(\.lowerBound)).union(known.map(\.range.lowerBound))
    let ends = Set(ranges.map(\.upperBound)).union(persons.map(\.range.upperBound)).union(known.map(\.range.upperBound))
    var isPerson = [Bool](repeating: false, count: text.count)
    for person in persons { for index in person.range { isPerson[index] = true } }
    let places = ChinesePlaceFinder(
      text: text, nameStarts: starts, nameEnds: ends, isPerson: { [isPerson] in isPerson[$0] },
      isWord: isWord
    ).names()
    return mentions(of: persons) + titles() + places.map(mention)
      + known.map(mention)
      + ForeignNameFinder.names(in: text).map { range in
        EntityMention(
          span: text.span(range), kind: .person, text: source.string(in: text.span(range)), evidence: [.form],
          confidence: 0.7)
      }
  }

  /// The names that this text establishes, with their confidence.
  func establishedNames() -> [[UInt32]: Double] {
    let ranges = hits.map { text.index(ofByte: $0.span.start)..<text.index(ofByte: $0.span.end) }
    var result: [[UInt32]: Double] = [:]
    for person in persons(ranges: ranges, knowing: EstablishedNames()) {
      let name = Array(text.scalars[person.range])
      result[name] = max(person.confidence, result[name] ?? 0)
    }
    return result
  }

  private func persons(ranges: [Range<Int>], knowing names: EstablishedNames) -> [ChinesePersonFinder.Found] {
    var owners = [Int32](repeating: -1, count: text.count)
    for (number, range) in ranges.enumerated() where hits[number].kind != .person {
      for index in range { owners[index] = Int32(truncatingIfNeeded: number) }
    }
    var people = ChinesePersonFinder(text: text, isWord: isCommonWord()) { range in
      range.contains { $0 < owners.count && owners[$0] >= 0 }
    }
    let known = zip(hits, ranges).filter { $0.0.kind == .person }.map(\.1)
    return people.names(known: known, established: names.chinese)
  }

  /// Whether the dictionary has scalars of the text as a word that is no name.
  private func isCommonWord() -> (Range<Int>) -> Bool {
    guard let lexicon else { return { _ in false } }
    return { [lexicon, text] range in
      guard range.count > 1, range.upperBound <= text.count, let entry = lexicon.entry(ofFolded: text.utf8(range))
      else { return false }
      return !lexicon.canBeName(entry)
    }
  }

  private func mentions(of persons: [ChinesePersonFinder.Found]) -> [EntityMention] {
    // A name comes many times, and its keys cost a hundred look-ups.
    var keys: [String: (keys: [String], english: String?)] = [:]
    return persons.map { found in
      let span = text.span(found.range)
      let name = text.string(found.range)
      let known = keys[name] ?? PersonKeys.keysAndEnglish(ofChinese: name, reader: reader)
      keys[name] = known
      return EntityMention(
        span: span, kind: .person, text: source.string(in: span), value: known.keys.first,
        keys: known.keys, counterpart: known.english, evidence: [found.evidence],
        confidence: found.confidence)
    }
  }

  private func mention(_ found: ChinesePlaceFinder.Found) -> EntityMention {
    let span = text.span(found.range)
    let suffix = found.suffix.unicodeScalars.count
    let name = text.string(found.range.lowerBound..<found.range.upperBound - suffix)
    // Half a name in pinyin would be the key of another place.
    let value = reader.canRead(name) ? reader.flatPinyin(of: name) : nil
    return EntityMention(
      span: span, kind: found.kind, text: source.string(in: span), value: value,
      keys: value.map { [$0] } ?? [], evidence: [.suffix(found.suffix)], confidence: found.confidence)
  }

  private func mention(_ found: KnownPlaceFinder.Found) -> EntityMention {
    let span = text.span(found.range)
    return EntityMention(
      span: span, kind: .place, text: source.string(in: span), value: found.place.key, keys: [found.place.key],
      counterpart: found.place.english, evidence: [.gazetteer], confidence: 0.85)
  }

  private func titles() -> [EntityMention] {
    var result: [EntityMention] = []
    var index = 0
    while index < text.count {
      let length = text.traits[index].contains(.title) ? ChineseWords.titles.length(in: text, at: index) : 0
      if length > 0 {
        let span = text.span(index..<index + length)
        result.append(
          EntityMention(span: span, kind: .title, text: source.string(in: span), evidence: [.form], confidence: 0.8))
      }
      index += max(length, 1)
    }
    return result
  }
}
