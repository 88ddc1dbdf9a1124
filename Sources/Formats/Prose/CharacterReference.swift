/// A character reference of HTML and Markdown: `&amp;`, `&#8212;`, `&#x2014;`.
struct CharacterReference {
  /// The UTF-8 of what it stands for.
  let utf8: [UInt8]
  /// How many bytes it takes in the file.
  let length: Int

  /// The reference that begins at an index; nil where there is none.
  init?(at start: Int, in bytes: [UInt8]) {
    guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "&") else { return nil }
    let limit = min(bytes.count, start + 12)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    guard let scalar = name.hasPrefix("#") ? Self.numbered(name.dropFirst()) : Self.named(name) else { return nil }
    utf8 = Array(String(scalar).utf8)
    length = end + 1 - start
  }

  private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10), value >= 0x20 || value == 10
    else { return nil }
    return Unicode.Scalar(value)
  }

  private static func named(_ name: String) -> Unicode.Scalar? { names[name].flatMap { Unicode.Scalar($0) } }

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
