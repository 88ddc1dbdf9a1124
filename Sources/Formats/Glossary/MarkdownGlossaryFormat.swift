import Terminology
import TextCore

extension GlossaryFormat {
  /// A table for people to read.
  ///
  /// The tables of other people's documents are read, all those with the header of the first one that names terms.
  public static let markdown = GlossaryFormat(
    id: "markdown", summary: "Markdown table, for reading", fileExtensions: ["md", "markdown"], isLossless: false,
    reader: { file throws(InputError) in
      try PlainTable.entries(inRows: MarkdownTable.rows(in: try file.text(), file: file)[...], file: file)
    },
    writer: { entries in
      var lines = ["| 简体 | 繁體 | Pinyin | English | Also | Do not use | Remarks |", "|---|---|---|---|---|---|---|"]
      var losses: [FormatLoss] = []
      for entry in entries {
        lines.append("| " + MarkdownRow.cells(of: entry).map(MarkdownRow.escaped).joined(separator: " | ") + " |")
        losses += MarkdownRow.losses(of: entry)
      }
      return WrittenGlossary(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), losses: losses)
    })
}

/// Reads pipe tables.
private enum MarkdownTable {
  /// The header and rows of the tables that have the same header as the first.
  static func rows(in utf8: [UInt8], file: GlossaryFile) throws(InputError) -> [DelimitedText.Row] {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { cells(of: $0) }
    var rows: [DelimitedText.Row] = []
    var isInTable = false
    for (index, cells) in lines.enumerated() {
      guard let cells else {
        isInTable = false
        continue
      }
      if isInTable {
        if !isRuler(cells) { rows.append(row(cells, line: index + 1, width: rows[0].cells.count)) }
      } else if index + 1 < lines.count, let ruler = lines[index + 1], isRuler(ruler) {
        if rows.isEmpty { rows.append(DelimitedText.Row(line: index + 1, cells: cells)) }
        isInTable = cells == rows[0].cells
      }
    }
    if rows.isEmpty { throw file.error(.malformed("the document has no table")) }
    return rows
  }

  /// A row as wide as the header, as Markdown has it: what is too much is empty or belongs to the last cell.
  private static func row(_ cells: [String], line: Int, width: Int) -> DelimitedText.Row {
    DelimitedText.Row(line: line, cells: Array(cells.prefix(width)))
  }

  private static func isRuler(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { $0.utf8.contains(0x2D) && $0.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3A || $0 == 0x20 } }
  }

  /// The cells of a line; nil for one without a bar.
  private static func cells(of line: ArraySlice<UInt8>) -> [String]? {
    guard line.contains(0x7C) else { return nil }
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in line where byte != 0x0D {
      if isEscaped {
        if byte > 0x7F || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { cells[cells.count - 1].append(0x5C) }
        cells[cells.count - 1].append(byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x7C {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    var texts = cells.map { MarkupText.plain(String(decoding: $0, as: UTF8.self)) }
    if texts.first == "" { texts.removeFirst() }
    if texts.last == "", line.last(where: { $0 != 0x20 && $0 != 0x0D }) == 0x7C { texts.removeLast() }
    return texts
  }
}

/// One line of the Markdown table.
private enum MarkdownRow {
  static func cells(of entry: ConceptEntry) -> [String] {
    let avoided = entry.terms.filter { ![.preferred, .admitted].contains($0.status) }
    let also = entry.terms.filter { $0.status == .admitted }
    let readings = entry.terms.filter { $0.status == .preferred }.compactMap(\.pinyin)
    var remarks = [entry.definition, entry.note].compactMap { $0 }
    if entry.doNotTranslate { remarks.append("do not translate") }
    return [
      preferred(.simplifiedChinese, of: entry), preferred(.traditionalChinese, of: entry),
      readings.first ?? "", preferred(.english, of: entry), also.map(\.text).joined(separator: "; "),
      avoided.map { "\($0.text) (\($0.status.rawValue))" }.joined(separator: "; "), remarks.joined(separator: "; "),
    ]
  }

  private static func preferred(_ language: TermLanguage, of entry: ConceptEntry) -> String {
    entry.terms.filter { $0.language == language && $0.status == .preferred }.map(\.text).joined(separator: "; ")
  }

  /// What the table has no column for.
  static func losses(of entry: ConceptEntry) -> [FormatLoss] {
    var fields: [String] = ["id"]
    if entry.subjectField != nil { fields.append("subject_field") }
    if entry.type != nil { fields.append("type") }
    if entry.source != nil { fields.append("source") }
    if entry.terms.contains(where: { $0.partOfSpeech != nil }) { fields.append("pos") }
    fields += entry.extra.map(\.name)
    return fields.map { FormatLoss(conceptID: entry.id, .dropped(field: $0)) }
  }

  /// The text with what Markdown would take for markup made plain, in one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "\r": break
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
