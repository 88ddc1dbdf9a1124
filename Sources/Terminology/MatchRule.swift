/// How far a text may depart from a term, and where in it the term may stand.
public enum MatchRule: String, Hashable, Sendable, CaseIterable, Codable {
  /// In every inflected form, at the boundaries of words: the usual rule.
  case inflected
  /// As written, at the boundaries of words.
  case word
  /// As written to the letter, without folding of width or script, at the boundaries of words.
  case exact
  /// Inside words too.
  case substring
}
