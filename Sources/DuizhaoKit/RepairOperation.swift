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

  /// What the repairs change, as a unified diff.
  public var diff: String {
    let made = edits.filter(\.isApplied).map { TextEdit(span: $0.span, replacement: $0.replacement) }
    return UnifiedDiff.text(path: source.path, before: source.text.utf8, edits: made)
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

/// Repairs files: what `duizhao repair` does.
public struct RepairOperation {
  /// The encoding of the file, or nil to detect it.
  public var encoding: TextEncoding?

  public init(encoding: TextEncoding? = nil) { self.encoding = encoding }

  /// Reads and repairs one file; writes nothing.
  public func run(on path: String, in workspace: Workspace) throws -> RepairedText {
    let source = try Files.source(at: path, encoding: encoding)
    let (text, edits) = workspace.repairer.repaired(source.text)
    return RepairedText(source: source, text: text, edits: edits)
  }
}
