/// An English spelling of a name, cut into words and the pieces between hyphens, in plain lower-case letters.
public struct EnglishName: Hashable, Sendable {
  struct Word: Hashable, Sendable {
    /// The parts between hyphens.
    var pieces: [String]
    var letters: String { pieces.joined() }
    var isHyphenated: Bool { pieces.count > 1 }
  }

  let words: [Word]

  /// Cuts a spelling such as `Vincent CHENG Wing-shun`; forms of address are left out.
  public init(_ text: String) {
    var words: [Word] = []
    for part in text.split(whereSeparator: { $0 == " " || $0 == "." || $0 == "," || $0 == "\u{A0}" }) {
      let pieces = part.split(whereSeparator: { $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" || $0 == "\u{2013}" })
        .map { Self.plain(String($0)) }.filter { !$0.isEmpty }
      guard !pieces.isEmpty, words.count < 8 else { continue }
      if !(pieces.count == 1 && Self.forms.contains(pieces[0])) { words.append(Word(pieces: pieces)) }
    }
    self.words = words
  }

  /// Lower-case ASCII letters, diacritics and apostrophes dropped.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let letter = base(of: scalar) { result.append(letter) }
    }
    return result
  }

  /// The ASCII letter under the diacritics of a Latin scalar, in lower case.
  private static func base(of scalar: Unicode.Scalar) -> Character? {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if lower.value >= 0x61 && lower.value <= 0x7A { return Character(lower) }
    guard lower.value >= 0xC0 else { return nil }
    return plainLetters[lower]
  }

  private static let plainLetters: [Unicode.Scalar: Character] = {
    var result: [Unicode.Scalar: Character] = [:]
    let rows: [(Character, String)] = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįıǐ"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľłŀ"), ("n", "ñńņň"), ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšș"),
      ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔǖǘǚǜ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    for (letter, marked) in rows { for scalar in marked.unicodeScalars { result[scalar] = letter } }
    return result
  }()

  /// Forms of address before a name.
  private static let forms: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "dame", "general", "president",
  ]
}
