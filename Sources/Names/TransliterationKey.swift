/// The sound of a foreign name, made once to be compared with many.
public struct TransliterationKey: Hashable, Sendable {
  private enum Side: Hashable, Sendable { case chinese, english }

  private let side: Side
  /// The sounds of the name or its telling part, and of all its parts joined.
  private let sounds: [[UInt8]]
  /// The index of the sounds of an English surname, which stands last.
  private let surname: Int?

  /// Creates the key of a Chinese transliteration; of a name with dots its last part counts, and the whole.
  public init(chinese: String, reader: PinyinReader = PinyinReader()) {
    let parts = chinese.split { (character: Character) in "·・•‧".contains(character) }
    let tail = parts.last.map(String.init) ?? chinese
    side = .chinese
    surname = nil
    sounds =
      NameSounds.sounds(ofChinese: tail, reader: reader)
      + (parts.count > 1 ? NameSounds.sounds(ofChinese: chinese, reader: reader) : [])
  }

  /// Creates the key of an English name; each of its words counts, the last two joined, and all of them.
  public init(english: String) {
    let words = english.split { (character: Character) in character == " " || character == "-" }
      .map { EnglishName.plain(String($0)) }.filter { $0.utf8.count > 1 }.suffix(8)
    var texts = Array(words)
    if words.count > 1 { texts.append(words.suffix(2).joined()) }
    if words.count > 2 { texts.append(words.joined()) }
    side = .english
    surname = words.isEmpty ? nil : words.count - 1
    sounds = texts.map { NameSounds.sounds(ofEnglish: $0) }
  }

  /// How alike a Chinese and an English name sound, 0 to 1; 0 for two names of one language.
  ///
  /// The best pair of their sounds counts, an English surname a hundredth more than another word. Names of fewer than
  /// two consonants are never more than 0.5 alike. This is weak evidence by itself: of a
  /// hundred names one in seven has another that sounds as near.
  public func similarity(to other: TransliterationKey) -> Double {
    guard side != other.side else { return 0 }
    let (chinese, english) = side == .chinese ? (self, other) : (other, self)
    var best = 0.0
    for (index, word) in english.sounds.enumerated() {
      for spelled in chinese.sounds {
        let alike = SoundDistance.similarity(chinese: spelled, english: word)
        best = max(best, min(1, index == english.surname ? alike + 0.01 : alike))
      }
    }
    return best
  }
}
