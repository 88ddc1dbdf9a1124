/// The stem of English words: what their inflected and derived forms share.
///
/// The English stemmer of Snowball, also known as Porter2, written after its published description
/// (https://snowballstem.org/algorithms/english/stemmer.html) as of Snowball 3. A stem is for comparing, not for
/// showing.
public enum EnglishStemmer {
  /// The stem of a word.
  ///
  /// Letters are taken in lower case; other letters than English ones stay.
  public static func stem(_ word: some StringProtocol) -> String {
    String(decoding: stem(utf8: word.utf8), as: UTF8.self)
  }

  /// The stem of the UTF-8 bytes of a word.
  ///
  /// Costs the length of the word.
  @inlinable
  public static func stem(utf8 word: some Sequence<UInt8>) -> [UInt8] { stem(of: Array(word)) }

  @usableFromInline
  static func stem(of word: [UInt8]) -> [UInt8] {
    var letters = word
    for index in letters.indices where letters[index] &- 0x41 < 26 { letters[index] |= 0x20 }
    if letters.count <= 2 { return letters }
    if letters[0] == 0x27 { letters.removeFirst() }
    if letters.count <= 6, let index = exceptions.firstIndex(of: letters) { return stemsOfExceptions[index] }
    var stemmer = PorterStemmer(letters)
    stemmer.run()
    return stemmer.result
  }

  /// Words that the rules would spoil, and those that must stay.
  private static let exceptions = [
    "skis", "skies", "idly", "gently", "ugly", "early", "only", "singly", "sky", "news", "howe", "atlas", "cosmos",
    "bias", "andes",
  ].map { Array($0.utf8) }

  private static let stemsOfExceptions = [
    "ski", "sky", "idl", "gentl", "ugli", "earli", "onli", "singl", "sky", "news", "howe", "atlas", "cosmos", "bias",
    "andes",
  ].map { Array($0.utf8) }
}
