import Terminology
import TextCore

/// What a term is looked up by.
struct SearchKeys {
  let folded: String
  /// Nil for Chinese, and where it equals ``folded``.
  let english: String?
  let pinyin: PinyinKeys?

  init(of term: Term, pinyinOf: ((String) -> String?)?) {
    folded = Self.folded(term.text)
    if term.language.isChinese {
      english = nil
      pinyin = (term.pinyin ?? pinyinOf?(term.text)).flatMap { PinyinKeys($0) }
    } else {
      let key = EnglishKey.key(ofFolded: folded)
      english = key == folded ? nil : key
      pinyin = nil
    }
  }

  /// The folded text without space at its ends and with single spaces inside.
  static func folded(_ text: String) -> String {
    Folding.folded(text).split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }).joined(separator: " ")
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
  /// The folded term with each word in its base form, without a leading `to` or article: `taobao villages` becomes
  /// `taobao village`.
  static func key(ofFolded folded: String) -> String {
    var words = folded.utf8.split(separator: UInt8(ascii: " ")).map { base(of: $0) }
    if words.count > 1, ["to", "a", "an", "the"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// The word without a plural ending.
  private static func base(of word: Substring.UTF8View) -> String {
    var bytes = Array(word)
    if bytes.count > 3, bytes.suffix(2).elementsEqual("'s".utf8) { bytes.removeLast(2) }
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s"), bytes.allSatisfy({ $0 &- 0x61 < 26 || $0 == 0x2D }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let stem = bytes.dropLast()
    if bytes.count > 4, stem.suffix(2).elementsEqual("ie".utf8) { return string(stem.dropLast(2)) + "y" }
    if ["se", "xe", "ze", "che", "she"].contains(where: { stem.hasSuffix($0.utf8) }), bytes.count > 4 {
      return string(stem.dropLast())
    }
    if ["s", "u", "i"].contains(where: { stem.hasSuffix($0.utf8) }) { return string(bytes[...]) }
    return string(stem)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: String.UTF8View) -> Bool { suffix(other.count).elementsEqual(other) }
}
