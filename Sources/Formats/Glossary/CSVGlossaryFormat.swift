import TextCore

extension GlossaryFormat {
  /// The plain table with commas.
  ///
  /// Files that use semicolons or tabs, as spreadsheets of some countries do, are read too.
  public static let csv = GlossaryFormat(
    id: "csv", summary: "plain table with commas (RFC 4180)", fileExtensions: ["csv"],
    reader: { file throws(InputError) in
      let text = try file.text()
      let comma = UInt8(ascii: ",")
      let delimiter = DelimitedText.delimiter(of: text, among: [comma, UInt8(ascii: ";"), UInt8(ascii: "\t")])
      return try PlainTable.entries(in: text, delimiter: delimiter, file: file)
    },
    writer: { entries in PlainTable.file(holding: entries, delimiter: UInt8(ascii: ",")) })
}
