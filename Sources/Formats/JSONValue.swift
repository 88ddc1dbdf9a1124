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
  public var compact: String { text(indent: nil) }

  /// The value over several lines, indented by two spaces.
  public var pretty: String { text(indent: 0) }

  /// The value over several lines, as it stands in another one that is indented by so many spaces.
  func pretty(indentedBy indent: Int) -> String { text(indent: indent) }

  private func text(indent: Int?) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: indent)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: JSONText.append(raw: "null", to: &bytes)
    case .bool(let value): JSONText.append(raw: value ? "true" : "false", to: &bytes)
    case .integer(let value): JSONText.append(value, to: &bytes)
    case .number(let value): bytes.append(contentsOf: Self.text(of: value).utf8)
    case .string(let value): JSONText.append(value, to: &bytes)
    case .array(let values):
      Self.append(values.count, "[", "]", to: &bytes, indent: indent) { index, bytes, inner in
        values[index].append(to: &bytes, indent: inner)
      }
    case .object(let members):
      Self.append(members.count, "{", "}", to: &bytes, indent: indent) { index, bytes, inner in
        JSONText.append(members[index].key, to: &bytes)
        JSONText.append(raw: inner == nil ? ":" : ": ", to: &bytes)
        members[index].value.append(to: &bytes, indent: inner)
      }
    }
  }

  private static func append(
    _ count: Int, _ open: StaticString, _ close: StaticString, to bytes: inout [UInt8], indent: Int?,
    item: (_ index: Int, _ bytes: inout [UInt8], _ indent: Int?) -> Void
  ) {
    JSONText.append(raw: open, to: &bytes)
    let inner = indent.map { $0 + 2 }
    for index in 0..<count {
      if index > 0 { JSONText.append(raw: ",", to: &bytes) }
      if let inner { startLine(indent: inner, in: &bytes) }
      item(index, &bytes, inner)
    }
    if let indent, count > 0 { startLine(indent: indent, in: &bytes) }
    JSONText.append(raw: close, to: &bytes)
  }

  private static func startLine(indent: Int, in bytes: inout [UInt8]) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  /// The shortest text that reads back as the same number; JSON has no infinity, so it becomes null.
  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
