import Lexicon
import TextCore

/// Which two Han characters make a word, or stand together in one.
struct WordPairs: Sendable {
  private let lexicon: BilingualLexicon?

  init(lexicon: BilingualLexicon?) { self.lexicon = lexicon }

  /// 1 for the pairs that every text has, less for words that only a dictionary knows, 0 for the rest.
  func weight(of first: UInt32, _ second: UInt32) -> Double {
    if CommonWords.contains(first, second) { return 1 }
    guard let lexicon, CommonCharacters.contains(first), CommonCharacters.contains(second) else { return 0 }
    let word = String(scalars: [Folding.simplified(first), Folding.simplified(second)])
    return lexicon.entry(ofFolded: word.utf8) == nil ? 0 : 0.08
  }
}
