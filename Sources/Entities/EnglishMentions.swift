import Lexicon
import Names
import TextCore

/// The people, titles, places and organisations of one English text that the glossary does not have.
struct EnglishMentions {
  private let source: MappedText
  private let text: EnglishText
  private let hits: [TermHit]
  private let words: EnglishWordList?
  private let conceptID: (_ concept: Int) -> String?

  /// Reads a text; `conceptID` gives the ids of the concepts that the hits name.
  init(
    _ source: MappedText, hits: [TermHit], words: EnglishWordList?, conceptID: @escaping (_ concept: Int) -> String?
  ) {
    self.source = source
    text = EnglishText(source)
    self.hits = hits.sorted { $0.span < $1.span }
    self.words = words
    self.conceptID = conceptID
  }

  /// Adds all mentions; `names` are those that another part of the document established.
  func append(to mentions: inout EntityMentions, knowing names: EstablishedNames) {
    let taken = takenWords()
    let people = people(taken: taken)
    for found in people {
      let detail = FindingDetail(value: found.keys.first, keys: found.keys, evidence: [found.evidence])
      mentions.add(text.span(found.words), .person, confidence: found.confidence, detail)
    }
    appendSurnames(of: people, taken: taken, to: &mentions, knowing: names)
    for place in EnglishPlaceFinder(text: text, isWord: isWord).names() {
      mentions.add(text.span(place.words), place.kind, confidence: place.confidence, detail(place))
    }
    appendTitles(to: &mentions)
    for place in KnownPlaceFinder.places(in: text) {
      mentions.add(text.span(place.range), place: place.place, named: \.chinese)
    }
  }

  /// For each word, whether a glossary term of another kind than a person covers it.
  private func takenWords() -> [Bool] {
    var result = [Bool](repeating: false, count: text.words.count)
    var index = 0
    for hit in hits where hit.kind != .person {
      while index < text.words.count, text.words[index].span.end <= hit.span.start { index += 1 }
      var covered = index
      while covered < text.words.count, text.words[covered].span.start < hit.span.end {
        result[covered] = true
        covered += 1
      }
    }
    return result
  }

  /// The names that this text establishes, by surname.
  func establishedNames() -> [String: EstablishedNames.Person] {
    persons(of: people(taken: takenWords())).mapValues(\.person)
  }

  private func isWord(_ word: String) -> Bool {
    EnglishWords.leadingWords.contains(word) || (words.map { $0.containsExactly(word) } ?? false)
  }

  private func people(taken: [Bool]) -> [EnglishPersonFinder.Found] {
    EnglishPersonFinder(text: text, isWord: isWord) { range in range.contains { taken[$0] } }.names()
  }

  /// The people of the text by surname, with the byte where each is first named; without surnames of several people.
  private func persons(
    of people: [EnglishPersonFinder.Found]
  ) -> [String: (person: EstablishedNames.Person, start: Int)] {
    var persons: [String: (person: EstablishedNames.Person, start: Int)] = [:]
    var ambiguous: Set<String> = []
    func note(_ surname: String, _ person: EstablishedNames.Person, start: Int) {
      guard let known = persons[surname] else {
        persons[surname] = (person, start)
        return
      }
      if known.person != person { ambiguous.insert(surname) }
      persons[surname]?.start = min(known.start, start)
    }
    var glossaryStarts: Set<Int> = []
    for hit in hits where hit.kind == .person {
      glossaryStarts.insert(hit.span.start)
      let name = source.string(in: hit.span).split(separator: " ").map { $0.lowercased() }
      guard name.count == 2 else { continue }
      let surname = Surnames.isPinyinOfSurname(name[0]) ? name[0] : name[1]
      note(surname, EstablishedNames.Person(concept: conceptID(hit.concept), key: nil), start: hit.span.start)
    }
    for found in people {
      let start = text.words[found.words.lowerBound].span.start
      guard let key = found.keys.first, let surname = key.split(separator: " ").first.map(String.init), key != surname,
        !glossaryStarts.contains(start)
      else { continue }
      note(surname, EstablishedNames.Person(concept: nil, key: key), start: start)
    }
    for surname in ambiguous { persons[surname] = nil }
    return persons
  }

  /// Later mentions of a person by surname alone: `Ma also witnessed`.
  private func appendSurnames(
    of people: [EnglishPersonFinder.Found], taken: [Bool], to mentions: inout EntityMentions,
    knowing names: EstablishedNames
  ) {
    var persons = names.english.mapValues { (person: $0, start: -1) }
    for (surname, found) in self.persons(of: people) { persons[surname] = found }
    if persons.isEmpty { return }
    for index in text.words.indices {
      let word = text.words[index]
      guard word.isCapitalised, !taken[index], isAlone(index) else { continue }
      let isFollowed =
        index + 1 < text.words.count && text.words[index + 1].followsDirectly
        && !text.words[index + 1].traits.isDisjoint(with: [.sayVerb, .follower])
      guard isFollowed || !word.startsSentence && !word.traits.contains(.pinyinWord),
        let (person, start) = persons[text.lower(word)], word.span.start > start
      else { continue }
      let detail = FindingDetail(
        conceptID: person.concept, value: person.key, keys: person.key.map { [$0] } ?? [], evidence: [.repeated])
      mentions.add(word.span, .person, confidence: isFollowed ? 0.75 : 0.6, detail)
    }
  }

  /// Whether no capitalised word stands right beside this one.
  private func isAlone(_ index: Int) -> Bool {
    let word = text.words[index]
    if word.followsDirectly, index > 0, text.words[index - 1].isCapitalised, !text.words[index - 1].startsSentence {
      return false
    }
    guard index + 1 < text.words.count else { return true }
    let next = text.words[index + 1]
    return !(next.followsDirectly && next.isCapitalised && !word.isPossessive)
  }

  private func appendTitles(to mentions: inout EntityMentions) {
    for index in text.words.indices where text.words[index].traits.contains(.office) {
      let titles = EnglishWords.officeTitles[text.lower(text.words[index])] ?? []
      guard let title = titles.filter({ stands($0, at: index) }).max(by: { $0.count < $1.count }) else { continue }
      mentions.add(
        text.span(index..<index + title.count), .title, confidence: 0.8, FindingDetail(evidence: [.form]))
    }
  }

  /// Whether the words of a title stand at an index, only spaces between them.
  private func stands(_ title: [String], at index: Int) -> Bool {
    guard index + title.count <= text.words.count else { return false }
    return title.enumerated().allSatisfy { offset, part in
      let word = text.words[index + offset]
      guard offset == 0 || word.followsDirectly else { return false }
      let lower = text.lower(word)
      return lower == part || word.isPossessive && lower + "'s" == part
    }
  }

  private func detail(_ found: EnglishPlaceFinder.Found) -> FindingDetail {
    let name = text.words[found.words].filter { $0.traits.isDisjoint(with: [.of, .the]) }
      .map(text.string).filter { $0 != found.suffix }
    let key = name.map { Pinyin.flat($0) }.joined()
    return FindingDetail(value: key, keys: [key], evidence: [.suffix(found.suffix)])
  }
}
