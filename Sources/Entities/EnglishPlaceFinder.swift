import TextCore

/// Finds English places and organisations by the words that end or begin their names: `Huimin County`,
/// `Ministry of Commerce`.
struct EnglishPlaceFinder {
  struct Found {
    var words: Range<Int>
    var kind: EntityKind
    var suffix: String
    var confidence: Double
  }

  let text: EnglishText
  let isWord: (String) -> Bool

  /// The names by place.
  ///
  /// Costs a pass over the words.
  func names() -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < text.words.count {
      if let found = withHead(at: index) ?? withSuffix(at: index) {
        result.append(found)
        index = found.words.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// `Ministry of Commerce`, `Bank of China`, `University of Hong Kong`.
  private func withHead(at index: Int) -> Found? {
    let head = text.words[index]
    guard head.isCapitalised, EnglishWords.organisationHeads.contains(head.lower), let of = direct(index + 1),
      of.lower == "of"
    else { return nil }
    var end = index + 2
    if let article = direct(end), article.lower == "the" { end += 1 }
    let first = end
    while let word = direct(end), end < first + 5 {
      let isJoint = word.lower == "and" && (direct(end + 1)?.isCapitalised ?? false)
      guard word.isCapitalised || isJoint, !EnglishWords.titles.contains(word.lower), !Self.roles.contains(word.lower)
      else { break }
      end += 1
    }
    guard end > first else { return nil }
    return Found(words: index..<end, kind: .organisation, suffix: head.text, confidence: 0.75)
  }

  /// `Huimin County`, `Zhejiang Gongshang University`.
  private func withSuffix(at index: Int) -> Found? {
    guard isNamePart(text.words[index]) else { return nil }
    var end = index + 1
    guard !text.words[index].isPossessive else { return nil }
    while let word = direct(end), isNamePart(word), end < index + 4, !text.words[end - 1].isPossessive { end += 1 }
    guard let suffix = direct(end), !text.words[end - 1].isPossessive else { return nil }
    let isPlace = EnglishWords.placeSuffixes.contains(suffix.lower)
    guard suffix.isCapitalised, isPlace || EnglishWords.organisationSuffixes.contains(suffix.lower) else { return nil }
    // What stands before the suffix must be a name, not ordinary words in capitals.
    let ordinary = (index..<end).count { isWord(text.words[$0].lower) }
    guard ordinary < end - index else { return nil }
    let kind: EntityKind = isPlace ? .place : .organisation
    return Found(words: index..<end + 1, kind: kind, suffix: suffix.text, confidence: ordinary == 0 ? 0.75 : 0.6)
  }

  private static let roles: Set<String> = ["analyst", "spokesman", "spokeswoman", "official", "investigator"]

  private func isNamePart(_ word: EnglishText.Word) -> Bool {
    word.isCapitalised && word.text.count >= 2 && !EnglishWords.leadingWords.contains(word.lower)
      && !EnglishWords.placeSuffixes.contains(word.lower) && !EnglishWords.organisationSuffixes.contains(word.lower)
      && !EnglishWords.titles.contains(word.lower) && !EnglishWords.addresses.contains(word.lower)
  }

  private func direct(_ index: Int) -> EnglishText.Word? {
    guard index < text.words.count, text.words[index].followsDirectly else { return nil }
    return text.words[index]
  }
}
