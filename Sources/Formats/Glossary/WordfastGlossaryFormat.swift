import Terminology
import TextCore

extension GlossaryFormat {
  /// A glossary of Wordfast: source, target and comment between tabs, in UTF-16 with a byte order mark.
  ///
  /// Translation memories of Wordfast, whose first line begins with `%`, are read too.
  public static let wordfast = GlossaryFormat(
    id: "wordfast", summary: "Wordfast glossary (tab-separated UTF-16)", fileExtensions: [],
    reader: { file throws(InputError) in
      let text = try file.text()
      var rows = DelimitedText.plainRows(in: text, delimiter: 0x09)
      if rows.first?.cells.first?.hasPrefix("%") ?? false {
        // Date, user, count, source language, source, target language, target.
        rows = rows.dropFirst().compactMap { row in
          if row.cells.count > 6 { return DelimitedText.Row(line: row.line, cells: [row.cells[4], row.cells[6]]) }
          file.remarks.add(.unitWithoutPair, line: row.line)
          return nil
        }
      }
      return try PairTable.entries(inRows: rows, file: file)
    },
    optionsWriter: { entries, options in
      var losses: [FormatLoss] = []
      let text = "\u{FEFF}" + PairLines.text(of: entries, options: options, lineEnd: "\r\n", losses: &losses)
      let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return WrittenGlossary(bytes: bytes, losses: losses)
    })
}
