/// The sound of a foreign name, made once to be compared with many.
public struct TransliterationKey: Hashable, Sendable {
  /// Skeletons of the name or its telling part, and of all its parts joined.
  public let skeletons: [String]

  /// Creates the key of a Chinese transliteration; of a name with dots its last part counts, and the whole.
  public init(chinese: String, reader: PinyinReader = PinyinReader()) {
    let parts = chinese.split { (character: Character) in "·・•‧".contains(character) }
    let tail = parts.last.map(String.init) ?? chinese
    skeletons =
      Transliteration.skeletons(ofChinese: tail, reader: reader)
      + (parts.count > 1 ? Transliteration.skeletons(ofChinese: chinese, reader: reader) : [])
  }

  /// Creates the key of an English name; each of its words counts, and all of them joined.
  public init(english: String) {
    let words = english.split { (character: Character) in character == " " || character == "-" }.map(String.init)
    skeletons = (words + (words.count > 1 ? [words.joined()] : [])).map { Transliteration.skeleton(ofEnglish: $0) }
  }

  /// How alike the two names sound, 0 to 1: one less the edit distance of the best pair of skeletons over the longer
  /// one's length.
  ///
  /// Below three consonants on either side it is never more than 0.5.
  public func similarity(to other: TransliterationKey) -> Double {
    var best = 0.0
    for mine in skeletons {
      for theirs in other.skeletons { best = max(best, Transliteration.similarity(mine, theirs)) }
    }
    return best
  }
}
