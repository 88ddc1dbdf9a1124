/// Where Latin words and numbers begin and end in UTF-8: ASCII letters and digits, and letters from U+00C0 to U+024F.
package enum LatinScan {
  /// Whether a letter or digit begins at `index`.
  @inlinable
  package static func isStart(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return isASCII(byte) }
    return byte &- 0xC3 < 7 && index &+ 1 < bytes.count && bytes[index &+ 1] & 0xC0 == 0x80
  }

  /// Whether a letter or digit ends right before `index`.
  @inlinable
  package static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    guard index > 0 else { return false }
    let byte = bytes[index &- 1]
    if byte < 0x80 { return isASCII(byte) }
    return byte & 0xC0 == 0x80 && index > 1 && bytes[index &- 2] &- 0xC3 < 7
  }

  /// Whether no word or number goes on across `index`.
  @inlinable
  package static func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index > 0, index < bytes.count else { return true }
    return !(isStart(bytes, at: index) && isEnd(bytes, before: index))
  }

  @inlinable
  static func isASCII(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
}
