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
    guard head.isCapitalised, head.traits.contains(.organisationHead), direct(index + 1)?.traits.contains(.of) == true
    else { return nil }
    var end = index + 2
    if direct(end)?.traits.contains(.the) == true { end += 1 }
    let first = end
    while let word = direct(end), end < first + 5 {
      let isJoint = word.traits.contains(.and) && (direct(end + 1)?.isCapitalised ?? false)
      guard word.isCapitalised || isJoint, !word.traits.contains(.title), !Self.roles.contains(text.lower(word))
      else { break }
      end += 1
    }
    guard end > first else { return nil }
    return Found(words: index..<end, kind: .organisation, suffix: text.string(head), confidence: 0.75)
  }

  /// `Huimin County`, `Zhejiang Gongshang University`.
  private func withSuffix(at index: Int) -> Found? {
    guard isNamePart(text.words[index]) || isNew(at: index), !text.words[index].isPossessive else { return nil }
    var end = index + 1
    while let word = direct(end), isNamePart(word), end < index + 4, !text.words[end - 1].isPossessive { end += 1 }
    guard let suffix = direct(end), !text.words[end - 1].isPossessive else { return nil }
    let isPlace = suffix.traits.contains(.placeSuffix)
    guard suffix.isCapitalised, isPlace || suffix.traits.contains(.organisationSuffix) else { return nil }
    // What stands before the suffix must be a name, not ordinary words in capitals.
    let ordinary = (index..<end).count { isWord(text.lower(text.words[$0])) }
    guard ordinary < end - index else { return nil }
    let kind: EntityKind = isPlace ? .place : .organisation
    return Found(
      words: index..<(isPlace ? end + 1 : endOfField(behind: end)), kind: kind, suffix: text.string(suffix),
      confidence: ordinary == 0 ? 0.75 : 0.6)
  }

  /// Whether the word is the first of a known place, such as the New of New York.
  private func isNew(at index: Int) -> Bool {
    let word = text.words[index]
    guard word.isCapitalised, word.traits.contains(.knownPlace), let next = direct(index + 1) else { return false }
    return Gazetteer.shared.name(of: text.string(word)) { $0 == 1 ? text.string(next) : nil } != nil
  }

  /// The end of a name that goes on with its field: `Massachusetts Institute of Technology`.
  private func endOfField(behind suffix: Int) -> Int {
    guard direct(suffix + 1)?.traits.contains(.of) == true, !text.words[suffix].isPossessive,
      let field = direct(suffix + 2), field.isCapitalised,
      field.traits.isDisjoint(with: [.leadingWord, .title, .address])
    else { return suffix + 1 }
    var end = suffix + 3
    while end < suffix + 6, !text.words[end - 1].isPossessive, let word = direct(end),
      word.isCapitalised || word.traits.contains(.and) && direct(end + 1)?.isCapitalised == true
    {
      end += 1
    }
    return end
  }

  private static let roles: Set<String> = ["analyst", "spokesman", "spokeswoman", "official", "investigator"]

  private func isNamePart(_ word: EnglishText.Word) -> Bool {
    word.isCapitalised && word.length >= 2 && word.traits.isDisjoint(with: .notInNames)
  }

  private func direct(_ index: Int) -> EnglishText.Word? {
    guard index < text.words.count, text.words[index].followsDirectly else { return nil }
    return text.words[index]
  }
}
