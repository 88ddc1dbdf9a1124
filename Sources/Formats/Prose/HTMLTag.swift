/// A tag, a comment or a declaration of HTML.
struct HTMLTag {
  /// In lower case; empty for comments and declarations.
  private(set) var name = ""
  private(set) var isClosing = false
  /// Whether it ends in `/>`, or never has content.
  private(set) var isEmpty = false
  /// Whether it says `translate="no"` or has the class `notranslate`.
  private(set) var isNotTranslated = false
  /// The index behind it.
  private(set) var end: Int

  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "pre", "search", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "ul",
  ]
  /// Elements whose content is no HTML.
  static let raw: Set<String> = ["script", "style", "textarea", "noscript", "template", "svg", "math", "iframe"]
  /// Elements that hold code.
  static let code: Set<String> = ["code", "kbd", "samp", "var", "tt", "pre", "listing"]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]
  /// A tag that goes on longer is none: so a page full of `<` is read in linear time.
  private static let longest = 1 << 16

  /// The tag that begins at an index; nil where `<` is a character like any other.
  init?(at start: Int, in utf8: [UInt8]) {
    guard start + 1 < utf8.count, utf8[start] == UInt8(ascii: "<") else { return nil }
    end = start + 1
    switch utf8[end] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      end = Self.end(ofDeclaration: start, in: utf8)
    case UInt8(ascii: "/"):
      isClosing = true
      end += 1
      guard read(in: utf8) else { return nil }
    default:
      guard read(in: utf8) else { return nil }
    }
    isEmpty = isEmpty || Self.void.contains(name)
  }

  /// The index behind a comment or declaration; one that is never closed goes to the end of the page.
  private static func end(ofDeclaration start: Int, in utf8: [UInt8]) -> Int {
    let isComment = utf8[start...].starts(with: "<!--".utf8)
    let closing = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
    return Bytes.position(of: closing, in: utf8, from: start + 2).map { $0 + closing.count } ?? utf8.count
  }

  /// Reads the name and the attributes; false when there is no end of the tag.
  private mutating func read(in utf8: [UInt8]) -> Bool {
    let start = end
    while end < utf8.count, Bytes.isLetter(utf8[end]) || end > start && Self.isNameByte(utf8[end]) { end += 1 }
    guard end > start else { return false }
    name = String(decoding: utf8[start..<end], as: UTF8.self).lowercased()
    guard end < utf8.count, Bytes.isSpace(utf8[end]) || [UInt8(ascii: "/"), UInt8(ascii: ">")].contains(utf8[end])
    else {
      return false
    }
    let limit = min(utf8.count, end + Self.longest)
    while end < limit {
      switch utf8[end] {
      case UInt8(ascii: ">"):
        end += 1
        return true
      case UInt8(ascii: "<"): return false
      case UInt8(ascii: "/"):
        isEmpty = end + 1 < limit && utf8[end + 1] == UInt8(ascii: ">")
        end += 1
      case let byte where Bytes.isSpace(byte): end += 1
      default: readAttribute(in: utf8, limit: limit)
      }
    }
    return false
  }

  private mutating func readAttribute(in utf8: [UInt8], limit: Int) {
    let start = end
    end += 1
    while end < limit, !Bytes.isSpace(utf8[end]), ![0x3D, 0x3E, 0x2F].contains(utf8[end]) { end += 1 }
    let key = String(decoding: utf8[start..<end], as: UTF8.self).lowercased()
    guard end < limit, utf8[end] == UInt8(ascii: "=") else { return }
    end += 1
    let value: Range<Int>
    if end < limit, utf8[end] == 0x22 || utf8[end] == 0x27 {
      let quote = utf8[end]
      let first = end + 1
      end = first
      while end < limit, utf8[end] != quote { end += 1 }
      value = first..<end
      end = min(limit, end + 1)
    } else {
      let first = end
      while end < limit, !Bytes.isSpace(utf8[end]), utf8[end] != UInt8(ascii: ">") { end += 1 }
      value = first..<end
    }
    note(key, String(decoding: utf8[value], as: UTF8.self))
  }

  private mutating func note(_ key: String, _ value: String) {
    if key == "translate", value.lowercased() == "no" { isNotTranslated = true }
    if key == "class", value.split(separator: " ").contains("notranslate") { isNotTranslated = true }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    Bytes.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  /// The index behind the element whose content begins at an index and is no HTML.
  static func end(ofRaw name: String, in utf8: [UInt8], from start: Int) -> Int {
    let closing = Array("</\(name)".utf8)
    var index = start
    while index + closing.count <= utf8.count {
      if utf8[index] == closing[0], zip(closing, utf8[index...]).allSatisfy({ $0 == $1 | ($1 > 0x40 ? 0x20 : 0) }) {
        while index < utf8.count, utf8[index] != UInt8(ascii: ">") { index += 1 }
        return min(utf8.count, index + 1)
      }
      index += 1
    }
    return utf8.count
  }
}
