import Terminology
import TextCore

/// The plain table: a header, then a concept a row; a cell holds several terms with ` | ` between them.
///
/// Columns come in any order; unknown ones are kept. `id` may be absent. A row needs a Chinese and an English term.
/// The names of other people's columns are understood where they can be (``HeaderName``).
enum PlainTable {
  /// The entries of a delimited text.
  static func entries(in utf8: [UInt8], delimiter: UInt8, file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    var rows = try DelimitedText.rows(in: utf8, delimiter: delimiter, path: file.path)[...]
    // Excel's way of naming the delimiter.
    if rows.first?.cells.first?.hasPrefix("sep=") ?? false { rows = rows.dropFirst() }
    let unguarded = rows.map { row in
      DelimitedText.Row(line: row.line, cells: row.cells.map { CellValues.withoutGuard($0) })
    }
    return try entries(inRows: unguarded[...], file: file)
  }

  /// The entries of a table, the first row of which may be its header.
  static func entries(
    inRows rows: ArraySlice<DelimitedText.Row>, file: GlossaryFile
  ) throws(InputError) -> [ConceptEntry] {
    var ids = EntryIDs(of: file)
    return try entries(inRows: rows, file: file, ids: &ids)
  }

  /// The same beside other entries of the file, whose ids are known.
  static func entries(
    inRows rows: ArraySlice<DelimitedText.Row>, file: GlossaryFile, ids: inout EntryIDs
  ) throws(InputError) -> [ConceptEntry] {
    var header = try TableHeader(of: rows, file: file)
    let data = header.isAbsent ? rows : rows.dropFirst()
    header.distrustNumbers(in: data)
    let separators = TermSeparators(for: header, rows: data, chosen: file.options.termSeparator)
    let reader = TableRowReader(header: header, separators: separators, file: file)
    var entries: [ConceptEntry] = []
    entries.reserveCapacity(data.count)
    for row in data where row.cells.contains(where: { !$0.isEmpty }) {
      let entry = try reader.entry(of: row)
      if let settled = try ids.settled(entry, line: row.line) { entries.append(settled) }
    }
    return entries
  }

  /// The table that holds the entries.
  static func file(holding entries: [ConceptEntry], delimiter: UInt8) -> WrittenGlossary {
    var writer = TableWriter(entries)
    var bytes: [UInt8] = []
    DelimitedText.append(writer.header.map { CellValues.guarded($0) }, delimiter: delimiter, to: &bytes)
    for entry in entries {
      guard let cells = writer.cells(of: entry) else { continue }
      DelimitedText.append(cells.map { CellValues.guarded($0) }, delimiter: delimiter, to: &bytes)
    }
    return WrittenGlossary(bytes: bytes, losses: writer.losses)
  }
}

/// What stands between the terms of a cell.
///
/// In a table of our own it is ` | ` and nothing else. In one of somebody else's, where no cell has that, a semicolon of
/// either width or a line end is taken for it, because hardly any term holds one; a slash or a comma never is.
struct TermSeparators: Hashable {
  private let chosen: String?
  private let isGuessed: Bool

  init(for header: TableHeader, rows: ArraySlice<DelimitedText.Row>, chosen: String?) {
    self.chosen = chosen
    guard chosen == nil, header.isForeign else {
      isGuessed = false
      return
    }
    isGuessed = !rows.contains { $0.cells.contains { $0.contains(" | ") } }
  }

  /// The terms of a cell.
  func split(_ cell: String) -> [String] {
    if let chosen {
      return cell.split(separator: chosen, omittingEmptySubsequences: true).map { String($0).trimmed }
        .filter { !$0.isEmpty }
    }
    guard isGuessed else { return CellList.values.split(cell) }
    return cell.unicodeScalars.split { $0 == ";" || $0 == "；" || $0 == "\n" || $0 == "\r" || $0 == "|" }
      .map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
