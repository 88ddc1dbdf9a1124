import TextCore

/// Finds what is written for machines: addresses on the web, e-mail addresses, and code between backticks.
enum Addresses {
  /// The spans of all addresses of a text, sorted.
  ///
  /// Costs one pass.
  static func spans(in utf8: [UInt8]) -> [TextSpan] {
    var result: [TextSpan] = []
    var index = 0
    while index < utf8.count {
      if let end = end(ofAddressAt: index, in: utf8) {
        result.append(TextSpan(index, end))
        index = end
      } else if utf8[index] == 0x40, let span = mailbox(around: index, in: utf8), span.start >= result.last?.end ?? 0 {
        result.append(span)
        index = span.end
      } else {
        index += 1
      }
    }
    return result
  }

  private static func end(ofAddressAt index: Int, in utf8: [UInt8]) -> Int? {
    let byte = utf8[index] | 0x20
    guard byte == 0x68 || byte == 0x77 || byte == 0x66, index + 4 < utf8.count else { return nil }
    // The second letters of http, www and ftp.
    guard utf8[index + 1] | 0x20 == (byte == 0x77 ? 0x77 : 0x74) else { return nil }
    guard index == 0 || !Characters.isLetter(utf8[index - 1]) else { return nil }
    guard ["https://", "http://", "www.", "ftp://"].contains(where: { starts($0, at: index, in: utf8) }) else {
      return nil
    }
    var end = index
    while end < utf8.count, isAddressByte(utf8[end]) { end += 1 }
    while end > index, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x29].contains(utf8[end - 1]) { end -= 1 }
    return end > index + 4 ? end : nil
  }

  private static func mailbox(around at: Int, in utf8: [UInt8]) -> TextSpan? {
    var (start, end) = (at, at + 1)
    while start > 0, isMailboxByte(utf8[start - 1]) { start -= 1 }
    while end < utf8.count, isMailboxByte(utf8[end]) { end += 1 }
    while end > at, utf8[end - 1] == 0x2E || utf8[end - 1] == 0x2D { end -= 1 }
    guard start < at, utf8[(at + 1)..<max(end, at + 1)].contains(0x2E) else { return nil }
    return TextSpan(start, end)
  }

  private static func starts(_ string: StaticString, at index: Int, in utf8: [UInt8]) -> Bool {
    guard index + string.utf8CodeUnitCount <= utf8.count else { return false }
    for offset in 0..<string.utf8CodeUnitCount {
      let byte = utf8[index + offset]
      if (Characters.isUpper(byte) ? byte | 0x20 : byte) != string.utf8Start[offset] { return false }
    }
    return true
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x60
  }

  private static func isMailboxByte(_ byte: UInt8) -> Bool {
    Characters.isLetter(byte) || Characters.isDigit(byte) || [0x2E, 0x2D, 0x5F, 0x2B].contains(byte)
  }
}
