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
    var index = 0
    let raw = UnsafeRawBufferPointer(utf8)
    typealias Bytes = SIMD32<UInt8>
    while index + Bytes.scalarCount <= raw.count {
      // No count of a lane runs over in 255 steps.
      var counts = (latin: Bytes.zero, han: Bytes.zero)
      let steps = min(255, (raw.count - index) / Bytes.scalarCount)
      for _ in 0..<steps {
        let bytes = raw.loadUnaligned(fromByteOffset: index, as: Bytes.self)
        counts.latin &+= Bytes.zero.replacing(with: 1, where: (bytes | 0x20) &- 0x61 .< 26)
        counts.han &+= Bytes.zero.replacing(with: 1, where: bytes &- firstLead .< leadCount)
        index += Bytes.scalarCount
      }
      for lane in 0..<Bytes.scalarCount {
        latin &+= Int(counts.latin[lane])
        han &+= Int(counts.han[lane])
      }
    }
    while index < utf8.count {
      latin &+= (utf8[index] | 0x20) &- 0x61 < 26 ? 1 : 0
      han &+= utf8[index] &- firstLead < leadCount ? 1 : 0
      index += 1
    }
    return (latin, han)
  }

  /// The first lead byte of U+3000 to U+9FFF, and how many there are.
  private static var firstLead: UInt8 { 0xE3 }
  private static var leadCount: UInt8 { 7 }

  /// What stands between two segments of a running text.
  public var segmentSeparator: String { self == .chinese ? "" : " " }
}
