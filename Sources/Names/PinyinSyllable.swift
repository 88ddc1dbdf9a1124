import Lexicon

extension PinyinSyllable {
  /// The letters in ASCII without a tone, `v` for `ü`: `lv`.
  public var flat: String {
    if letters.utf8.allSatisfy({ $0 < 0x80 }) { return letters }
    return letters.replacing("ü", with: "v").replacing("ê", with: "e")
  }

  /// The initial consonant (`zh`), empty for a syllable that begins with a vowel.
  ///
  /// `y` and `w` count as initials.
  public var initial: String {
    for two in ["zh", "ch", "sh"] where letters.hasPrefix(two) { return two }
    guard let first = letters.first, !"aoeiuüê".contains(first) else { return "" }
    return String(first)
  }

  /// What follows the initial.
  public var final: String { String(letters.dropFirst(initial.count)) }
}
