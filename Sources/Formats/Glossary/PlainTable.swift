import Terminology
import TextCore

/// The plain table: a header, then a concept a row; a cell holds several terms with ` | ` between them.
///
/// Columns come in any order; unknown ones are kept. `id` may be absent. A row needs a Chinese and an English term.
enum PlainTable {
  /// The entries of a table.
  static func entries(in utf8: [UInt8], delimiter: UInt8, file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    var rows = try DelimitedText.rows(in: utf8, delimiter: delimiter, path: file.path)[...]
    // Excel's way of naming the delimiter.
    if rows.first?.cells.first?.hasPrefix("sep=") ?? false { rows = rows.dropFirst() }
    guard let header = rows.popFirst() else { throw file.error(.emptyFile) }
    let columns = try columns(of: header, file: file)
    var ids = EntryIDs(path: file.path)
    var entries: [ConceptEntry] = []
    entries.reserveCapacity(rows.count)
    for row in rows where row.cells.contains(where: { !$0.isEmpty }) {
      let cells = try cells(of: row, columns: columns.count, file: file)
      let entry = try RowReader(columns: columns, cells: cells, line: row.line, file: file).entry()
      if entry.id.isEmpty {
        if let identified = ids.identified(entry, line: row.line) { entries.append(identified) }
      } else {
        try ids.claim(entry.id, line: row.line)
        entries.append(entry)
      }
    }
    return entries
  }

  private static func columns(of header: DelimitedText.Row, file: GlossaryFile) throws(InputError) -> [TableColumn] {
    var names = header.cells.map { CellValues.withoutGuard($0.trimmed) }
    while let last = names.last, last.isEmpty { names.removeLast() }
    let columns = names.map { TableColumn(named: $0) }
    for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
      throw file.error(.malformed("the header has the column “\(column.name)” twice"), line: header.line)
    }
    guard columns.contains(where: { if case .term(let language, _) = $0 { language.isChinese } else { false } }) else {
      throw file.error(.missingColumn("zh-Hans"), line: header.line)
    }
    guard columns.contains(.term(.english, .preferred)) else {
      throw file.error(.missingColumn("en"), line: header.line)
    }
    return columns
  }

  private static func cells(
    of row: DelimitedText.Row, columns count: Int, file: GlossaryFile
  ) throws(InputError) -> [String] {
    if row.cells.count > count, row.cells[count...].contains(where: { !$0.isEmpty }) {
      throw file.error(
        .malformed("the row has \(row.cells.count) cells, the header only \(count); is a delimiter not quoted?"),
        line: row.line)
    }
    return row.cells.prefix(count).map { CellValues.withoutGuard($0) }
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

  /// Reads one row.
  private struct RowReader {
    let columns: [TableColumn]
    let cells: [String]
    let line: Int
    let file: GlossaryFile

    func entry() throws(InputError) -> ConceptEntry {
      var entry = ConceptEntry(id: "", terms: [])
      for (column, cell) in zip(columns, cells) {
        switch column {
        case .id: entry.id = cell.trimmed
        case .subjectField: entry.subjectField = cell.nonEmpty
        case .type: entry.type = cell.nonEmpty
        case .definition: entry.definition = cell.nonEmpty
        case .note: entry.note = cell.nonEmpty
        case .source: entry.source = cell.nonEmpty
        case .doNotTranslate: entry.doNotTranslate = try truth(of: cell)
        case .extra(let name): if !cell.isEmpty { entry.extra.append(.init(name: name, value: cell)) }
        case .term, .pinyin, .termPartOfSpeech, .partOfSpeech: break
        }
      }
      for language in TermLanguage.allCases {
        for status in AdministrativeStatus.allCases { entry.terms += try terms(language, status) }
      }
      guard entry.terms.contains(where: \.language.isChinese) else {
        let isTraditional = !columns.contains(.term(.simplifiedChinese, .preferred))
        throw file.error(.missingValue(column: isTraditional ? "zh-Hant" : "zh-Hans"), line: line)
      }
      guard entry.terms.contains(where: { $0.language == .english }) else {
        throw file.error(.missingValue(column: "en"), line: line)
      }
      return entry
    }

    private func cell(_ column: TableColumn) -> String? {
      guard let index = columns.firstIndex(of: column), index < cells.count else { return nil }
      return cells[index].nonEmpty
    }

    private func terms(_ language: TermLanguage, _ status: AdministrativeStatus) throws(InputError) -> [Term] {
      guard let texts = cell(.term(language, status)).map({ CellValues.split($0) }) else { return [] }
      var readings = try values(of: .pinyin(language, status), for: texts)
      // The one pinyin column serves the Traditional term where there is no Simplified one.
      if language == .traditionalChinese, status == .preferred, readings.isEmpty,
        cell(.term(.simplifiedChinese, .preferred)) == nil
      {
        readings = try values(of: .pinyin(.simplifiedChinese, .preferred), for: texts)
      }
      let parts = try values(of: .termPartOfSpeech(language, status), for: texts)
      let common = cell(.partOfSpeech)
      var terms: [Term] = []
      for (index, text) in texts.enumerated() where !text.isEmpty {
        let part = parts.isEmpty ? common : index < parts.count ? parts[index].nonEmpty : nil
        let reading = index < readings.count ? readings[index].nonEmpty : nil
        terms.append(Term(language: language, text: text, status: status, pinyin: reading, partOfSpeech: part))
      }
      return terms
    }

    private func values(of column: TableColumn, for terms: [String]) throws(InputError) -> [String] {
      let values = cell(column).map { CellValues.split($0) } ?? []
      if values.count > terms.count {
        throw file.error(
          .malformed("the column “\(column.name)” has \(values.count) values for \(terms.count) terms"), line: line)
      }
      return values
    }

    private func truth(of cell: String) throws(InputError) -> Bool {
      switch cell.trimmed.lowercased() {
      case "", "no", "false", "0", "n": return false
      case "yes", "true", "1", "y", "x": return true
      default:
        throw file.error(.malformed("“\(cell)” in the column “do_not_translate” is neither yes nor no"), line: line)
      }
    }
  }
}
