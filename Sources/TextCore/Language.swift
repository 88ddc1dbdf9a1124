/// The two languages of the house.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that most of the text's letters belong to, a Han character counting as two letters.
  ///
  /// Nil for a text without letters. Costs one pass.
  @inlinable
  public static func dominant(in utf8: some Sequence<UInt8>) -> Language? {
    let (latin, han) = utf8.withContiguousStorageIfAvailable(letters) ?? Array(utf8).withUnsafeBufferPointer(letters)
    if latin == 0 && han == 0 { return nil }
    return han * 2 >= latin ? .chinese : .english
  }

  @usableFromInline
  static func letters(in utf8: UnsafeBufferPointer<UInt8>) -> (latin: Int, han: Int) {
    var latin = 0
    var han = 0
    for byte in utf8 {
      latin &+= (byte | 0x20) &- 0x61 < 26 ? 1 : 0
      han &+= byte &- 0xE3 < 7 ? 1 : 0  // the lead byte of U+3000 to U+9FFF
    }
    return (latin, han)
  }

  /// What stands between two segments of a running text.
  public var segmentSeparator: String { self == .chinese ? "" : " " }
}
