import Lexicon
import TextCore

/// Which two Han characters make a word, or stand together in one.
///
/// A class, because the searches ask it millions of times and a lexicon is costly to hand over.
final class WordPairs: Sendable {
  private let isWord: (@Sendable (_ word: String) -> Bool)?

  init(lexicon: BilingualLexicon?) {
    if let lexicon {
      isWord = { word in lexicon.entry(ofFolded: word.utf8) != nil }
    } else {
      isWord = nil
    }
  }

  /// 1 for the pairs that every text has, less for words that only a dictionary knows, 0 for the rest.
  func weight(of first: UInt32, _ second: UInt32) -> Double {
    if CommonWords.contains(first, second) { return 1 }
    guard CommonCharacters.contains(first), CommonCharacters.contains(second) else { return 0 }
    return isWord([first, second]) ? 0.08 : 0
  }

  /// Whether the dictionary has a word of these characters, in either script.
  func isWord(_ scalars: [UInt32]) -> Bool {
    isWord.map { $0(String(scalars: scalars.map { Folding.simplified($0) })) } ?? false
  }
}
