import TextCore

extension GlossaryFormat {
  /// A workbook of Excel, LibreOffice and others (ISO/IEC 29500), with the plain table in a sheet.
  ///
  /// Written with a filter, a frozen header and widths that fit.
  public static let xlsx = GlossaryFormat(
    id: "xlsx", summary: "workbook of Excel and LibreOffice", fileExtensions: ["xlsx", "xlsm"], isLossless: true,
    reader: { file throws(InputError) in
      let rows = try WorkbookReader.rows(of: file)
      return try PlainTable.entries(inRows: rows[...], file: file)
    },
    optionsWriter: { entries, options in WorkbookWriter.file(holding: entries, title: options.title) })
}
