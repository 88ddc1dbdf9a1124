/// Writes XML, character by character right.
struct XMLOutput {
  private(set) var bytes: [UInt8] = []
  /// Whether characters that XML 1.0 does not allow have been left out since this was last set to false.
  var hasRemovedCharacters = false

  /// Appends markup as it stands.
  mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends text, escaped so that it reads back the same between tags as well as inside double quotes.
  ///
  /// Control characters that XML 1.0 has no way to write are left out.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: markup("&amp;")
      case 0x3C: markup("&lt;")
      case 0x3E: markup("&gt;")
      case 0x22: markup("&quot;")
      case 0x0D: markup("&#13;")  // else a reader takes it for a line end
      case 0x09, 0x0A: bytes.append(UInt8(scalar.value))
      case 0..<0x20, 0xFFFE, 0xFFFF: hasRemovedCharacters = true
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }

  /// Appends a line with an element that holds text; attributes without value are left out.
  mutating func element(
    _ indent: Int, _ name: String, _ attributes: KeyValuePairs<String, String?>, _ text: String?
  ) {
    open(indent, name, attributes, isEmpty: text == nil)
    guard let text else { return }
    bytes.removeLast()  // the line end
    self.text(text)
    close(0, name)
  }

  /// Appends a line with an element that holds text.
  mutating func element(_ indent: Int, _ name: String, _ text: String) { element(indent, name, [:], text) }

  /// Appends a line with an opening tag, or with the tag of an empty element.
  mutating func open(
    _ indent: Int, _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], isEmpty: Bool = false
  ) {
    for _ in 0..<indent { bytes.append(0x20) }
    markup("<\(name)")
    for (attribute, value) in attributes {
      guard let value else { continue }
      markup(" \(attribute)=\"")
      self.attribute(value)
      markup("\"")
    }
    markup(isEmpty ? "/>\n" : ">\n")
  }

  /// Appends a line with a closing tag.
  mutating func close(_ indent: Int, _ name: String) {
    for _ in 0..<indent { bytes.append(0x20) }
    markup("</\(name)>\n")
  }

  /// Appends the value of an attribute, in which readers would take a line end for a space.
  mutating func attribute(_ value: String) {
    let start = bytes.count
    text(value)
    if !bytes[start...].contains(where: { $0 == 0x0A || $0 == 0x09 }) { return }
    let written = bytes[start...]
    var escaped: [UInt8] = []
    for byte in written {
      if byte == 0x0A || byte == 0x09 {
        escaped.append(contentsOf: "&#\(byte);".utf8)
      } else {
        escaped.append(byte)
      }
    }
    bytes.replaceSubrange(start..., with: escaped)
  }

  /// A name of type `xs:ID` for any string: what a name may not have becomes `_x` and its number, as in `_x0031_2306`.
  static func identifier(for text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isPlain: Bool
      switch scalar {
      case "_": isPlain = !(index + 1 < scalars.count && scalars[index + 1] == "x")
      case "a"..."z", "A"..."Z", "\u{4E00}"..."\u{9FA5}": isPlain = true
      case "0"..."9", ".", "-": isPlain = index > 0
      default: isPlain = false
      }
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
      }
    }
    return result.isEmpty ? "_" : result
  }

  /// The string that ``identifier(for:)`` made this name of.
  static func string(ofIdentifier name: String) -> String {
    if name == "_" { return "" }
    if !name.contains(byte: UInt8(ascii: "_")) { return name }
    var result = String.UnicodeScalarView()
    var rest = name.unicodeScalars[...]
    while let first = rest.first {
      let digits = rest.dropFirst(2).prefix { $0.properties.isASCIIHexDigit }
      if rest.starts(with: "_x".unicodeScalars), (4...6).contains(digits.count),
        rest.dropFirst(2 + digits.count).first == "_",
        let scalar = UInt32(String(digits), radix: 16).flatMap({ Unicode.Scalar($0) })
      {
        result.append(scalar)
        rest = rest.dropFirst(3 + digits.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}
