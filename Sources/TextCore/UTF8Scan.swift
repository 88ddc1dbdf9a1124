/// Reading scalars out of UTF-8 bytes that are known to be valid.
public enum UTF8Scan {
  /// The scalar that begins at `index`, and its length in bytes.
  ///
  /// The bytes must be valid UTF-8 and `index` the first byte of a scalar.
  @inlinable
  public static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    if lead < 0xF0 {
      return ((lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    return (
      (lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
        | UInt32(bytes[index + 3] & 0x3F), 4
    )
  }

  /// The scalar that begins at `index` of an array of valid UTF-8, and its length in bytes.
  @inlinable
  public static func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
    bytes.withUnsafeBufferPointer { scalar(in: $0, at: index) }
  }

  /// The first byte of the scalar that ends right before `index`.
  @inlinable
  public static func start(before index: Int, in bytes: [UInt8]) -> Int {
    var start = index - 1
    while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension UInt32 {
  /// Whether the scalar is a Han character: URO, extension A, compatibility ideographs, 〇, and planes 2 and 3.
  @inlinable
  public var isHan: Bool {
    switch self {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3007, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether the scalar is an ASCII letter.
  @inlinable
  public var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  /// Whether the scalar is an ASCII digit.
  @inlinable
  public var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
