/// A JSON value that keeps the order of its keys, so that the same report is the same bytes on every run.
public enum JSONValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A string, or null.
  public init(_ string: String?) { self = string.map { .string($0) } ?? .null }

  /// An object with its members in this order; a nil value leaves its key out.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// The value on one line.
  public var compact: String {
    var result = ""
    write(to: &result, indent: nil)
    return result
  }

  /// The value over several lines, indented by two spaces.
  public var pretty: String {
    var result = ""
    write(to: &result, indent: 0)
    return result
  }

  private func write(to result: inout String, indent: Int?) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += Self.text(of: value)
    case .string(let value): Self.write(value, to: &result)
    case .array(let values):
      Self.write(values.count, "[", "]", to: &result, indent: indent) { index, result, inner in
        values[index].write(to: &result, indent: inner)
      }
    case .object(let members):
      Self.write(members.count, "{", "}", to: &result, indent: indent) { index, result, inner in
        Self.write(members[index].key, to: &result)
        result += inner == nil ? ":" : ": "
        members[index].value.write(to: &result, indent: inner)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: String, _ close: String, to result: inout String, indent: Int?,
    item: (_ index: Int, _ result: inout String, _ indent: Int?) -> Void
  ) {
    result += open
    let inner = indent.map { $0 + 2 }
    for index in 0..<count {
      if index > 0 { result += "," }
      if let inner { result += "\n" + String(repeating: " ", count: inner) }
      item(index, &result, inner)
    }
    if let indent, count > 0 { result += "\n" + String(repeating: " ", count: indent) }
    result += close
  }

  /// The shortest text that reads back as the same number; JSON has no infinity, so it becomes null.
  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  private static func write(_ string: String, to result: inout String) {
    result += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
