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
    isToned = SyllableTable.isToned(letters)
  }

  /// The index of the `)` that ends a syllable beginning at `index`, or nil if there is none.
  static func closingParenthesis(after index: Int, in text: ScalarText) -> Int? {
    var end = index
    while end - index <= SyllableTable.maximumLength, SyllableTable.isLetter(text[end]) { end += 1 }
    guard end > index, text[end] == 0x29, SyllableTable.isSyllable(text.values[index..<end]) else { return nil }
    return end
  }
}

extension SyllableTable {
  /// Whether a syllable and `)` stand at `index`: the rest of an annotation.
  static func begins(at index: Int, in text: ScalarText) -> Bool {
    PinyinAnnotation.closingParenthesis(after: index, in: text) != nil
  }
}
