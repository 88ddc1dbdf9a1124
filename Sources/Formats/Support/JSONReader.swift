import TextCore

/// Reads JSON (RFC 8259) from UTF-8.
struct JSONReader {
  private let utf8: ArraySlice<UInt8>
  private let path: String
  private var index: Int
  private(set) var line: Int
  /// Deeper nesting than this is refused.
  private static let depthLimit = 64

  /// Creates a reader of the bytes, the first of which stand in `line`.
  init(_ utf8: ArraySlice<UInt8>, path: String, line: Int = 1) {
    self.utf8 = utf8
    self.path = path
    self.line = line
    index = utf8.startIndex
  }

  /// The one value that the bytes hold.
  mutating func document() throws(InputError) -> JSONValue {
    let value = try value(depth: 0)
    try finish()
    return value
  }

  /// The values of the array that the bytes hold, each with the line it begins in.
  mutating func elements() throws(InputError) -> [(value: JSONValue, line: Int)] {
    skipSpace()
    guard take("[") else { throw error("an array was expected here") }
    var values: [(value: JSONValue, line: Int)] = []
    skipSpace()
    if !take("]") {
      repeat {
        skipSpace()
        let start = line
        values.append((try value(depth: 1), start))
        skipSpace()
      } while take(",")
      guard take("]") else { throw error("a comma or a closing bracket was expected here") }
    }
    try finish()
    return values
  }

  private mutating func finish() throws(InputError) {
    skipSpace()
    if index < utf8.endIndex { throw error("text after the end of the value") }
  }

  private mutating func value(depth: Int) throws(InputError) -> JSONValue {
    if depth > Self.depthLimit { throw error("nested deeper than \(Self.depthLimit) levels") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    case 0: throw error("the file ends inside a value")
    default: throw error("a value was expected here")
    }
  }

  private mutating func object(depth: Int) throws(InputError) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a name in quotes was expected here") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw error("a colon was expected after “\(name)”") }
      members.append(.init(name, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("a comma or a closing brace was expected here") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(InputError) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("a comma or a closing bracket was expected here") }
    return .array(values)
  }

  private mutating func string() throws(InputError) -> String {
    index += 1
    var content: [UInt8] = []
    while index < utf8.endIndex {
      let byte = utf8[index]
      index += 1
      switch byte {
      case 0x22: return String(decoding: content, as: UTF8.self)
      case 0x5C: content.append(contentsOf: try escape())
      case 0..<0x20: throw error("a control character inside a string")
      default: content.append(byte)
      }
    }
    throw error("a string is never closed")
  }

  private mutating func escape() throws(InputError) -> [UInt8] {
    let byte = peek
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var value = try fourDigits()
      if 0xD800...0xDBFF ~= value, take(#"\"#), take("u") {
        let low = try fourDigits()
        guard 0xDC00...0xDFFF ~= low else { throw error("half of a surrogate pair") }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      if value == 0 { throw error("the character U+0000, which no text holds") }
      guard let scalar = Unicode.Scalar(value) else { throw error("half of a surrogate pair") }
      return Array(UTF8.encode(scalar)!)
    default: throw error("an unknown escape in a string")
    }
  }

  private mutating func fourDigits() throws(InputError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(peek)).hexDigitValue else {
        throw error("four hexadecimal digits were expected")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private mutating func number() throws(InputError) -> JSONValue {
    let start = index
    while index < utf8.endIndex, "+-.eE0123456789".utf8.contains(utf8[index]) { index += 1 }
    let digits = String(decoding: utf8[start..<index], as: UTF8.self)
    if let integer = Int(digits) { return .integer(integer) }
    guard let number = Double(digits) else { throw error("“\(digits)” is not a number") }
    return .number(number)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(InputError) -> JSONValue {
    guard utf8[index...].starts(with: word.utf8) else { throw error("a value was expected here") }
    index += word.utf8.count
    return value
  }

  /// The next byte, or 0 at the end.
  private var peek: UInt8 { index < utf8.endIndex ? utf8[index] : 0 }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < utf8.endIndex, UInt32(utf8[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < utf8.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[index]) {
      if utf8[index] == 0x0A { line += 1 }
      index += 1
    }
  }

  private func error(_ what: String) -> InputError { InputError(path: path, line: line, .malformed(what)) }
}
