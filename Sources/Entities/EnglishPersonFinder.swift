import Names
import TextCore

/// Finds personal names in English text: pinyin that reads as a Chinese name, Taiwanese and Western names with a reason.
///
/// Costs a pass over the words.
struct EnglishPersonFinder {
  struct Found {
    /// Indices of words.
    var words: Range<Int>
    var evidence: EntityEvidence
    var confidence: Double
    /// The keys of the name, the likelier first.
    var keys: [String]
  }

  let text: EnglishText
  /// Whether the word is an ordinary English word in lower case.
  let isWord: (String) -> Bool
  /// Whether the words overlap a glossary term of another kind.
  let isTaken: (Range<Int>) -> Bool

  func names() -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < text.words.count {
      if let found = name(at: index), !isTaken(found.words) {
        result.append(found)
        index = found.words.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func name(at index: Int) -> Found? {
    let word = text.words[index]
    guard word.isCapitalised, !word.traits.contains(.leadingWord) || text.lower(word) == "he" else { return nil }
    return chineseName(at: index) ?? taiwaneseName(at: index) ?? westernName(at: index) ?? titledName(at: index)
  }

  // MARK: Pinyin

  /// `Huang Liandong`, `Liandong Huang`, `Xi'an Li`.
  private func chineseName(at index: Int) -> Found? {
    guard let next = direct(index + 1), next.isCapitalised, !text.words[index].isPossessive
    else { return nil }
    let first = text.words[index]
    // A third capitalised word makes a place or a title of it, unless it is a given name written apart.
    if let key = key(surname: first, given: next) {
      if let third = direct(index + 2), third.isCapitalised, !next.isPossessive,
        let long = self.key(surname: first, given: next, third), isPlain(third)
      {
        return Found(words: index..<index + 3, evidence: .form, confidence: 0.75, keys: [long])
      }
      return Found(words: index..<index + 2, evidence: evidence(for: index..<index + 2), confidence: 0.85, keys: [key])
    }
    if let key = key(surname: next, given: first), isCommonOrder(first, next), isAlone(index..<index + 2) {
      return Found(words: index..<index + 2, evidence: evidence(for: index..<index + 2), confidence: 0.7, keys: [key])
    }
    return nil
  }

  /// The key of a surname and a given name in pinyin, or nil if they are not.
  private func key(surname: EnglishText.Word, given: EnglishText.Word, _ second: EnglishText.Word? = nil) -> String? {
    guard isSurname(surname), text.mayEndPinyin(second ?? given) else { return nil }
    let family = Pinyin.flat(text.string(surname))
    let letters = text.string(given) + (second.map(text.string) ?? "")
    guard let cut = Pinyin.syllables(in: letters), (1...2).contains(cut.count),
      !EnglishWords.placesLikeNames.contains(family + Pinyin.flat(letters))
    else { return nil }
    if second != nil, Pinyin.syllables(in: text.string(given))?.count != 1 { return nil }
    // Two English words that happen to be pinyin (`Long Man`) are no name; one of them may be.
    let isWordPair = isEnglish(surname) && isEnglish(given)
    if isWordPair || cut.count == 1 && isEnglish(given) && surname.startsSentence { return nil }
    if cut.count == 1, isEnglish(surname), !surname.startsSentence, isWord(text.lower(surname)) { return nil }
    if surname.isAllCapitals, surname.length > 1, !given.isCapitalised { return nil }
    return family + " " + Pinyin.flat(letters)
  }

  private func isEnglish(_ word: EnglishText.Word) -> Bool {
    word.traits.contains(.pinyinWord) && !Self.safeSurnames.contains(text.lower(word))
      || word.length > 4 && isWord(text.lower(word))
  }

  /// Surnames that are English words only in theory.
  private static let safeSurnames: Set<String> = [
    "li", "wu", "hu", "lu", "xi", "ma", "lin", "yang", "tang", "feng", "mao", "fan", "pan", "ding", "yin", "lei", "lan",
    "gong", "mu", "gu", "su",
    "ni", "ji", "wen", "hong", "sha", "nie",
  ]

  /// The given name first is believed only where it has two syllables, or an English speaker's habit is plain.
  private func isCommonOrder(_ given: EnglishText.Word, _ surname: EnglishText.Word) -> Bool {
    (Pinyin.syllables(in: text.string(given))?.count ?? 0) == 2 && !isEnglish(given) && !isEnglish(surname)
      && !Surnames.isPinyinOfSurname(Pinyin.flat(text.string(given)))
  }

  /// Whether no other capitalised word stands right before or behind, as in `Haizhu Xindu Hui Square`.
  private func isAlone(_ range: Range<Int>) -> Bool {
    let first = text.words[range.lowerBound]
    if range.lowerBound > 0, first.followsDirectly {
      let before = text.words[range.lowerBound - 1]
      if before.isCapitalised, before.traits.isDisjoint(with: [.leadingWord, .title, .address]) { return false }
    }
    return direct(range.upperBound)?.isCapitalised != true || text.words[range.upperBound - 1].isPossessive
  }

  private func isPlain(_ word: EnglishText.Word) -> Bool {
    word.traits.isDisjoint(with: [.placeSuffix, .organisationSuffix, .pinyinWord]) && !isWord(text.lower(word))
  }

  // MARK: Other names

  /// `Tsai Ing-wen`, `Kai-Fu Lee`: a given name of two parts with a hyphen.
  private func taiwaneseName(at index: Int) -> Found? {
    guard let next = direct(index + 1), next.isCapitalised else { return nil }
    let first = text.words[index]
    let (surname, given) =
      isHyphenatedGiven(next) ? (first, next) : isHyphenatedGiven(first) ? (next, first) : (first, first)
    guard surname.span != given.span, !surname.hasHyphen, surname.length <= 6, !surname.isAllCapitals
    else { return nil }
    let key = text.lower(surname) + " " + text.lower(given).replacing("-", with: "")
    return Found(words: index..<index + 2, evidence: .form, confidence: 0.7, keys: [key])
  }

  private func isHyphenatedGiven(_ word: EnglishText.Word) -> Bool {
    guard word.hasHyphen, word.isCapitalised, !word.isAllCapitals else { return false }
    let parts = text.lower(word).split(separator: "-")
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { (2...6).contains($0.count) && !isWord(String($0)) && Self.isSyllabic($0) }
  }

  /// Whether letters look like one syllable of a Chinese or Korean name.
  private static func isSyllabic(_ letters: Substring) -> Bool {
    var groups = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel && !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    return groups == 1
  }

  /// `Jack Ma`, `Mark Zuckerberg`: a usual given name, then another capitalised word.
  private func westernName(at index: Int) -> Found? {
    let first = text.words[index]
    guard first.traits.contains(.givenName), !first.isPossessive, let next = direct(index + 1),
      isSurnameLike(next)
    else { return nil }
    let range = index..<index + 2
    return Found(
      words: range, evidence: evidence(for: range),
      confidence: first.startsSentence && isWord(text.lower(first)) ? 0.55 : 0.75,
      keys: [text.lower(next) + " " + text.lower(first)])
  }

  /// A name behind a title or a form of address: `Governor Zhu`, `Chairman Daniel Zhang`.
  private func titledName(at index: Int) -> Found? {
    guard index > 0 else { return nil }
    let before = text.words[index - 1]
    guard before.isCapitalised, !before.traits.isDisjoint(with: [.address, .title]) else { return nil }
    let isAddress = before.traits.contains(.address)
    guard isAddress || direct(index) != nil else { return nil }
    var end = index
    while end < min(text.words.count, index + 3), end == index || direct(end) != nil, isSurnameLike(text.words[end]) {
      end += 1
      if text.words[end - 1].isPossessive { break }
    }
    guard end > index else { return nil }
    if end - index == 1, !isAddress, !isSurname(text.words[index]) { return nil }
    let words = text.words[index..<end].map(text.lower)
    let key = ([words[words.count - 1]] + (words.count > 1 ? [words.dropLast().joined()] : [])).joined(separator: " ")
    return Found(
      words: index..<end, evidence: .title(text.string(before)), confidence: isAddress ? 0.8 : 0.65, keys: [key])
  }

  private func isSurnameLike(_ word: EnglishText.Word) -> Bool {
    word.isCapitalised && !word.isAllCapitals && word.length >= 2 && word.traits.isDisjoint(with: .notInNames)
      && (word.traits.contains(.surname) || !isWord(text.lower(word)))
  }

  private func isSurname(_ word: EnglishText.Word) -> Bool {
    !word.hasHyphen && (word.traits.contains(.surname) || isMarkedSurname(word))
  }

  /// Whether the word is a surname with a tone mark or two dots: `Lü`.
  private func isMarkedSurname(_ word: EnglishText.Word) -> Bool {
    word.length <= 12 && text.isMarked(word) && Surnames.isPinyinOfSurname(Pinyin.flat(text.string(word)))
  }

  // MARK: Context

  /// The word at the index if only a space parts it from the one before.
  private func direct(_ index: Int) -> EnglishText.Word? {
    guard index < text.words.count, text.words[index].followsDirectly else { return nil }
    return text.words[index]
  }

  private func evidence(for range: Range<Int>) -> EntityEvidence {
    if range.lowerBound > 0 {
      let before = text.words[range.lowerBound - 1]
      if !before.traits.isDisjoint(with: [.title, .address]) { return .title(text.string(before)) }
    }
    if let next = direct(range.upperBound), next.traits.contains(.sayVerb) { return .verbOfSaying }
    return .form
  }
}
