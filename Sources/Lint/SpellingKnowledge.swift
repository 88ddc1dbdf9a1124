import Lexicon
import TextCore

/// What the word list and the glossary say of the spellings of one text; numbers are those of ``WordList/forms``.
struct SpellingKnowledge {
  /// Whether the word list has a spelling, as it stands or in lower case.
  let isKnown: [Bool]
  /// Whether a spelling that no list knows is right all the same: a name, a term of the glossary, an inflected word.
  private let isAccepted: [Bool]
  /// What an unknown spelling may stand for: the known word that is one slip away.
  private let corrections: [Int: String]

  /// Looks each spelling up once.
  init(_ forms: [WordForm], words: EnglishWordList, context: LintContext) {
    isKnown = forms.map { words.contains($0.text) || words.contains($0.key) }
    var isAccepted = isKnown
    var corrections: [Int: String] = [:]
    for (number, form) in forms.enumerated() where !isKnown[number] {
      isAccepted[number] =
        context.acceptsUnknownWord(form)
        || EnglishForms.lemmas(of: form.key).contains { words.contains($0) || Self.isDerived($0, words) }
      if !isAccepted[number], form.isLower, form.key.utf8.count >= 6 {
        corrections[number] = Self.correction(of: form.key, words)
      }
    }
    self.isAccepted = isAccepted
    self.corrections = corrections
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

  /// Whether a spelling without capitals is one that nothing knows.
  func isUnknown(_ form: Int) -> Bool { !isAccepted[form] }

  /// The known word that is one slip away from an unknown spelling of six letters and more, or nil.
  func correction(of form: Int) -> String? { corrections[form] }

  /// The known word that is one slip away, or nil.
  ///
  /// The likelier slips come first: two letters exchanged, one too many, one missing, one wrong.
  static func correction(of key: String, _ words: EnglishWordList) -> String? {
    let letters = Array(key.utf8)
    guard (1...Word.longestEnglish).contains(letters.count), letters.allSatisfy(Characters.isLower) else { return nil }
    func known(_ bytes: [UInt8]) -> String? {
      words.contains(bytes[...]) ? String(decoding: bytes, as: UTF8.self) : nil
    }
    var copy = letters
    for index in 0..<(letters.count - 1) where letters[index] != letters[index + 1] {
      copy.swapAt(index, index + 1)
      if let word = known(copy) { return word }
      copy.swapAt(index, index + 1)
    }
    for index in letters.indices.dropFirst() {
      copy.remove(at: index)
      if let word = known(copy) { return word }
      copy.insert(letters[index], at: index)
    }
    for index in 1...letters.count {
      copy.insert(0, at: index)
      for letter in UInt8(0x61)...0x7A {
        copy[index] = letter
        if let word = known(copy) { return word }
      }
      copy.remove(at: index)
    }
    guard letters.count >= 8 else { return nil }
    for index in letters.indices.dropFirst() {
      for letter in UInt8(0x61)...0x7A where letter != letters[index] {
        copy[index] = letter
        if let word = known(copy) { return word }
      }
      copy[index] = letters[index]
    }
    return nil
  }
}

extension LintContext {
  /// What is known of the spellings of a text, looked up once for each text; nil without a word list.
  func spelling(of text: LintText) -> SpellingKnowledge? {
    words.map { words in
      text.spelling.value {
        timer.measure("spellings") { SpellingKnowledge(text.words.forms, words: words, context: self) }
      }
    }
  }
}
