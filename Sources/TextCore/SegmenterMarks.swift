/// White space in UTF-8.
enum SpaceScan {
  /// The offset after all white space at `index`.
  static func end(ofSpaceAt index: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = index
    while index < limit {
      let length = spaceLength(at: index, in: bytes)
      if length == 0 { break }
      index += length
    }
    return index
  }

  /// The span without white space, zero-width marks and byte order marks around it.
  static func trimmed(_ span: TextSpan, in bytes: UnsafeBufferPointer<UInt8>) -> TextSpan {
    let start = end(ofSpaceAt: span.start, limit: span.end, in: bytes)
    var end = span.end
    while end > start {
      let last = UTF8Scan.start(before: end, in: bytes)
      if last < start || spaceLength(at: last, in: bytes) == 0 { break }
      end = last
    }
    return TextSpan(start, end)
  }

  /// The length of the white space character at `index`, or 0.
  private static func spaceLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0 ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return 0 }
    let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
    switch scalar {
    case 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: return length
    default: return 0
    }
  }
}

extension UTF8Scan {
  /// The first byte of the scalar that ends right before `index`.
  static func start(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = index - 1
    while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension UInt32 {
  /// Whether the scalar is a small letter of ASCII or Latin-1.
  var isLowercaseLatin: Bool { (0x61...0x7A).contains(self) || ((0xDF...0xFF).contains(self) && self != 0xF7) }
  /// Whether the scalar is a capital of ASCII or Latin-1.
  var isUppercaseLatin: Bool { (0x41...0x5A).contains(self) || ((0xC0...0xDE).contains(self) && self != 0xD7) }
}

/// The punctuation that sentences turn on.
enum ChineseMark {
  /// 。！？ in full width, and the half-width 。.
  static func isStop(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F || scalar == 0xFF61
  }

  /// Marks inside a sentence: ，、；：.
  static func isPause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }

  /// Marks that close a quotation or a bracket, the straight quotes apart.
  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x3011, 0x300B, 0x3009, 0x5D, 0xFF3D, 0xBB, 0x3015, 0x7D: true
    default: false
    }
  }

  /// Marks that open a quotation or a bracket, the straight quotes apart.
  static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x2018, 0x300C, 0x300E, 0xFF08, 0x28, 0x3010, 0x300A, 0x3008, 0x5B, 0xFF3B, 0xAB, 0x3014, 0x7B: true
    default: false
    }
  }

  /// 一 to 十, which number list items and headings.
  static func isSmallNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }
}
