import Terminology
import TextCore

extension GlossaryFormat {
  /// A table for people to read.
  ///
  /// The tables of other people's documents are read: the first one whose header names terms of both languages, and all
  /// others with the same header.
  public static let markdown = GlossaryFormat(
    id: "markdown", summary: "Markdown table, for reading", fileExtensions: ["md", "markdown"], isLossless: false,
    reader: { file throws(InputError) in
      try PlainTable.entries(inRows: MarkdownTable.rows(in: try file.text(), file: file)[...], file: file)
    },
    optionsWriter: { entries, options in
      var lines = ["| 简体 | 繁體 | Pinyin | English | Also | Do not use | Remarks |", "|---|---|---|---|---|---|---|"]
      var losses: [FormatLoss] = []
      for entry in entries {
        lines.append("| " + MarkdownRow.cells(of: entry).map(MarkdownRow.escaped).joined(separator: " | ") + " |")
        losses += EntryPart.losses(of: entry, keeping: MarkdownRow.kept, options: options)
      }
      return WrittenGlossary(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), losses: losses)
    })
}

/// Reads pipe tables.
private enum MarkdownTable {
  /// The header and rows of the first table that names terms, and the rows of those with the same header.
  static func rows(in utf8: [UInt8], file: GlossaryFile) throws(InputError) -> [DelimitedText.Row] {
    let tables = tables(in: utf8)
    guard let first = tables.first else { throw file.error(.malformed("the document has no table")) }
    let chosen = file.options.hasHeader == false ? first : tables.first { namesTerms($0, file) } ?? first
    let width = chosen[0].cells.count
    var rows = [chosen[0]]
    for table in tables {
      guard table[0].cells == chosen[0].cells else {
        file.remarks.add(.otherTable("tables with another header"), line: table[0].line)
        continue
      }
      for row in table.dropFirst() {
        // What goes beyond the header is no part of the table.
        if row.cells.count > width { file.remarks.add(.field("cells beyond the header"), line: row.line) }
        rows.append(DelimitedText.Row(line: row.line, cells: Array(row.cells.prefix(width))))
      }
    }
    return rows
  }

  /// The tables of a document, each with its header first.
  private static func tables(in utf8: [UInt8]) -> [[DelimitedText.Row]] {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { cells(of: $0) }
    var tables: [[DelimitedText.Row]] = []
    var isInTable = false
    for (index, cells) in lines.enumerated() {
      guard let cells else {
        isInTable = false
        continue
      }
      let row = DelimitedText.Row(line: index + 1, cells: cells)
      if isInTable {
        if !isRuler(cells) { tables[tables.count - 1].append(row) }
      } else if index + 1 < lines.count, let ruler = lines[index + 1], isRuler(ruler) {
        tables.append([row])
        isInTable = true
      }
    }
    return tables
  }

  /// Whether the header of a table names terms of both languages.
  private static func namesTerms(_ table: [DelimitedText.Row], _ file: GlossaryFile) -> Bool {
    var trial = GlossaryFile(path: file.path, bytes: [], options: file.options)
    trial.options.hasHeader = true
    return (try? TableHeader(of: table[...], file: trial)) != nil
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

  /// What the table has a place for.
  static let kept: Set<EntryPart> = [
    .definition, .note, .doNotTranslate, .pinyin, .admittedTargets, .avoidedTerms, .otherLanguages,
  ]

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
