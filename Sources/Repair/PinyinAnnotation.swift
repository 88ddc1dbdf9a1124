import Lexicon
import TextCore

/// A syllable in ASCII parentheses behind some character: `協(xié)`.
struct PinyinAnnotation {
  /// The character before the parenthesis.
  let base: UInt32
  /// The index of `(`.
  let start: Int
  /// The index behind `)`.
  let end: Int
  let syllable: String
  let isToned: Bool

  /// The annotations in a text, in order, whatever stands before them.
  static func all(in text: ScalarText) -> [PinyinAnnotation] {
    var result: [PinyinAnnotation] = []
    for index in text.values.indices where text.values[index] == 0x28 && index > 0 {
      if let annotation = PinyinAnnotation(at: index, in: text) { result.append(annotation) }
    }
    return result
  }

  /// The annotation whose `(` is at `index`, or nil.
  init?(at index: Int, in text: ScalarText) {
    guard let close = Self.closingParenthesis(after: index + 1, in: text) else { return nil }
    let letters = text.values[(index + 1)..<close]
    base = text[index - 1]
    start = index
    end = close + 1
    syllable = String(scalars: letters)
    isToned = letters.contains(where: Self.isToned)
  }

  /// The index of the `)` that ends a syllable beginning at `index`, or nil if there is none.
  static func closingParenthesis(after index: Int, in text: ScalarText) -> Int? {
    var end = index
    while end - index <= PinyinSyllables.longest, isLetter(text[end]) { end += 1 }
    guard end > index, text[end] == 0x29, isSyllable(text.values[index..<end]) else { return nil }
    return end
  }

  /// Whether a syllable and `)` stand at `index`: the rest of an annotation.
  static func continues(at index: Int, in text: ScalarText) -> Bool {
    closingParenthesis(after: index, in: text) != nil
  }

  /// Whether the letters spell one syllable, with at most one tone mark.
  private static func isSyllable(_ letters: ArraySlice<UInt32>) -> Bool {
    guard letters.count(where: isToned) <= 1, let syllable = PinyinSyllable(String(scalars: letters)) else {
      return false
    }
    return PinyinSyllables.containsAny(syllable.letters)
  }

  /// Whether the scalar can be part of a syllable in lower case.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || scalar == 0xFC || isToned(scalar)
  }

  private static func isToned(_ scalar: UInt32) -> Bool {
    scalar > 0x7F && Unicode.Scalar(scalar).map(PinyinSyllable.isToned) ?? false
  }
}
