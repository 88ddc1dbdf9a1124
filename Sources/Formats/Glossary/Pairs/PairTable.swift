import Terminology
import TextCore

/// Reads tables of pairs, with or without header: source, target, perhaps a remark.
///
/// Which side is Chinese is seen from the terms. Each row is a concept; nothing in a cell separates terms, unless the
/// user names what does.
enum PairTable {
  /// The entries of a table with tabs, or else with commas.
  static func entries(
    in file: GlossaryFile, hasHeader: Bool = false, comment: UInt8? = nil
  ) throws(InputError) -> [ConceptEntry] {
    let text = try file.text()
    let isTabbed = text.prefix(1 << 14).contains(0x09)
    let rows =
      isTabbed
      ? DelimitedText.plainRows(in: text, delimiter: 0x09)
      : try DelimitedText.rows(in: text, delimiter: 0x2C, path: file.path)
    return try entries(inRows: rows, file: file, hasHeader: hasHeader, comment: comment)
  }

  static func entries(
    inRows rows: [DelimitedText.Row], file: GlossaryFile, hasHeader: Bool = false, comment: UInt8? = nil
  ) throws(InputError) -> [ConceptEntry] {
    // Rows without translation are what other programs pass over.
    let kept = rows.filter { row in
      if let comment, row.cells.first?.utf8.first == comment { return false }
      if row.cells.count(where: { !$0.trimmed.isEmpty }) > 1 { return true }
      file.remarks.add(.unitWithoutPair, line: row.line)
      return false
    }
    if kept.isEmpty { return [] }
    var file = file
    if file.options.termSeparator == nil { file.options.termSeparator = "\u{1F}" }
    file.options.hasHeader = file.options.hasHeader ?? hasHeader
    return try PlainTable.entries(inRows: kept[...], file: file)
  }
}

extension DelimitedText {
  /// The rows of a text in which quotes are characters like any other, and a line is a row; empty lines are left out.
  static func plainRows(in utf8: [UInt8], delimiter: UInt8) -> [Row] {
    let lines = LineIndex(utf8)
    return (1...lines.count).compactMap { number in
      let bytes = utf8[lines.span(ofLine: number).range]
      if bytes.isEmpty { return nil }
      let cells = bytes.split(separator: delimiter, omittingEmptySubsequences: false)
      return Row(line: number, cells: cells.map { String(decoding: $0, as: UTF8.self) })
    }
  }
}
