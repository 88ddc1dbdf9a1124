import Lexicon
import Terminology
import TextCore

/// The forms under which terms are looked up.
enum SearchKeys {
  /// The folded text without space at its ends and with single spaces inside.
  static func folded(_ text: String) -> String {
    let folded = Folding.folded(text)
    if isTidy(folded.utf8) { return folded }
    return folded.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }

  /// Whether the text surely has nothing but single spaces inside: what nearly every term looks like.
  private static func isTidy(_ utf8: String.UTF8View) -> Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      // C2 and E2 may begin the line ends of Unicode.
      if byte < 0x20 || byte == 0xC2 || byte == 0xE2 || (byte == 0x20 && last == 0x20) { return false }
      last = byte
    }
    return last != 0x20
  }

  /// The folded text with each Han character a word of its own, for the full-text table: `1688 网 站`.
  static func characters(of folded: String) -> String {
    var result = String.UnicodeScalarView()
    var wasHan = false
    for scalar in folded.unicodeScalars {
      let isHan = scalar.value.isHan
      if (isHan || wasHan) && !result.isEmpty { result.append(" ") }
      result.append(scalar)
      wasHan = isHan
    }
    return String(result)
  }
}

/// The key under which inflected forms of an English term meet.
enum EnglishKey {
  /// The stems of the folded term's words, without a leading `to` or article: `taobao villages` becomes `taobao villag`.
  static func key(ofFolded folded: String) -> String {
    words(of: folded).map { EnglishStemmer.stem($0) }.joined(separator: " ")
  }

  /// Whether two folded terms of the same key are forms of the same words: `villages` and `village`, but not
  /// `universe` and `university`.
  static func areForms(_ first: String, _ second: String) -> Bool {
    let pairs = (words(of: first), words(of: second))
    return pairs.0.count == pairs.1.count
      && zip(pairs.0, pairs.1).allSatisfy { one, other in
        one == other || !Set(EnglishForms.lemmas(of: one)).isDisjoint(with: EnglishForms.lemmas(of: other))
      }
  }

  private static func words(of folded: String) -> ArraySlice<Substring> {
    let words = folded.split(separator: " ")[...]
    return words.count > 1 && ["to", "a", "an", "the"].contains(words[0]) ? words.dropFirst() : words
  }
}
