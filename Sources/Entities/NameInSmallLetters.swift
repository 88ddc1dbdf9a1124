import Lexicon
import TextCore

/// Tells names of the glossary from words that are only spelled like them: `new hope`, `the time`.
enum NameInSmallLetters {
  /// Whether the words of a hit are ordinary English rather than the name of a person, a place or an organisation.
  ///
  /// They are written small, all of them are in the word list, and none says what kind of body or place it names, as
  /// those of `supreme court` do.
  static func isOrdinary(_ hit: TermHit, in text: MappedText, words list: EnglishWordList?) -> Bool {
    guard let list, hit.kind == .organisation || hit.kind == .place || hit.kind == .person else { return false }
    let bytes = text.utf8[hit.span.range]
    // The first letter is large at the beginning of a sentence.
    guard !bytes.dropFirst().contains(where: { $0 &- 0x41 < 26 || $0 >= 0x80 }) else { return false }
    let isCapitalised = bytes.first.map { $0 &- 0x41 < 26 } ?? false
    let words = String(decoding: bytes, as: UTF8.self).lowercased().split(separator: " ")
    if isCapitalised && words.first != "the" { return false }
    return words.allSatisfy { word in list.containsExactly(word) && !saysItsKind(String(word)) }
  }

  private static func saysItsKind(_ word: String) -> Bool {
    EnglishWords.organisationSuffixes.contains(word) || EnglishWords.organisationHeads.contains(word)
      || EnglishWords.placeSuffixes.contains(word)
  }
}
