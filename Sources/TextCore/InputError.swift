/// Input that cannot be read: where, and what is wrong with it.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case missingFile
    case isDirectory
    case unreadable(String)
    case emptyFile
    case notText
    case invalidBytes(encoding: String, offset: Int)
    case unknownEncoding(String)
    case unknownFormat(String, known: [String])
    case missingColumn(String)
    case missingValue(column: String)
    case duplicateID(String, firstLine: Int)
    case malformed(String)
    case unencodable(encoding: String, character: String)
    case unwritable(String)
  }

  /// The path as the user gave it; `-` is standard input.
  public let path: String
  /// The 1-based line, where there is one.
  public let line: Int?
  public let reason: Reason

  public init(path: String, line: Int? = nil, _ reason: Reason) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// `path:line: error: what is wrong`, the form that editors can jump to.
  public var description: String {
    "\(path)\(line.map { ":\($0)" } ?? ""): error: \(explanation)"
  }

  /// What is wrong, and where it helps, what to do about it.
  public var explanation: String {
    switch reason {
    case .missingFile: "no such file"
    case .isDirectory: "is a directory, not a file"
    case .unreadable(let why): "cannot be read: \(why)"
    case .emptyFile: "the file is empty"
    case .notText: "is not text (it holds binary data)"
    case .invalidBytes(let encoding, let offset):
      "byte \(offset) is not valid \(encoding); name the right encoding with --encoding"
    case .unknownEncoding(let name): "“\(name)” is not an encoding we know (\(TextEncoding.allNames))"
    case .unknownFormat(let name, let known): "“\(name)” is not a format we know (\(known.joined(separator: ", ")))"
    case .missingColumn(let column): "the header has no column “\(column)”"
    case .missingValue(let column): "the column “\(column)” is empty"
    case .duplicateID(let id, let firstLine): "the id “\(id)” is already used in line \(firstLine)"
    case .malformed(let what): what
    case .unencodable(let encoding, let character): "\(encoding) has no “\(character)”"
    case .unwritable(let why): "cannot be written: \(why)"
    }
  }
}
