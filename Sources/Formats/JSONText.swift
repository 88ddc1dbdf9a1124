/// JSON as bytes, without a value in between: what reports of many lines are written with.
enum JSONText {
  /// Appends a string in quotes; what JSON cannot hold as it is, and the line ends of JavaScript, are escaped.
  static func append(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    bytes.append(0x22)
    string.withUTF8 { append($0, to: &bytes) }
    bytes.append(0x22)
  }

  /// Appends text as it is, without quotes: names, numbers, punctuation.
  static func append(raw text: StaticString, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { return bytes.append(contentsOf: String(number).utf8) }
    var unit = 1
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let isSpecial = isSpecial
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard isSpecial[Int(byte)], let escape = escape(at: index, in: text) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      bytes.append(contentsOf: escape.text.utf8)
      index += escape.length
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// What stands for the scalar at `index`, and its length in the text; nil where it stands for itself.
  private static func escape(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> (text: String, length: Int)? {
    switch text[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case 0xE2:
      guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0xA8 || text[index + 2] == 0xA9 else {
        return nil
      }
      return (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
    case let byte:
      let hex = String(byte, radix: 16)
      return ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex, 1)
    }
  }

  /// The bytes that may have to be escaped: control characters, the quote, the backslash, the first byte of U+2028.
  private static let isSpecial: [Bool] = (0..<256).map { $0 < 0x20 || [0x22, 0x5C, 0x7F, 0xE2].contains($0) }
}
