extension String {
  /// The string without white space at its ends.
  var trimmed: String {
    if !mayHaveSpaceAtEnds { return self }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// False when the bytes at the ends show that there is no white space: beyond ASCII it begins with the bytes C2 and
  /// E1 to E3.
  private var mayHaveSpaceAtEnds: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, let last = bytes.last else { return false }
      if first <= 0x20 || first == 0xC2 || (0xE1...0xE3).contains(first) { return true }
      if last < 0x80 { return last <= 0x20 }
      return bytes.count < 3 || bytes[bytes.count - 3] < 0xE4
    } ?? true
  }

  /// Whether a byte stands in the string.
  func contains(byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }

  /// The string, or nil when it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
