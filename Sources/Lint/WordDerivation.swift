import Lexicon

/// Words that no list has because they are made of words that it has.
enum WordDerivation {
  /// Whether a word in lower case is a form of a known word, or of one made of known words.
  static func isInflected(_ word: String, _ words: EnglishWordList) -> Bool {
    EnglishForms.lemmas(of: word).contains { words.contains($0) || isDerived($0, words) }
  }

  /// Whether a word is made of known ones: a known word with a prefix or an ending that makes new words freely, or two
  /// known words, each of four letters and more or one that many compounds have.
  static func isDerived(_ word: String, _ words: EnglishWordList) -> Bool {
    let letters = Array(word.utf8)
    guard letters.count >= 5, letters.count <= Word.longestEnglish else { return false }
    func isKnown(_ part: ArraySlice<UInt8>) -> Bool { part.count >= 4 && words.contains(part) }
    for prefix in freePrefixes
    where letters.count >= 7 && letters.starts(with: prefix) && isKnown(letters.dropFirst(prefix.count)) {
      return true
    }
    for ending in freeEndings where letters.count > ending.count && letters.suffix(ending.count).elementsEqual(ending) {
      let stem = letters.dropLast(ending.count)
      // “Coder” from “code”; but a short word with an ending may be a slip of another one.
      if letters.count < 7 {
        if stem.count == 3, stem.last != 0x65, isKnown(stem + [0x65]) { return true }
        continue
      }
      if isKnown(stem) || isKnown(stem + [0x65]) { return true }  // code, coder
      if stem.last == 0x69, isKnown(stem.dropLast() + [0x79]) { return true }  // classify, classifier
    }
    if shortParts.contains(where: { letters.starts(with: $0) && isKnown(letters.dropFirst($0.count)) }) { return true }
    if shortParts.contains(where: { letters.suffix($0.count).elementsEqual($0) && isKnown(letters.dropLast($0.count)) })
    {
      return true
    }
    return letters.count >= 8
      && (4...(letters.count - 4)).contains { cut in
        letters.count - cut >= 4 && letters[cut - 1] != letters[cut] && isKnown(letters[..<cut])
          && isKnown(letters[cut...])
      }
  }

  private static let freePrefixes = [
    "re", "pre", "un", "non", "sub", "multi", "over", "under", "anti", "inter", "micro", "mini", "super", "semi",
    "auto",
    "co", "de", "mis", "out", "counter", "cyber", "bio", "eco", "geo", "tele", "trans", "ultra", "pseudo", "meta",
  ].map { Array($0.utf8) }
  /// Short words that many compounds begin or end with: backend, keyring, shakeout.
  private static let shortParts = [
    "out", "end", "off", "key", "man", "web", "net", "air", "sea", "sun", "day", "top", "box", "pad",
  ].map { Array($0.utf8) }
  private static let freeEndings = [
    "er", "or", "ist", "ee", "ism", "ish", "less", "like", "wise", "ware", "hood", "ship", "dom", "able", "ness", "ful",
  ].map { Array($0.utf8) }
}
