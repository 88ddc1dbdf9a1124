import TextCore

/// Damage found in a text, and how to undo it.
public struct RepairEdit: Hashable, Sendable {
  /// The mechanism that did the damage, or the remnant that was found.
  ///
  /// Raw values are stable: reports carry them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A reading in parentheses that a converter put behind every occurrence of some characters: `協(xié)議`.
    case pinyinResidue = "pinyin-residue"
    /// GBK bytes read one byte off: `?!闭憬` for `。”浙江`.
    case gbkShift = "gbk-shift"
    /// UTF-8 read as GBK: `涓枃` for `中文`.
    case utf8AsGBK = "utf8-as-gbk"
    /// GBK read as Latin-1 or Windows-1252: `ÖÐÎÄ` for `中文`.
    case gbkAsLatin1 = "gbk-as-latin1"
    /// Big5 read as Latin-1 or Windows-1252: `¤¤¤å` for `中文`.
    case big5AsLatin1 = "big5-as-latin1"
    /// UTF-8 read as Windows-1252 or Latin-1, once or several times: `donâ€™t`.
    case mojibake
    /// Part of an HTML tag that is left in plain text: `/FONT>`, `< p >`.
    case htmlRemnant = "html-remnant"
    /// An HTML character reference in plain text: `&nbsp;`, `&#8220;`.
    case entity
    /// An invisible character that does nothing where it stands.
    case controlCharacter = "control-character"
    /// A character that stands for lost bytes: U+FFFD, or `锟斤拷`, or memory never written (`烫烫烫`).
    case replacementCharacter = "replacement-character"
    /// A ligature that got lost or became another character: `e cient`, `di↵erent`.
    case lostLigature = "lost-ligature"
    /// A hyphen of a line end that stayed inside the line: `govern- ment`.
    case lineHyphen = "line-hyphen"
    /// Two words without the space between them: `ofthe`.
    case joinedWords = "joined-words"
    /// Letters and digits taken for others that look alike: `rnore`, `pers0n`.
    case lookAlike = "look-alike"
    /// A character of a font's private area, without a meaning outside it.
    case privateUse = "private-use"
    /// A Traditional character in Simplified text, or the reverse.
    case strayScript = "stray-script"
    /// A full-width Latin letter or digit: `２０２４`.
    case fullWidth = "full-width"
  }

  /// What is damaged, in UTF-8 bytes of the text given.
  ///
  /// Both ends lie on scalar boundaries.
  public var span: TextSpan
  /// What takes its place: empty to delete.
  ///
  /// Empty and without meaning when ``isRecoverable`` is false.
  public var replacement: String
  public var kind: Kind
  /// Whether the text that stood here is known.
  ///
  /// If not, the damage is only reported.
  public var isRecoverable: Bool
  /// Whether the repair can be made unasked.
  public var isSafe: Bool
  /// How sure the repair is, from 0 to 1: an estimate to sort by, not a probability.
  public var confidence: Double
  /// What was found and why the replacement is right, as one sentence.
  public var reason: String

  public init(
    span: TextSpan, replacement: String, kind: Kind, isRecoverable: Bool = true, isSafe: Bool = true,
    confidence: Double = 1, reason: String
  ) {
    self.span = span
    self.replacement = replacement
    self.kind = kind
    self.isRecoverable = isRecoverable
    self.isSafe = isSafe
    self.confidence = confidence
    self.reason = reason
  }

  /// Whether ``TextRepairer/repaired(_:)`` makes this edit.
  public var isApplied: Bool { isRecoverable && isSafe }
}
