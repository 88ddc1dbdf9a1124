import TextCore

/// The bytes that a character of misread UTF-8 stands for.
enum MisreadBytes: Equatable {
  /// `€`: the byte 80.
  case one(UInt8)
  case pair(UInt8, UInt8)
  /// The last byte of a sequence, and an ASCII letter or sign behind it that was taken for a second byte.
  case closing(UInt8, UInt32)
  /// `?`: bytes that spell no character.
  case lost

  /// The bytes of a scalar, or nil if it ends the stretch.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x3F: self = .lost
    case 0x20AC: self = .one(0x80)
    default:
      guard scalar >= 0x80, let code = GBKCode.code(of: scalar) else { return nil }
      let lead = UInt8(code >> 8)
      let trail = UInt8(code & 0xFF)
      if trail >= 0x80 {
        self = .pair(lead, trail)
      } else if lead < 0xC0 {
        self = .closing(lead, UInt32(trail))
      } else {
        return nil
      }
    }
  }
}

/// A sequence of UTF-8 bytes on its way to become a scalar.
struct UTF8Sequence {
  private(set) var value: UInt32
  /// How many bytes are still to come.
  private(set) var missing: Int
  private var length: Int

  init() { self.init(value: 0, missing: 0, length: 0) }

  private init(value: UInt32, missing: Int, length: Int) {
    self.value = value
    self.missing = missing
    self.length = length
  }

  var isEmpty: Bool { length == 0 }
  var isComplete: Bool { missing == 0 }

  /// Adds a byte; false if it cannot stand here.
  mutating func append(_ byte: UInt8) -> Bool {
    if length > 0 {
      guard byte & 0xC0 == 0x80 else { return false }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing > 0 || isWhole
    }
    switch byte {
    case 0xC2...0xC5: self = UTF8Sequence(value: UInt32(byte & 0x1F), missing: 1, length: 2)
    case 0xE2...0xEF: self = UTF8Sequence(value: UInt32(byte & 0x0F), missing: 2, length: 3)
    case 0xF0: self = UTF8Sequence(value: 0, missing: 3, length: 4)
    default: return false
    }
    return true
  }

  /// Whether the scalar needs as many bytes as it has.
  private var isWhole: Bool {
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return value >= least && Unicode.Scalar(value) != nil
  }
}
