import TextCore

/// A table of segments and their translations: `.tsv` or `.csv` with the columns `zh` and `en`, and `id` if it likes.
public struct BilingualTable: Hashable, Sendable {
  /// One segment with its translation.
  public struct Row: Hashable, Sendable {
    /// What the column `id` says, else the number of the row; no two rows have the same.
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
    let utf8 = source.text.utf8
    let records =
      name.hasSuffix(".tsv")
      ? DelimitedText.plainRows(in: utf8, delimiter: 0x09)
      : try DelimitedText.rows(in: utf8, delimiter: 0x2C, path: source.path)
    guard let header = records.first?.cells.map({ $0.lowercased() }), let zh = header.firstIndex(of: "zh"),
      let en = header.firstIndex(of: "en")
    else { return nil }
    let id = header.firstIndex(of: "id")
    let suppression = header.firstIndex(of: "duizhao-ignore")
    var rows: [Row] = []
    var names: Set<String> = []
    for record in records.dropFirst() where record.cells.contains(where: { !$0.isEmpty }) {
      let cells = record.cells
      guard cells.count > max(zh, en) else {
        throw InputError(
          path: source.path, line: record.line,
          .malformed(
            "the row ends after \(cells.count) of \(header.count) cells: the column “\(cells.count <= zh ? "zh" : "en")” is missing"
          ))
      }
      var name = id.flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      if name.isEmpty { name = String(rows.count + 1) }
      // Whoever looks for the row must find this one.
      while !names.insert(name).inserted { name += " (line \(record.line))" }
      rows.append(
        Row(
          id: name, line: record.line, chinese: cells[zh], english: cells[en],
          suppression: suppression.flatMap { $0 < cells.count ? cells[$0] : nil }))
    }
    self.rows = rows
  }
}
