/// A character reference of HTML and Markdown: `&amp;`, `&#8212;`, `&#x2014;`.
public struct CharacterReference: Hashable, Sendable {
  /// What it stands for.
  public let scalar: Unicode.Scalar
  /// How many bytes it takes in the file.
  public let length: Int

  /// The reference that begins at an index of UTF-8; nil where there is none.
  public init?(at start: Int, in bytes: [UInt8]) {
    guard start >= 0, start < bytes.count, bytes[start] == UInt8(ascii: "&"),
      let rest = Self(behindAmpersandAt: start, in: bytes)
    else { return nil }
    scalar = rest.scalar
    length = rest.length + 1
  }

  /// The rest of a reference, from its name or `#` on, that stands behind an index of UTF-8; nil where there is none.
  public init?(behindAmpersandAt start: Int, in bytes: [UInt8]) {
    let first = start + 1
    let limit = min(bytes.count, start + 12)
    guard first < limit, let end = bytes[first..<limit].firstIndex(of: UInt8(ascii: ";")), end > first else {
      return nil
    }
    let isNumber = bytes[first] == UInt8(ascii: "#")
    guard let scalar = isNumber ? Self.numbered(bytes[(first + 1)..<end]) : Self.named(bytes[first..<end]) else {
      return nil
    }
    self.scalar = scalar
    length = end + 1 - first
  }

  /// The character of a number; those of Windows-1252 are what HTML takes `&#147;` for.
  private static func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = isHex ? digits.dropFirst() : digits
    guard let first = digits.first, first != UInt8(ascii: "+"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10), value >= 0x20 || value == 10
    else { return nil }
    return Unicode.Scalar(Windows1252.scalar(of: value) ?? value)
  }

  private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    names[String(decoding: name, as: UTF8.self)].flatMap { Unicode.Scalar($0) }
  }

  /// The names that turn up in running text.
  private static let names: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "ensp": 0x2002, "emsp": 0x2003,
    "thinsp": 0x2009, "shy": 0xAD, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A,
    "bdquo": 0x201E, "laquo": 0xAB, "raquo": 0xBB, "mdash": 0x2014, "ndash": 0x2013, "hellip": 0x2026, "middot": 0xB7,
    "bull": 0x2022, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "deg": 0xB0, "plusmn": 0xB1, "times": 0xD7,
    "divide": 0xF7, "sect": 0xA7, "para": 0xB6, "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2,
    "frac12": 0xBD, "frac14": 0xBC, "frac34": 0xBE, "sup2": 0xB2, "sup3": 0xB3, "micro": 0xB5, "iexcl": 0xA1,
    "iquest": 0xBF, "Agrave": 0xC0, "Aacute": 0xC1, "Eacute": 0xC9, "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF,
    "agrave": 0xE0, "aacute": 0xE1, "acirc": 0xE2, "auml": 0xE4, "aring": 0xE5, "ccedil": 0xE7, "egrave": 0xE8,
    "eacute": 0xE9, "ecirc": 0xEA, "euml": 0xEB, "iacute": 0xED, "icirc": 0xEE, "ntilde": 0xF1, "oacute": 0xF3,
    "ocirc": 0xF4, "ouml": 0xF6, "uacute": 0xFA, "uuml": 0xFC, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192,
    "darr": 0x2193, "permil": 0x2030, "prime": 0x2032, "infin": 0x221E, "ne": 0x2260, "le": 0x2264, "ge": 0x2265,
  ]
}
