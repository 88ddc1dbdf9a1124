import TextCore

/// GBK as the decoders of damaged pages read it: Windows' code page 936 with its user-defined areas.
enum GBKCode {
  /// The two bytes of a scalar, user-defined characters (U+E000 to U+E765) included; nil if GBK lacks it.
  @inline(__always)
  static func code(of scalar: UInt32) -> UInt16? {
    if scalar >= 0xE000 && scalar <= 0xE765 { return userDefinedCode(of: scalar) }
    return DoubleByteTable.gbk.code(of: scalar)
  }

  /// The scalar that two bytes spell, without the user-defined ones.
  @inline(__always)
  static func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt32? { DoubleByteTable.gbk.scalar(lead: lead, trail: trail) }

  /// Whether two bytes are of the areas that decoders show as U+E000 to U+E765, or drop.
  static func isUserDefined(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xAA...0xAF, 0xF8...0xFE: trail >= 0xA1 && trail <= 0xFE
    case 0xA1...0xA7: trail >= 0x40 && trail <= 0xA0 && trail != 0x7F
    default: false
    }
  }

  /// Whether a decoder shows the two bytes as `?`.
  static func isNoCharacter(_ lead: UInt8, _ trail: UInt8) -> Bool {
    scalar(lead, trail) == nil && !isUserDefined(lead, trail)
  }

  /// Whether a Han character is of GB 2312: the step from Simplified to Traditional left it alone.
  static func isGB2312(_ scalar: UInt32) -> Bool {
    guard let code = DoubleByteTable.gbk.code(of: scalar) else { return false }
    return code & 0xFF >= 0xA1 && (0xB0...0xF7).contains(code >> 8)
  }

  /// The full-width mark that pages turn into an ASCII one, as GBK bytes.
  static func fullWidthCode(of ascii: UInt32) -> UInt16? {
    switch UInt8(truncatingIfNeeded: ascii) {
    case UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
      ascii < 0x80 ? 0xA380 + UInt16(ascii) : nil
    default: nil
    }
  }

  /// The user-defined areas lie in rows AA-AF, F8-FE and (lower half) A1-A7, and map to U+E000 on in this order.
  private static func userDefinedCode(of scalar: UInt32) -> UInt16 {
    let lead: UInt32
    let trail: UInt32
    switch scalar {
    case 0xE000...0xE233:
      lead = 0xAA + (scalar - 0xE000) / 94
      trail = 0xA1 + (scalar - 0xE000) % 94
    case 0xE234...0xE4C5:
      lead = 0xF8 + (scalar - 0xE234) / 94
      trail = 0xA1 + (scalar - 0xE234) % 94
    default:
      lead = 0xA1 + (scalar - 0xE4C6) / 96
      let column = 0x40 + (scalar - 0xE4C6) % 96
      trail = column >= 0x7F ? column + 1 : column
    }
    return UInt16(lead << 8 | trail)
  }
}

extension ScalarText {
  /// Whether U+FFFD, or what it becomes in GBK (锟 and a character that begins with BD), stands in a range or near it: what
  /// is left there is no damage that can be undone.
  func isLost(near range: Range<Int>) -> Bool {
    (range.lowerBound - 3..<range.upperBound + 3).contains { index in
      self[index] == 0xFFFD || self[index] == 0x951F && (GBKCode.code(of: self[index + 1]) ?? 0) >> 8 == 0xBD
    }
  }
}
