import CICU

/// Every two-byte code of an encoding for Chinese, both ways: for repairs that must think in bytes.
///
/// The first use of a table builds it through ICU (some milliseconds); after that a look-up is an array access.
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
    for lead in 0x81...0xFE {
      for (trail, unit) in Self.row(of: UInt8(lead), in: encoding) {
        let code = lead << 8 | Int(trail)
        scalars[code] = unit
        if codes[Int(unit)] == 0 { codes[Int(unit)] = UInt16(code) }
      }
    }
    self.scalars = scalars
    self.codes = codes
  }

  /// The trail bytes that make a character with `lead`.
  ///
  /// A code without a character stops ICU, so each stop starts anew behind it.
  private static func row(of lead: UInt8, in encoding: TextEncoding) -> [(trail: UInt8, unit: UInt16)] {
    let trails = (0x40...0xFE).filter { $0 != 0x7F }.map { UInt8($0) }
    let bytes = trails.flatMap { [lead, $0] }
    var result: [(trail: UInt8, unit: UInt16)] = []
    var start = 0
    while start < bytes.count {
      let rest = Array(bytes[start...])
      var units = [UInt16](repeating: 0, count: rest.count)
      var offsets = [Int32](repeating: 0, count: rest.count)
      var invalid: Int64 = -1
      let written = dz_decode(
        encoding.icuName, rest, Int64(rest.count), &units, &offsets, Int64(units.count), &invalid)
      guard written >= 0 else { break }
      for index in 0..<Int(written) where isPlain(units[index]) && isAlone(index, of: Int(written), offsets) {
        let at = Int(offsets[index])
        if at % 2 == 0 { result.append((trails[(start + at) / 2], units[index])) }
      }
      if invalid < 0 { break }
      start += max(Int(invalid) / 2 * 2, 0) + 2
    }
    return result
  }

  /// Whether the unit is a character by itself: no surrogate, not of the private use area.
  private static func isPlain(_ unit: UInt16) -> Bool { !(0xD800...0xF8FF).contains(unit) && unit >= 0x80 }

  /// Whether the unit is the only one that its code spells.
  private static func isAlone(_ index: Int, of count: Int, _ offsets: [Int32]) -> Bool {
    (index == 0 || offsets[index - 1] != offsets[index]) && (index + 1 >= count || offsets[index + 1] != offsets[index])
  }
}
