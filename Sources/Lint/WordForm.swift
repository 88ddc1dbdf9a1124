import TextCore

/// One spelling of a word in a text, however often it stands there.
public struct WordForm: Hashable, Sendable {
  /// The spelling as it stands.
  public let text: String
  /// The spelling in lower case.
  public let key: String
  /// The number of the form in its ``Vocabulary``.
  let number: Int
  /// The number of ``key`` in the vocabulary: forms that differ in capitals alone share it.
  let keyNumber: Int
  /// Whether it begins with a capital and goes on in lower case.
  public let isCapitalized: Bool
  /// Whether it has capitals beyond the first letter.
  public let hasInnerCapitals: Bool
  /// The rules that look for it, as words they look for.
  private(set) var groups: WordGroups = []

  init(_ spelling: some Collection<UInt8>, key: String, number: Int, keyNumber: Int) {
    text = String(decoding: spelling, as: UTF8.self)
    self.key = key
    self.number = number
    self.keyNumber = keyNumber
    hasInnerCapitals = spelling.dropFirst().contains(where: Characters.isUpper)
    isCapitalized = Characters.isUpper(spelling.first ?? 0) && !hasInnerCapitals
    groups = WordGroups(of: self)
  }

  /// Whether the form has no capitals.
  var isLower: Bool { text == key }
}
