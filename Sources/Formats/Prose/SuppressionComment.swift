import TextCore

/// A comment that speaks to the checker: `<!-- duizhao-ignore term/forbidden: quoted -->`.
public struct SuppressionComment: Hashable, Sendable {
  /// Where it stands in the decoded text.
  public let span: TextSpan
  /// What stands between the brackets, from `duizhao-` on.
  public let text: String

  /// Every such comment of a text.
  ///
  /// Costs one pass.
  public static func all(in utf8: [UInt8]) -> [SuppressionComment] {
    var result: [SuppressionComment] = []
    var index = 0
    while let start = Bytes.position(of: opening, in: utf8, from: index) {
      guard let end = Bytes.position(of: closing, in: utf8, from: start + opening.count) else { break }
      let text = String(decoding: utf8[(start + opening.count)..<end], as: UTF8.self)
      let trimmed = String(text.drop { $0.isWhitespace })
      if trimmed.hasPrefix("duizhao-") {
        result.append(SuppressionComment(span: TextSpan(start, end + closing.count), text: trimmed))
      }
      index = end + closing.count
    }
    return result
  }

  static func spans(in utf8: [UInt8]) -> [TextSpan] { all(in: utf8).map(\.span) }

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)
}

/// Searches in bytes.
enum Bytes {
  /// Where a pattern stands first, from an index on.
  static func position(of pattern: [UInt8], in utf8: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, utf8.count >= pattern.count, start >= 0 else { return nil }
    var index = start
    while index <= utf8.count - pattern.count {
      if utf8[index] == first, utf8[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
