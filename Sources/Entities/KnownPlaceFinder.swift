import TextCore

/// Finds the places of the gazetteer.
enum KnownPlaceFinder {
  struct Found: Sendable {
    var range: Range<Int>
    /// The number of the place in the gazetteer.
    var place: Int
  }

  // MARK: Chinese

  /// The scalars of each place, its suffix (省, 市) with it, in a Chinese text.
  ///
  /// `isWord` says whether a dictionary has scalars as a common word. Costs a pass over the text.
  static func places(in text: HanText, isWord: (Range<Int>) -> Bool) -> [Found] {
    let gazetteer = Gazetteer.shared
    var result: [Found] = []
    var index = 0
    while index < text.count {
      guard text.traits(at: index).contains(.knownPlace),
        let (length, needsSuffix, place) = gazetteer.name(in: text, at: index)
      else {
        index += 1
        continue
      }
      let end = index + length
      let suffix = suffixLength(at: end, in: text)
      if suffix > 0 || !needsSuffix && !isPartOfWord(index..<end, in: text, isWord: isWord) {
        result.append(Found(range: index..<end + suffix, place: place))
      }
      index = end
    }
    return result
  }

  /// How long the suffix of a place is: 1 for the 省 of 广东省, 0 for that of 广东省委, which belongs to the office.
  private static func suffixLength(at index: Int, in text: HanText) -> Int {
    switch text.scalar(index) {
    case 0x7701, 0x5E02, 0x5DDE, 0x53BF:  // 省市州县
      let next = text.scalar(index + 1)
      return next == 0x957F || next == 0x59D4 || next == 0x573A || next == 0x6C11 || next == 0x503C ? 0 : 1  // 长委场民值
    default: return 0
    }
  }

  /// Whether the name is inside a longer common word: 海口 in 出海口, 大同 in 大同小异.
  private static func isPartOfWord(_ range: Range<Int>, in text: HanText, isWord: (Range<Int>) -> Bool) -> Bool {
    let start = range.lowerBound
    let end = range.upperBound
    guard range.count == 2 else { return false }
    if text.isHan(start - 1), isWord(start - 1..<end) { return true }
    if text.isHan(end), isWord(start..<end + 1) { return true }
    return text.isHan(end) && text.isHan(end + 1) && isWord(start..<end + 2)
  }

  // MARK: English

  /// The words of each place in an English text.
  ///
  /// Costs a pass over the words.
  static func places(in text: EnglishText) -> [Found] {
    let gazetteer = Gazetteer.shared
    var result: [Found] = []
    var index = 0
    while index < text.words.count {
      let word = text.words[index]
      guard word.isCapitalised, word.traits.contains(.knownPlace),
        let (count, place) = name(at: index, in: text, gazetteer),
        !isPersonal(index, count, in: text)
      else {
        index += 1
        continue
      }
      result.append(Found(range: index..<index + count, place: place))
      index += count
    }
    return result
  }

  private static func name(
    at index: Int, in text: EnglishText, _ gazetteer: Gazetteer
  ) -> (words: Int, place: Int)? {
    gazetteer.name(of: text.plain(text.words[index])) { offset in
      guard index + offset < text.words.count, text.words[index + offset].followsDirectly else { return nil }
      return text.plain(text.words[index + offset])
    }
  }

  /// Whether a place of one word is a person's name here: `Jordan Spieth`, `Jack London`.
  private static func isPersonal(_ index: Int, _ count: Int, in text: EnglishText) -> Bool {
    guard count == 1 else { return false }
    let word = text.words[index]
    if word.traits.contains(.givenName), index + 1 < text.words.count, text.words[index + 1].followsDirectly,
      text.words[index + 1].isCapitalised, !word.isPossessive
    {
      return true
    }
    guard index > 0, word.followsDirectly else { return false }
    return text.words[index - 1].traits.contains(.givenName) && text.words[index - 1].isCapitalised
  }
}
