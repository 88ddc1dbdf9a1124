import CXlsx
import Glibc
import Terminology

/// Writes the plain table as a workbook, through libxlsxwriter, into memory.
///
/// Every cell is text, so that none is taken for a formula or a number; the workbook says that it was made at a fixed
/// time, so that the same glossary gives the same bytes.
enum WorkbookWriter {
  private static let rowLimit = 1_048_575
  private static let columnLimit = 16_384
  private static let textLimit = 32_767

  static func file(holding entries: [ConceptEntry], title: String) -> WrittenGlossary {
    var table = TableWriter(entries)
    var rows: [(id: ConceptEntry.ID, cells: [String])] = []
    for entry in entries { if let cells = table.cells(of: entry) { rows.append((entry.id, cells)) } }
    var losses = table.losses
    for row in rows.dropFirst(rowLimit) {
      losses.append(.init(conceptID: row.id, .beyondSize(limit: "\(rowLimit) rows")))
    }
    rows = Array(rows.prefix(rowLimit))
    let header = table.header
    for name in header.dropFirst(columnLimit) { losses.append(.init(conceptID: nil, .dropped(field: name))) }
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.cells.prefix(columnLimit).enumerated() {
        var text = cell
        if cell.unicodeScalars.contains(where: isForbidden) {
          text = String(String.UnicodeScalarView(cell.unicodeScalars.filter { !isForbidden($0) }))
          losses.append(.init(conceptID: row.id, .charactersRemoved))
        }
        if text.utf16.count > textLimit {
          losses.append(
            .init(conceptID: row.id, .tooLong(field: header[column], limit: "\(textLimit) characters")))
          text = ""
        }
        rows[index].cells[column] = text
      }
    }
    let columns = Array(zip(header, table.kinds).prefix(columnLimit))
    let bytes = Workbook.bytes(columns: columns, rows: rows.map { $0.cells.prefix(columnLimit) }, title: title)
    return WrittenGlossary(container: bytes, losses: losses)
  }

  /// Characters that no XML can hold, not even by number.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{FFFE}" || scalar == "\u{FFFF}" }
}

/// One workbook being written.
private struct Workbook {
  /// The bytes of the workbook; nil when there is no room or memory left.
  static func bytes(
    columns: [(name: String, kind: TableColumn)], rows: [ArraySlice<String>], title: String
  ) -> [UInt8]? {
    let file = dz_memory_file()
    guard file >= 0 else { return nil }
    defer { close(file) }
    var options = lxw_workbook_options()
    guard let workbook = workbook_new_opt("/proc/self/fd/\(file)", &options) else { return nil }
    describe(workbook, title: title)
    guard let sheet = workbook_add_worksheet(workbook, "Glossary 术语") else { return nil }
    let header = headerFormat(workbook)
    for (index, column) in columns.enumerated() {
      let place = lxw_col_t(index)
      worksheet_set_column(sheet, place, place, width(of: column.kind), bodyFormat(workbook, of: column.kind))
      worksheet_write_string(sheet, 0, place, escaped(column.name), header)
    }
    let widths = columns.map { width(of: $0.kind) }
    for (index, cells) in rows.enumerated() {
      worksheet_set_row(sheet, lxw_row_t(index + 1), height(of: cells, widths: widths), nil)
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        worksheet_write_string(sheet, lxw_row_t(index + 1), lxw_col_t(column), escaped(cell), nil)
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    if !columns.isEmpty {
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(columns.count - 1))
    }
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    guard workbook_close(workbook) == LXW_NO_ERROR else { return nil }
    return contents(of: file)
  }

  private static func describe(_ workbook: UnsafeMutablePointer<lxw_workbook>, title: String) {
    let title = strdup(title)
    let comment = strdup("Made with duizhao")
    defer {
      free(title)
      free(comment)
    }
    var properties = lxw_doc_properties()
    properties.title = title
    properties.comments = comment
    properties.created = 946_684_800  // 1 January 2000
    workbook_set_properties(workbook, &properties)
  }

  private static func headerFormat(_ workbook: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>?
  {
    let format = workbook_add_format(workbook)
    format_set_bold(format)
    format_set_font_name(format, "Calibri")
    format_set_bg_color(format, 0xE3ECF5)
    format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    return format
  }

  /// Chinese columns in a face of their script, so that no program falls back to Japanese forms.
  private static func bodyFormat(
    _ workbook: UnsafeMutablePointer<lxw_workbook>, of column: TableColumn
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    format_set_font_name(format, face(of: column))
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_num_format(format, "@")
    return format
  }

  private static func face(of column: TableColumn) -> String {
    switch column {
    case .term(let language, _), .detail(_, let language, _), .languageDefinition(let language):
      language == .english ? "Calibri" : language == .traditionalChinese ? "Microsoft JhengHei" : "Microsoft YaHei"
    case .id, .doNotTranslate, .partOfSpeech, .type, .review: "Calibri"
    default: "Microsoft YaHei"
    }
  }

  /// In points, for all lines that the cells of a row need: not every program finds the height of wrapped text itself.
  private static func height(of cells: ArraySlice<String>, widths: [Double]) -> Double {
    var most = 1
    for (cell, width) in zip(cells, widths) where !cell.isEmpty {
      var lines = 0
      var used = 0.0
      for scalar in cell.unicodeScalars {
        if scalar == "\n" {
          lines += 1
          used = 0
        } else {
          used += scalar.value >= 0x2E80 ? 2.1 : 1.05
          if used > width {
            lines += 1
            used = scalar.value >= 0x2E80 ? 2.1 : 4
          }
        }
      }
      most = max(most, lines + 1)
    }
    return min(16.5 * Double(most), 409)
  }

  /// In characters.
  private static func width(of column: TableColumn) -> Double {
    switch column {
    case .definition, .languageDefinition, .note: 48
    case .detail(.contexts, _, _), .detail(.extra, _, _), .references: 40
    case .term(.english, _): 28
    case .term, .id, .source, .definitionSource, .relations, .detail(.pinyin, _, _), .detail(.note, _, _): 22
    case .subjectField, .type, .customer, .project: 14
    case .doNotTranslate: 16
    case .extra: 20
    default: 12
    }
  }

  /// Text in which the escapes of the format itself are escaped, and a carriage return, which XML would change.
  private static func escaped(_ text: String) -> String {
    if !text.contains("_x"), !text.utf8.contains(0x0D) { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let end = index + 7
      if byte == 0x0D {
        result.append(contentsOf: "_x000D_".utf8)
        continue
      }
      if byte == 0x5F, end <= bytes.count, bytes[index + 1] == 0x78, bytes[end - 1] == 0x5F,
        bytes[(index + 2)..<(end - 1)].allSatisfy(Bytes.isHexDigit)
      {
        result.append(contentsOf: "_x005F".utf8)
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func contents(of file: Int32) -> [UInt8]? {
    let length = lseek(file, 0, SEEK_END)
    guard length > 0, lseek(file, 0, SEEK_SET) == 0 else { return nil }
    var result = [UInt8](repeating: 0, count: Int(length))
    var done = 0
    while done < result.count {
      let count = result.withUnsafeMutableBytes { read(file, $0.baseAddress! + done, $0.count - done) }
      if count <= 0 { return nil }
      done += count
    }
    return result
  }
}
