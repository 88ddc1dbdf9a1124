/// Windows-1252, where it is not Latin-1: the bytes 80 to 9F.
package enum Windows1252 {
  /// The scalar of a byte from 80 to 9F, or nil for other numbers and for the five bytes that mean nothing.
  package static func scalar(of byte: UInt32) -> UInt32? {
    guard byte >= 0x80 && byte <= 0x9F else { return nil }
    let scalar = upper[Int(byte - 0x80)]
    return scalar == 0 ? nil : scalar
  }

  /// The byte that was read as `scalar`, with Windows-1252 or Latin-1, or nil.
  ///
  /// C1 controls are bytes too: decoders let the five bytes without a meaning pass as these.
  @inline(__always)
  package static func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    guard scalar >= 0x152 && scalar <= 0x2122 else { return nil }
    return bytes[scalar]
  }

  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  private static let bytes: [UInt32: UInt8] = {
    var result: [UInt32: UInt8] = [:]
    for (offset, scalar) in upper.enumerated() where scalar != 0 { result[scalar] = UInt8(0x80 + offset) }
    return result
  }()
}
