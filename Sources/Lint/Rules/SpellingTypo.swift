import Lexicon
import TextCore

/// Finds slips of a finger: `dissemintaing`, `furrious`.
public struct SpellingTypo: TextRule {
  public static let metadata = RuleMetadata(
    id: "spelling/typo",
    summary: "An unknown word is one letter away from a known one.",
    rationale: "A letter was left out, doubled, or put in the wrong place.",
    remedy: "Write the known word.",
    severity: .warning,
    certainty: "Fairly sure: names, pinyin, terms of the glossary, code, and words used several times are left alone.",
    examples: [
      .flagged("the ⟦informaiton⟧ of the city", corrected: "the information of the city"),
      .flagged("a ⟦signnificant⟧ change", corrected: "a significant change"),
      .flagged("the ⟦populaton⟧ of the city", corrected: "the population of the city"),
      .clean("the information of Taobao in Shaxi"),
      .clean("Run foo_informaiton and see informaiton.org."),
      .clean("A vlog of the city"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    guard let words = context.words else { return [] }
    let text = place.text
    var counts: [String: Int] = [:]
    for word in text.words { counts[word.key, default: 0] += 1 }
    return text.words.indices.compactMap { index -> Finding? in
      let word = text.words[index]
      guard counts[word.key] ?? 0 < 3, isSuspect(at: index, in: text, words), !context.acceptsUnknownWord(word) else {
        return nil
      }
      guard let right = Self.correction(of: word.key, words) else { return nil }
      return finding(place, word.span, "“\(word.text)” is no word; it may be “\(right)”", suggestions: [right])
    }
  }

  /// Whether a word in lower case stands alone and is unknown.
  private func isSuspect(at index: Int, in text: LintText, _ words: EnglishWordList) -> Bool {
    let word = text.words[index]
    guard word.text == word.key, (6...Word.longestEnglish).contains(word.key.utf8.count), !word.isPartOfCode,
      !text.isSkipped(word.span)
    else {
      return false
    }
    guard word.key.utf8.allSatisfy(Characters.isLower), !words.contains(word.key) else { return false }
    let ties: [UInt8] = [0x2D, 0x27, 0x2A, 0x5F, 0x26, 0x3B]
    if ties.contains(text.byte(at: word.span.start - 1)) || ties.contains(text.byte(at: word.span.end)) { return false }
    return !EnglishForms.lemmas(of: word.key).contains { words.contains($0) }
  }

  /// The known word that is one slip away, or nil.
  ///
  /// The likelier slips come first: two letters exchanged, one too many, one missing, one wrong.
  static func correction(of key: String, _ words: EnglishWordList) -> String? {
    let letters = Array(key.utf8)
    guard (1...Word.longestEnglish).contains(letters.count) else { return nil }
    func known(_ bytes: [UInt8]) -> String? {
      let word = String(decoding: bytes, as: UTF8.self)
      return words.contains(word) && !words.isName(word) ? word : nil
    }
    for index in 0..<(letters.count - 1) where letters[index] != letters[index + 1] {
      var copy = letters
      copy.swapAt(index, index + 1)
      if let word = known(copy) { return word }
    }
    for index in letters.indices.dropFirst() {
      var copy = letters
      copy.remove(at: index)
      if let word = known(copy) { return word }
    }
    for index in 1...letters.count {
      for letter in UInt8(0x61)...0x7A {
        var copy = letters
        copy.insert(letter, at: index)
        if let word = known(copy) { return word }
      }
    }
    guard letters.count >= 8 else { return nil }
    for index in letters.indices.dropFirst() {
      for letter in UInt8(0x61)...0x7A where letter != letters[index] {
        var copy = letters
        copy[index] = letter
        if let word = known(copy) { return word }
      }
    }
    return nil
  }
}
