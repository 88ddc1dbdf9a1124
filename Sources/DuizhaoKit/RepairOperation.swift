import Formats
import Repair
import TextCore

/// A file before and after repair.
public struct RepairedText: Sendable {
  public let source: SourceText
  /// The repaired text; its offsets lead back to the file.
  public let text: MappedText
  /// What was found, in offsets of the decoded text.
  public let edits: [RepairEdit]

  /// Whether any repair was made.
  public var isChanged: Bool { edits.contains { $0.isApplied } }

  /// The bytes of the repaired file: in its own encoding and with its own line ends, unless others are asked for.
  ///
  /// Without a repair and without a wish they are the bytes that were read.
  /// - Throws: ``InputError`` when the encoding lacks a character.
  public func encoded(as encoding: TextEncoding? = nil, lineEnds: LineEnds? = nil) throws(InputError) -> [UInt8] {
    if !isChanged, encoding == nil || encoding == source.encoding, lineEnds == nil { return source.bytes }
    return try source.encoded(lineEnds.map { $0.applied(to: text.utf8) } ?? text.utf8, as: encoding)
  }

  /// What the repairs change, as a unified diff; each hunk says what kinds of damage it mends, and how often.
  public var diff: String {
    let applied = edits.filter(\.isApplied)
    let made = applied.map { TextEdit(span: $0.span, replacement: $0.replacement) }
    var next = 0
    return UnifiedDiff.text(path: source.path, before: source.text.utf8, edits: made) { hunk in
      var counts: [RepairEdit.Kind: Int] = [:]
      while next < applied.count, applied[next].span.start < hunk.end {
        counts[applied[next].kind, default: 0] += 1
        next += 1
      }
      return RepairEdit.Kind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
        .joined(separator: ", ")
    }
  }

  /// One object a repair: `path`, `start`, `end`, `kind`, `before`, `after`, `recoverable`, `reason`.
  public var jsonLines: String {
    edits.map { edit in
      let span = source.text.fileSpan(of: edit.span)
      return JSONValue.object([
        "path": .string(source.path),
        "start": .integer(span.start),
        "end": .integer(span.end),
        "kind": .string(edit.kind.rawValue),
        "before": .string(source.text.string(in: edit.span)),
        "after": edit.isRecoverable ? .string(edit.replacement) : .null,
        "recoverable": .bool(edit.isRecoverable),
        "safe": .bool(edit.isSafe),
        "confidence": .number((edit.confidence * 100).rounded() / 100),
        "reason": .string(edit.reason),
      ]).compact + "\n"
    }.joined()
  }
}

/// How lines end.
public enum LineEnds: String, Sendable, CaseIterable {
  case lf
  case crlf

  /// The text with every line end (`\n`, `\r\n`) made like this.
  public func applied(to utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for (index, byte) in utf8.enumerated() {
      if byte == 0x0D, index + 1 < utf8.count, utf8[index + 1] == 0x0A { continue }
      if byte == 0x0A, self == .crlf { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}

/// Repairs files: what `duizhao repair` does.
public struct RepairOperation {
  /// The encoding of the file, or nil to detect it.
  public var encoding: TextEncoding?
  /// Kinds whose repairs are made where they are only proposed, too.
  public var alsoApplied: Set<RepairEdit.Kind>

  public init(encoding: TextEncoding? = nil, alsoApplied: Set<RepairEdit.Kind> = []) {
    self.encoding = encoding
    self.alsoApplied = alsoApplied
  }

  /// Reads and repairs one file; writes nothing.
  public func run(on path: String, in workspace: Workspace) throws -> RepairedText {
    let source = try Files.source(at: path, encoding: encoding)
    let (text, edits) = workspace.repairer.repaired(source.text, also: alsoApplied)
    return RepairedText(source: source, text: text, edits: edits)
  }
}
