/// The mark of an item in a list that goes on in running text: `(b)`, `（二）`, `(iii)`, `“(4)`.
enum Enumerator {
  /// Whether one stands behind a semicolon that ends at `index`: then the semicolon ends an item, as resolutions and
  /// contracts have it.
  static func isBehind(_ index: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = SpaceScan.end(ofSpaceAt: index, limit: limit, in: bytes)
    guard index < limit else { return false }
    var (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
    if scalar == 0x201C || scalar == 0x22 {
      index += length
      guard index < limit else { return false }
      (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
    }
    guard scalar == 0x28 || scalar == 0xFF08 else { return false }
    index += length
    var count = 0
    while index < limit, count <= 4 {
      (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      if scalar == 0x29 || scalar == 0xFF09 { return count > 0 }
      guard scalar.isASCIIDigit || (scalar.isASCIILetter && count < 3) || isNumeral(scalar) else { return false }
      index += length
      count += 1
    }
    return false
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    numerals.contains(scalar)
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
}
