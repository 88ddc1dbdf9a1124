import CICU

/// Every two-byte code of an encoding for Chinese, both ways: for repairs that must think in bytes.
///
/// The first use of a table builds it through ICU (a millisecond or two); after that a look-up is an array access.
public struct DoubleByteTable: Sendable {
  /// GBK as Windows reads it (code page 936), without the user-defined areas.
  public static let gbk = DoubleByteTable(encoding: .gbk)
  /// Big5 with the Hong Kong supplement.
  public static let big5 = DoubleByteTable(encoding: .big5)

  /// The scalar of each code, zero where there is none.
  ///
  /// The index is the code.
  private let scalars: [UInt16]
  /// The code of each scalar of the basic plane, zero where there is none.
  private let codes: [UInt16]

  /// The scalar that two bytes spell, or nil.
  ///
  /// Private-use and supplementary characters count as none.
  @inline(__always)
  public func scalar(lead: UInt8, trail: UInt8) -> UInt32? {
    let scalar = scalars[Int(lead) << 8 | Int(trail)]
    return scalar == 0 ? nil : UInt32(scalar)
  }

  /// The two bytes, lead byte high, that spell a scalar, or nil.
  @inline(__always)
  public func code(of scalar: UInt32) -> UInt16? {
    guard scalar <= 0xFFFF else { return nil }
    let code = codes[Int(scalar)]
    return code == 0 ? nil : code
  }

  private init(encoding: TextEncoding) {
    var scalars = [UInt16](repeating: 0, count: 0x10000)
    var codes = [UInt16](repeating: 0, count: 0x10000)
    _ = dz_decode_pairs(encoding.icuName, &scalars)
    for code in scalars.indices where scalars[code] != 0 {
      let unit = scalars[code]
      if !Self.isPlain(unit) {
        scalars[code] = 0
      } else if codes[Int(unit)] == 0 {
        codes[Int(unit)] = UInt16(code)
      }
    }
    self.scalars = scalars
    self.codes = codes
  }

  /// Whether the unit is a character by itself: no surrogate, not of the private use area.
  private static func isPlain(_ unit: UInt16) -> Bool { !(0xD800...0xF8FF).contains(unit) && unit >= 0x80 }
}
