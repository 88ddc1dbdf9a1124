import Lexicon
import TextCore

/// Finds the word that was meant.
enum SpellingCorrection {
  /// The known word that is one slip away, or the plural of one, or nil.
  static func form(nextTo key: String, _ words: EnglishWordList) -> String? {
    if let word = word(nextTo: key, words) { return word }
    guard key.utf8.count >= 8, key.hasSuffix("s"), !key.hasSuffix("ss") else { return nil }
    return word(nextTo: String(key.dropLast()), words).map { $0.hasSuffix("s") ? $0 : $0 + "s" }
  }

  /// The known word that is one slip away, or nil.
  ///
  /// The likelier slips come first: two letters exchanged, one too many, one missing, one wrong.
  static func word(nextTo key: String, _ words: EnglishWordList) -> String? {
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
