import TextCore

/// HTML character references in plain text: `&#8220;`, `&nbsp;`, `&amp;nbsp;`, and remnants such as `&Nbsp`.
///
/// In text that is HTML or Markdown with tags they are no damage, and stay. `&lt;`, `&gt;` stay everywhere: text that
/// speaks about tags needs them.
struct HTMLEntities: DamageMechanism {
  var signs: DamageSigns { .ampersand }

  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] {
    if Self.isMarkup(text) { return [] }
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt32(UInt8(ascii: "&")), let found = reference(at: index, in: text) else {
        index += 1
        continue
      }
      edits.append(
        RepairEdit(
          span: text.span(index..<found.end), replacement: found.text, kind: .entity, isSafe: found.isSafe,
          confidence: found.isSafe ? 0.95 : 0.5,
          reason: "“\(text.string(index..<found.end))” is an HTML character reference; this is plain text"))
      index = found.end
    }
    return edits
  }

  /// Whether the text has tags that only HTML, or Markdown with HTML in it, has.
  static func isMarkup(_ text: ScalarText) -> Bool {
    for index in 0..<text.count where text[index] == UInt32(UInt8(ascii: "<")) {
      var at = index + 1
      if text[at] == UInt32(UInt8(ascii: "!")) && text[at + 1] == UInt32(UInt8(ascii: "-")) { return true }
      if text[at] == UInt32(UInt8(ascii: "/")) { at += 1 }
      let start = at
      while text[at].isASCIILetter || text[at].isASCIIDigit { at += 1 }
      guard at > start, at - start <= 10 else { continue }
      let isClosed = text[at] == UInt32(UInt8(ascii: ">")) || text[at] == UInt32(UInt8(ascii: "/"))
      if isClosed || text[at] == 0x20, tagNames.contains(text.string(start..<at).lowercased()) { return true }
    }
    return false
  }

  static let tagNames: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "p", "br", "hr", "div", "span", "font", "table",
    "tr", "td", "th", "ul", "ol", "li", "a", "img", "strong", "em", "b", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6",
    "center", "blockquote", "pre", "code", "sup", "sub", "details", "summary",
  ]

  /// A reference, `&amp;` before the rest of another one included.
  private func reference(at start: Int, in text: ScalarText) -> (text: String, end: Int, isSafe: Bool)? {
    var body = start + 1
    while hasPrefix("amp;", at: body, in: text) { body += 4 }
    if let (scalar, end) = number(at: body, in: text) ?? name(at: body, in: text) {
      let isMarkup = scalar == 0x3C || scalar == 0x3E || scalar == 0x26
      let isVisible = scalar >= 0x20
      return (Self.shown(scalar, from: text[end]), end, isVisible && !isMarkup)
    }
    if body == start + 1 { return nil }
    // `&amp;` alone: `AT&amp;T`. What stands behind must not become a reference.
    let follows = text[body].isASCIILetter || text[body] == UInt32(UInt8(ascii: "#"))
    let before = text[start - 1]
    let isNameInitial = follows && before.isASCIILetter && !text[body + 1].isASCIILetter
    return ("&", body, !follows || isNameInitial)
  }

  /// No-break spaces become spaces, and none at a line end.
  private static func shown(_ scalar: UInt32, from next: UInt32) -> String {
    if scalar == 0xA0 || scalar == 0x3000 || (0x2002...0x200A).contains(scalar) { return scalar == 0x3000 ? "　" : " " }
    return String(scalars: [scalar])
  }

  private func number(at start: Int, in text: ScalarText) -> (scalar: UInt32, end: Int)? {
    guard text[start] == UInt32(UInt8(ascii: "#")) else { return nil }
    let isHex = text[start + 1] | 0x20 == UInt32(UInt8(ascii: "x"))
    var at = start + (isHex ? 2 : 1)
    let first = at
    var value: UInt32 = 0
    while at - first < 8, let digit = Self.digit(text[at], isHex: isHex) {
      value = value &* (isHex ? 16 : 10) &+ digit
      at += 1
    }
    guard at > first, text[at] == UInt32(UInt8(ascii: ";")) else { return nil }
    if let windows = Windows1252.scalar(of: value) { value = windows }
    guard value >= 0x20, value < 0x110000, Unicode.Scalar(value) != nil, value != 0xFFFD else { return nil }
    return (value, at + 1)
  }

  private static func digit(_ scalar: UInt32, isHex: Bool) -> UInt32? {
    if scalar.isASCIIDigit { return scalar - 0x30 }
    let letter = scalar | 0x20
    return isHex && (0x61...0x66).contains(letter) ? letter - 0x57 : nil
  }

  /// A named reference.
  ///
  /// Without its semicolon only `nbsp` counts, which is never a word.
  private func name(at start: Int, in text: ScalarText) -> (scalar: UInt32, end: Int)? {
    var at = start
    while at - start < 8, text[at].isASCIILetter || text[at].isASCIIDigit { at += 1 }
    guard at > start else { return nil }
    let name = text.string(start..<at)
    if text[at] == UInt32(UInt8(ascii: ";")) {
      guard let scalar = Self.names[name] ?? (name.lowercased() == "nbsp" ? 0xA0 : nil) else { return nil }
      return (scalar, at + 1)
    }
    return name.lowercased() == "nbsp" ? (0xA0, at) : nil
  }

  private func hasPrefix(_ prefix: StaticString, at index: Int, in text: ScalarText) -> Bool {
    for offset in 0..<prefix.utf8CodeUnitCount
    where text[index + offset] != UInt32(prefix.utf8Start[offset]) { return false }
    return true
  }

  /// The references that turn up in running text.
  private static let names: [String: UInt32] = [
    "nbsp": 0xA0, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018,
    "rsquo": 0x2019, "sbquo": 0x201A, "bdquo": 0x201E, "laquo": 0xAB, "raquo": 0xBB, "mdash": 0x2014, "ndash": 0x2013,
    "hellip": 0x2026, "middot": 0xB7, "bull": 0x2022, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "copy": 0xA9,
    "reg": 0xAE, "trade": 0x2122, "deg": 0xB0, "plusmn": 0xB1, "times": 0xD7, "divide": 0xF7, "sect": 0xA7,
    "para": 0xB6, "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2, "frac12": 0xBD, "frac14": 0xBC,
    "frac34": 0xBE, "eacute": 0xE9, "egrave": 0xE8, "agrave": 0xE0, "aacute": 0xE1, "ccedil": 0xE7, "ntilde": 0xF1,
    "ouml": 0xF6, "uuml": 0xFC, "auml": 0xE4, "oacute": 0xF3, "iacute": 0xED, "uacute": 0xFA, "szlig": 0xDF,
    "larr": 0x2190, "rarr": 0x2192, "uarr": 0x2191, "darr": 0x2193, "permil": 0x2030,
  ]
}
