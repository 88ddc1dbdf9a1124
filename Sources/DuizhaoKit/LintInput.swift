import Configuration
import Formats
import Lint
import TextCore

/// A file as it is checked: its prose, or the rows of a table, and its original where there is one.
struct LintInput: Sendable {
  let file: SourceText
  /// The running text of the file; nothing of it is left out in plain text.
  let prose: MappedText
  /// The rows, when the file is a bilingual table.
  let table: BilingualTable?
  /// The text that was translated.
  let original: Original?
  private let format: ProseFormat

  /// The original of a file.
  struct Original: Sendable {
    let file: SourceText
    let prose: MappedText
  }

  /// Reads a file.
  ///
  /// `path` is what reports say, and names the format.
  /// - Throws: ``InputError`` for bytes that are no text, and for a table with a broken row.
  init(path: String, bytes: [UInt8], original: (path: String, bytes: [UInt8])?, encoding: TextEncoding?)
    throws(InputError)
  {
    file = try Self.text(path, bytes, encoding)
    format = ProseFormat.format(ofPath: path)
    if let original {
      let text = try Self.text(original.path, original.bytes, encoding)
      let prose = ProseFormat.format(ofPath: original.path).prose(text.text)
      self.original = Original(file: text, prose: prose)
      table = nil
    } else {
      self.original = nil
      table = try BilingualTable(file)
    }
    prose = table == nil ? format.prose(file.text) : file.text
  }

  private static func text(_ path: String, _ bytes: [UInt8], _ encoding: TextEncoding?) throws(InputError) -> SourceText
  {
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    return try SourceText(path: path, bytes: bytes, encoding: encoding)
  }

  /// What the file and the configuration say of findings that are to be left alone.
  func suppressions(ids: [String], _ configuration: ProjectConfiguration?, relativePath: String?) -> Suppressions {
    var reader = SuppressionReader(ids: ids, path: file.path)
    if let table {
      for row in table.rows { if let note = row.suppression { reader.read(cell: note, row: row.id) } }
    } else {
      let comments = SuppressionComment.all(in: file.text.utf8)
      let index = comments.isEmpty ? LineIndex([]) : LineIndex(file.text.utf8)
      for comment in comments {
        let line = index.line(of: comment.span.start)
        reader.read(comment: comment.text, at: comment.span, line: line, lines: lines(of: comment, index))
      }
    }
    if let configuration, let relativePath {
      for suppression in configuration.suppressions where suppression.files.contains(where: { $0.covers(relativePath) })
      {
        reader.read(suppression, of: configuration)
      }
    }
    return reader.finished()
  }

  /// The lines that a comment speaks of: its own, where something else stands on it; else the next one with text on it,
  /// in markup the whole paragraph.
  private func lines(of comment: SuppressionComment, _ index: LineIndex) -> ClosedRange<Int> {
    func isBlank(_ line: Int, without span: TextSpan? = nil) -> Bool {
      let bytes = index.span(ofLine: line)
      return bytes.range.allSatisfy { offset in
        span?.contains(offset) == true || [0x20, 0x09].contains(file.text.utf8[offset])
      }
    }
    let last = index.line(of: comment.span.end)
    if !isBlank(last, without: comment.span) { return index.line(of: comment.span.start)...last }
    var start = last + 1
    while start < index.count, isBlank(start) { start += 1 }
    var end = start
    while format.isMarkup, end < index.count, !isBlank(end + 1) { end += 1 }
    return start...end
  }
}
