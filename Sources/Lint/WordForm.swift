import Lexicon
import TextCore

/// One spelling of a word in a text, however often it stands there.
///
/// The texts of a document share it: a list of forms is a list of references.
public final class WordForm: Sendable {
  /// The spelling as it stands.
  public let text: String
  /// The spelling in lower case.
  public let key: String
  /// How many bytes ``text`` has.
  let length: Int
  /// The number of the form in its ``Vocabulary``.
  let number: Int
  /// The number of ``key`` in the vocabulary: forms that differ in capitals alone share it.
  let keyNumber: Int
  /// Whether it begins with a capital and goes on in lower case.
  public let isCapitalized: Bool
  /// Whether it has capitals beyond the first letter.
  public let hasInnerCapitals: Bool
  /// The rules that look for it, as words they look for.
  let groups: WordGroups

  /// See ``stem``.
  private let keptStem = Memo<WordStem>()

  convenience init(_ spelling: some Collection<UInt8>, key: String, number: Int, keyNumber: Int) {
    let plain = WordForm(spelling, key: key, number: number, keyNumber: keyNumber, groups: [])
    self.init(spelling, key: key, number: number, keyNumber: keyNumber, groups: WordGroups(of: plain))
  }

  private init(_ spelling: some Collection<UInt8>, key: String, number: Int, keyNumber: Int, groups: WordGroups) {
    text = String(decoding: spelling, as: UTF8.self)
    length = spelling.count
    self.key = key
    self.number = number
    self.keyNumber = keyNumber
    self.groups = groups
    hasInnerCapitals = spelling.dropFirst().contains(where: Characters.isUpper)
    isCapitalized = Characters.isUpper(spelling.first ?? 0) && !hasInnerCapitals
  }

  /// The stem of ``key``; made once.
  var stem: WordStem { keptStem.value { WordStem(of: key) } }

  /// Whether the form has no capitals.
  var isLower: Bool { text == key }
}
