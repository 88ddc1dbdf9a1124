import TextCore

/// A table of segments and their translations: `.tsv` or `.csv` with the columns `zh` and `en`, and `id` if it likes.
public struct BilingualTable: Hashable, Sendable {
  /// One segment with its translation.
  public struct Row: Hashable, Sendable {
    /// What the column `id` says, else the number of the row.
    public let id: String
    /// The 1-based line of the file on which the row begins.
    public let line: Int
    public let chinese: String
    public let english: String
    /// What the column `duizhao-ignore` says: `rule, rule: reason`.
    public let suppression: String?
  }

  public let rows: [Row]

  /// Reads the table, or gives nil for a file that is none: another ending, or a header without both columns.
  /// - Throws: ``InputError`` with the line for a row that has fewer cells than it needs.
  public init?(_ source: SourceText) throws(InputError) {
    let name = source.path.lowercased()
    guard name.hasSuffix(".tsv") || name.hasSuffix(".csv") else { return nil }
    let isTabbed = name.hasSuffix(".tsv")
    let records =
      isTabbed
      ? Self.tabbedRows(of: source.text.utf8)
      : try DelimitedText.rows(in: source.text.utf8, delimiter: 0x2C, path: source.path).map { ($0.line, $0.cells) }
    guard let header = records.first?.cells.map({ $0.lowercased() }), let zh = header.firstIndex(of: "zh"),
      let en = header.firstIndex(of: "en")
    else { return nil }
    let id = header.firstIndex(of: "id")
    let suppression = header.firstIndex(of: "duizhao-ignore")
    var rows: [Row] = []
    for (line, cells) in records.dropFirst() where cells.contains(where: { !$0.isEmpty }) {
      guard cells.count > max(zh, en) else {
        throw InputError(path: source.path, line: line, .missingColumn(cells.count <= zh ? "zh" : "en"))
      }
      let name = id.flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      rows.append(
        Row(
          id: name.isEmpty ? String(rows.count + 1) : name, line: line, chinese: cells[zh], english: cells[en],
          suppression: suppression.flatMap { $0 < cells.count ? cells[$0] : nil }))
    }
    self.rows = rows
  }

  /// The rows of a table with tabs, in which quotation marks are characters like any other.
  private static func tabbedRows(of utf8: [UInt8]) -> [(line: Int, cells: [String])] {
    let index = LineIndex(utf8)
    return (1...index.count).compactMap { number in
      let line = utf8[index.span(ofLine: number).range]
      if line.isEmpty { return nil }
      return (
        number,
        line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      )
    }
  }
}
