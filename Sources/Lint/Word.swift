import TextCore

/// A word of a text where it stands: letters, with apostrophes and hyphens inside left out of it.
public struct Word: Sendable {
  /// The bytes in the text.
  public let span: TextSpan
  /// How it is spelled.
  public let form: WordForm
  /// Whether digits, underscores, slashes or the like touch it: code, addresses, model numbers.
  public let isPartOfCode: Bool

  /// No English word has more letters; what has is none, and is not looked up, taken apart or corrected.
  static let longestEnglish = 40

  /// The word as it stands.
  public var text: String { form.text }
  /// The word in lower case.
  public var key: String { form.key }
  /// Whether it begins with a capital and goes on in lower case.
  public var isCapitalized: Bool { form.isCapitalized }
  /// Whether it has capitals beyond the first letter.
  public var hasInnerCapitals: Bool { form.hasInnerCapitals }

  /// Whether a byte is, or begins, a letter beyond doubt.
  static func isLetterByte(_ byte: UInt8) -> Bool { UInt32(byte).isASCIILetter || byte >= 0xC3 && byte <= 0xC9 }
}
