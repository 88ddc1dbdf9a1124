import Lexicon
import Names
import TextCore

/// Where names that other means have found begin and end in a text, and where people are, by its scalars.
struct NameMarks {
  private var marks: [UInt8]

  init(count: Int) { marks = [UInt8](repeating: 0, count: count + 1) }

  /// Takes note of a term of the glossary or a place of the gazetteer.
  mutating func add(_ range: Range<Int>) {
    marks[range.lowerBound] |= 1
    marks[range.upperBound] |= 2
  }

  /// Takes note of a person.
  mutating func add(person range: Range<Int>) {
    marks[range.upperBound] |= 2
    for index in range { marks[index] |= 4 }
  }

  /// Whether a term or a known place begins at the index.
  func isStart(_ index: Int) -> Bool { has(1, index) }

  /// Whether a term, a known place or a person ends right before the index.
  func isEnd(_ index: Int) -> Bool { has(2, index) }

  /// Whether a person's name covers the scalar.
  func isPerson(_ index: Int) -> Bool { has(4, index) }

  private func has(_ mark: UInt8, _ index: Int) -> Bool { marks.indices.contains(index) && marks[index] & mark != 0 }
}

/// The people, titles, places and organisations of one Chinese text that the glossary does not have.
struct ChineseMentions {
  private let text: HanText
  private let hits: [TermHit]
  private let lexicon: BilingualLexicon?
  private let reader: PinyinReader

  init(_ text: MappedText, hits: [TermHit], lexicon: BilingualLexicon?, reader: PinyinReader) {
    self.text = HanText(text)
    self.hits = hits
    self.lexicon = lexicon
    self.reader = reader
  }

  /// Adds all mentions; `names` are those that another part of the document established.
  func append(to mentions: inout EntityMentions, knowing names: EstablishedNames) {
    let ranges = ranges(of: hits)
    let persons = persons(ranges: ranges, knowing: names)
    let isWord = isCommonWord()
    let known = KnownPlaceFinder.places(in: text, isWord: isWord)
    var marks = NameMarks(count: text.count)
    for number in hits.indices where !isSuffix(number, ranges) { marks.add(ranges[number]) }
    for place in known { marks.add(place.range) }
    for person in persons { marks.add(person: person.range) }
    append(persons, to: &mentions)
    appendTitles(to: &mentions)
    let places = ChinesePlaceFinder(text: text, marks: marks, isWord: isWord).names()
    for place in places {
      mentions.add(text.span(place.range), place.kind, confidence: place.confidence, detail(place))
    }
    for place in known { mentions.add(text.span(place.range), place: place.place, named: \.english) }
    for range in ForeignNameFinder.names(in: text) {
      mentions.add(text.span(range), .person, confidence: 0.7, FindingDetail(evidence: [.form]))
    }
  }

  /// The names that this text establishes, with their confidence.
  func establishedNames() -> [[UInt32]: Double] {
    let ranges = ranges(of: hits)
    var result: [[UInt32]: Double] = [:]
    for person in persons(ranges: ranges, knowing: EstablishedNames()) {
      let name = Array(text.scalars[person.range])
      result[name] = max(person.confidence, result[name] ?? 0)
    }
    return result
  }

  /// Whether a term is only the word that ends names: the glossary explains 有限公司, and knows no company by it.
  ///
  /// A company that the glossary does know keeps its name, by which its counterpart is found: 阿里巴巴 in 阿里巴巴（河南）有限公司.
  private func isSuffix(_ number: Int, _ ranges: [Range<Int>]) -> Bool {
    let range = ranges[number]
    guard hits[number].kind == .term,
      ChinesePlaceFinder.organisationSuffixes.length(in: text, at: range.lowerBound) == range.count
    else { return false }
    return !(max(0, number - 4)..<number).contains { before in
      hits[before].kind == .organisation && range.lowerBound - ranges[before].upperBound < 14
    }
  }

  /// The scalars of each hit.
  private func ranges(of hits: [TermHit]) -> [Range<Int>] {
    // Hits come in reading order, so each is looked for from the one before.
    var start = 0
    return hits.map { hit in
      start = text.index(ofByte: hit.span.start, from: start)
      return start..<text.index(ofByte: hit.span.end, from: start)
    }
  }

  private func persons(ranges: [Range<Int>], knowing names: EstablishedNames) -> [ChinesePersonFinder.Found] {
    var isTaken = [Bool](repeating: false, count: text.count)
    for (number, range) in ranges.enumerated() where hits[number].kind != .person {
      for index in range { isTaken[index] = true }
    }
    var people = ChinesePersonFinder(text: text, isWord: isCommonWord()) { [isTaken] range in
      range.contains { $0 < isTaken.count && isTaken[$0] }
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

  private func append(_ persons: [ChinesePersonFinder.Found], to mentions: inout EntityMentions) {
    for found in persons {
      let sighting = KnownDetails.Sighting(name: text.string(found.range), evidence: found.evidence)
      let place = mentions.known.people[sighting] ?? mentions.place(of: detail(sighting))
      mentions.known.people[sighting] = place
      mentions.add(text.span(found.range), .person, confidence: found.confidence, at: place)
    }
  }

  private func detail(_ person: KnownDetails.Sighting) -> FindingDetail {
    let (keys, english) = PersonKeys.keysAndEnglish(ofChinese: person.name, reader: reader)
    return FindingDetail(value: keys.first, keys: keys, counterpart: english, evidence: [person.evidence])
  }

  private func detail(_ found: ChinesePlaceFinder.Found) -> FindingDetail {
    let suffix = found.suffix.unicodeScalars.count
    let name = text.string(found.range.lowerBound..<found.range.upperBound - suffix)
    // Half a name in pinyin would be the key of another place.
    let value = reader.canRead(name) ? reader.flatPinyin(of: name) : nil
    return FindingDetail(value: value, keys: value.map { [$0] } ?? [], evidence: [.suffix(found.suffix)])
  }

  private func appendTitles(to mentions: inout EntityMentions) {
    let titles = ChineseWords.titles
    var index = 0
    while index < text.count {
      let length = text.traits(at: index).contains(.title) ? titles.length(in: text, at: index) : 0
      if length > 0 {
        mentions.add(text.span(index..<index + length), .title, confidence: 0.8, FindingDetail(evidence: [.form]))
      }
      index += max(length, 1)
    }
  }
}
