/// Searches in bytes, and what single bytes are.
enum Bytes {
  /// Where a pattern stands first, from an index on.
  static func position(of pattern: [UInt8], in utf8: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, utf8.count >= pattern.count, start >= 0 else { return nil }
    return utf8.withUnsafeBufferPointer { bytes in
      var index = start
      while index <= bytes.count - pattern.count {
        if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
        index += 1
      }
      return nil
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
