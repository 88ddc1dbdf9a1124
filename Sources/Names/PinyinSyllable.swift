/// One syllable of Hanyu pinyin.
public struct PinyinSyllable: Hashable, Sendable, CustomStringConvertible {
  /// The letters in lower case without a tone mark: `lü`, `zhong`.
  public let letters: String
  /// 1 to 4, 5 for the neutral tone; nil where it is not known.
  public let tone: Int?

  /// Creates a syllable from its letters (`ü`, `v` and `u:` are the same) and a tone.
  ///
  /// Nothing is checked.
  public init(letters: String, tone: Int? = nil) {
    self.letters = Pinyin.canonicalLetters(letters)
    self.tone = tone
  }

  /// Creates the syllable that is written `lǘ`, `lü2`, `lv2`, `lu:2` or `lü`; nil if it is none.
  public init?(_ text: some StringProtocol) {
    guard let (letters, tone) = Pinyin.lettersAndTone(of: text), Pinyin.isSyllable(letters) else { return nil }
    self.letters = letters
    self.tone = tone
  }

  /// The syllable with its tone mark: `lǘ`.
  ///
  /// The neutral tone has none.
  public var marked: String {
    guard let tone, (1...4).contains(tone), let place = markedVowel else { return letters }
    var result = String.UnicodeScalarView()
    for (index, scalar) in letters.unicodeScalars.enumerated() {
      result.append(index == place ? Pinyin.marked(scalar, tone: tone) : scalar)
    }
    return String(result)
  }

  /// The syllable with its tone as a number and `v` for `ü`: `lv2`.
  public var numbered: String { flat.replacing("ü", with: "v") + (tone.map(String.init) ?? "") }

  /// The letters alone, `v` for `ü`: `lv`.
  public var flat: String { letters.replacing("ü", with: "v") }

  /// The initial consonant (`zh`), empty for a syllable that begins with a vowel.
  ///
  /// `y` and `w` count as initials.
  public var initial: String {
    for two in ["zh", "ch", "sh"] where letters.hasPrefix(two) { return two }
    guard let first = letters.first, !"aoeiuü".contains(first) else { return "" }
    return String(first)
  }

  /// What follows the initial.
  public var final: String { String(letters.dropFirst(initial.count)) }

  public var description: String { marked }

  /// Where the mark goes: on `a` or `e`, on the `o` of `ou`, else on the last vowel.
  private var markedVowel: Int? {
    let scalars = Array(letters.unicodeScalars)
    if let index = scalars.firstIndex(where: { $0 == "a" || $0 == "e" }) { return index }
    if let index = scalars.firstIndex(of: "o"), index + 1 < scalars.count, scalars[index + 1] == "u" { return index }
    return scalars.lastIndex { "aeiouü".unicodeScalars.contains($0) }
  }
}
