import TextCore

/// Finds what is written for machines: addresses on the web, and of mailboxes.
enum Addresses {
  /// The spans of all addresses of a text, sorted; `signs` are ``TextMarks/addressSigns``.
  ///
  /// Costs the number of signs and the length of the addresses.
  static func spans(in utf8: [UInt8], near signs: [Int]) -> [TextSpan] {
    var result: [TextSpan] = []
    for sign in signs where sign >= result.last?.end ?? 0 {
      let found =
        switch utf8[sign] {
        case 0x40: mailbox(around: sign, in: utf8)
        case 0x3A: start(ofScheme: sign, in: utf8).flatMap { page(from: $0, in: utf8) }
        default: page(from: sign, in: utf8)
        }
      if let found, found.start >= result.last?.end ?? 0 { result.append(found) }
    }
    return result
  }

  /// Where `http`, `https` or `ftp` begins before a colon.
  private static func start(ofScheme colon: Int, in utf8: [UInt8]) -> Int? {
    var start = colon
    while start > 0, Characters.isLetter(utf8[start - 1]), colon - start < 6 { start -= 1 }
    let scheme = String(decoding: utf8[start..<colon], as: UTF8.self).lowercased()
    return ["http", "https", "ftp"].contains(scheme) ? start : nil
  }

  private static func page(from start: Int, in utf8: [UInt8]) -> TextSpan? {
    var end = start
    while end < utf8.count, isAddressByte(utf8[end]) { end += 1 }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x29].contains(utf8[end - 1]) { end -= 1 }
    return end > start + 4 ? TextSpan(start, end) : nil
  }

  private static func mailbox(around at: Int, in utf8: [UInt8]) -> TextSpan? {
    var (start, end) = (at, at + 1)
    while start > 0, isMailboxByte(utf8[start - 1]) { start -= 1 }
    while end < utf8.count, isMailboxByte(utf8[end]) { end += 1 }
    while end > at, utf8[end - 1] == 0x2E || utf8[end - 1] == 0x2D { end -= 1 }
    guard start < at, utf8[(at + 1)..<max(end, at + 1)].contains(0x2E) else { return nil }
    return TextSpan(start, end)
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x60
  }

  private static func isMailboxByte(_ byte: UInt8) -> Bool {
    Characters.isLetter(byte) || Characters.isDigit(byte) || [0x2E, 0x2D, 0x5F, 0x2B].contains(byte)
  }
}
