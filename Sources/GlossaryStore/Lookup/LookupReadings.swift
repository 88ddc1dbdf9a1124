import Lexicon

/// How Chinese is read aloud, for what is looked up by its sound.
public struct LookupReadings {
  /// The readings of a text in pinyin with tones, the likeliest first; empty where a character has none.
  public let ofText: (_ chinese: String) -> [String]
  /// The readings of a character, the most usual first.
  public let ofCharacter: (_ scalar: UInt32) -> [PinyinSyllable]

  public init(
    ofText: @escaping (_ chinese: String) -> [String], ofCharacter: @escaping (_ scalar: UInt32) -> [PinyinSyllable]
  ) {
    self.ofText = ofText
    self.ofCharacter = ofCharacter
  }
}
