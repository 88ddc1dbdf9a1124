/// The two languages of the house.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that most of the text's letters belong to, a Han character counting as two letters.
  ///
  /// Nil for a text without letters. Costs one pass.
  public static func dominant(in utf8: some Sequence<UInt8>) -> Language? {
    var latin = 0
    var han = 0
    for byte in utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0xE3...0xE9: han += 1  // the lead byte of U+3000 to U+9FFF
      default: break
      }
    }
    if latin == 0 && han == 0 { return nil }
    return han * 2 >= latin ? .chinese : .english
  }

  /// What stands between two segments of a running text.
  public var segmentSeparator: String { self == .chinese ? "" : " " }
}
