import TextCore

extension GlossaryFormat {
  /// The plain table with tabs.
  ///
  /// Cells with tabs, line ends or quotes are quoted as in CSV.
  public static let tsv = GlossaryFormat(
    id: "tsv", summary: "plain table with tabs", fileExtensions: ["tsv", "tab"],
    reader: { file throws(InputError) in
      try PlainTable.entries(in: try file.text(), delimiter: UInt8(ascii: "\t"), file: file)
    },
    writer: { entries in PlainTable.file(holding: entries, delimiter: UInt8(ascii: "\t")) })
}
