import Lint
import TextCore

/// Findings that are known and not to be reported again: a project that begins to be checked need not mend all at once.
///
/// A finding is known by its file, its rule, what it flags and what stands around it, not by its line.
public struct Baseline: Hashable, Sendable {
  /// What a finding is known by.
  public struct Key: Hashable, Comparable, Sendable {
    /// Relative to the folder of the baseline.
    public let path: String
    public let rule: String
    public let text: String
    /// A hash of what stands on both sides.
    public let context: String

    public init(path: String, finding: Finding, in utf8: [UInt8]) {
      self.path = path
      rule = finding.rule
      text = Baseline.normalized(finding.text)
      context = Baseline.context(of: finding, in: utf8)
    }

    init(path: String, rule: String, text: String, context: String) {
      self.path = path
      self.rule = rule
      self.text = text
      self.context = context
    }

    public static func < (a: Key, b: Key) -> Bool {
      (a.path, a.rule, a.text, a.context) < (b.path, b.rule, b.text, b.context)
    }
  }

  /// How often each finding is known.
  public private(set) var counts: [Key: Int]

  /// The version of the file that we read and write.
  private static let version = 1
  /// More findings that are alike are no baseline of ours.
  private static let greatestCount = 1 << 24

  public init(_ keys: [Key] = []) { counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  /// How many findings are known.
  public var count: Int { counts.values.reduce(0, +) }

  /// Takes a finding as seen; false when it is not known, or was seen as often as it is known.
  public mutating func take(_ key: Key) -> Bool {
    guard let count = counts[key] else { return false }
    counts[key] = count == 1 ? nil : count - 1
    return true
  }

  /// What is in another baseline and not in this one.
  public func missing(from other: Baseline) -> [Key] {
    other.counts.flatMap { key, count in Array(repeating: key, count: max(0, count - (counts[key] ?? 0))) }.sorted()
  }

  /// The baseline with the entries of some files replaced by those of another one.
  public func replacing(filesIn paths: Set<String>, with other: Baseline) -> Baseline {
    var result = self
    result.counts = counts.filter { !paths.contains($0.key.path) }
    for (key, count) in other.counts where paths.contains(key.path) { result.counts[key] = count }
    return result
  }

  // MARK: The file

  /// The file: JSON, sorted, a finding a line, so that a difference shows what changed.
  public var encoded: [UInt8] {
    let lines = counts.sorted { $0.key < $1.key }.map { key, count in
      JSONValue.object([
        "path": .string(key.path), "rule": .string(key.rule), "text": .string(key.text),
        "context": .string(key.context), "count": .integer(count),
      ]).compact
    }
    let body = lines.isEmpty ? "" : "\n" + lines.map { "    \($0)" }.joined(separator: ",\n") + "\n  "
    return Array("{\n  \"version\": \(Self.version),\n  \"findings\": [\(body)]\n}\n".utf8)
  }

  /// Reads the file.
  /// - Throws: ``InputError`` for a file of another version, and for one that is no baseline.
  public init(reading bytes: [UInt8], path: String) throws(InputError) {
    var reader = JSONReader(bytes[...], path: path)
    let document = try reader.document()
    guard case .integer(let version) = document["version"], case .array(let findings) = document["findings"] else {
      throw InputError(path: path, .malformed("is no baseline; make one with --update-baseline"))
    }
    guard version == Self.version else {
      throw InputError(
        path: path,
        .malformed(
          "is a baseline of version \(version), this program knows version \(Self.version); make it anew: remove it and run --update-baseline"
        ))
    }
    counts = [:]
    for (number, finding) in findings.enumerated() {
      guard case .string(let file) = finding["path"], case .string(let rule) = finding["rule"],
        case .string(let text) = finding["text"], case .string(let context) = finding["context"],
        case .integer(let count) = finding["count"], (1...Self.greatestCount).contains(count)
      else { throw InputError(path: path, .malformed("finding \(number + 1) is not whole")) }
      counts[Key(path: file, rule: rule, text: text, context: context), default: 0] += count
    }
  }

  // MARK: Context

  private static func normalized(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A hash of some characters before and after a finding, white space left out, within its line.
  private static func context(of finding: Finding, in utf8: [UInt8]) -> String {
    let span = TextSpan(min(finding.decodedSpan.start, utf8.count), min(finding.decodedSpan.end, utf8.count))
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func feed(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for index in stride(from: span.start - 1, through: max(0, span.start - 60), by: -1) {
      if utf8[index] == 0x0A { break }
      if !Bytes.isSpace(utf8[index]) { feed(utf8[index]) }
    }
    feed(0)
    for index in span.end..<min(utf8.count, span.end + 60) {
      if utf8[index] == 0x0A { break }
      if !Bytes.isSpace(utf8[index]) { feed(utf8[index]) }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension JSONValue {
  /// The value of a key of an object.
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
