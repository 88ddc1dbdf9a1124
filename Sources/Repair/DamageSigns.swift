import TextCore

/// What a look at the bytes of a text shows that may be damage.
///
/// Text without signs needs no second look.
struct DamageSigns: OptionSet, Sendable {
  let rawValue: Int

  /// `(`, a Latin letter and soon `)`, right after a Han character or a letter.
  static let annotation = DamageSigns(rawValue: 1 << 0)
  /// `?` beside a character outside ASCII, in a text with Han characters.
  static let questionMark = DamageSigns(rawValue: 1 << 1)
  /// Rare Han characters near each other, or one that misread UTF-8 is full of.
  static let rareHan = DamageSigns(rawValue: 1 << 2)
  /// Two characters in a row that stand for bytes above 7F in Latin-1 or Windows-1252.
  static let latinRun = DamageSigns(rawValue: 1 << 3)
  /// `&` and a letter or `#`.
  static let ampersand = DamageSigns(rawValue: 1 << 4)
  /// `<` and a space, or `/` and a tag name and `>`.
  static let tag = DamageSigns(rawValue: 1 << 5)
  /// Control, zero-width and private-use characters.
  static let invisible = DamageSigns(rawValue: 1 << 6)
  /// U+FFFD, or what it becomes when it is misread.
  static let replacement = DamageSigns(rawValue: 1 << 7)
  /// A letter, `-`, a space and a letter.
  static let hyphen = DamageSigns(rawValue: 1 << 8)
  /// English words that the list does not know and that a repair may make known.
  static let words = DamageSigns(rawValue: 1 << 9)
  /// A ligature character, or an arrow where a ligature may have been.
  static let ligature = DamageSigns(rawValue: 1 << 10)
  /// A full-width letter or digit.
  static let width = DamageSigns(rawValue: 1 << 11)
  /// Characters that only Traditional text has, and such that only Simplified text has.
  static let script = DamageSigns(rawValue: 1 << 12)

  init(rawValue: Int) { self.rawValue = rawValue }
}
