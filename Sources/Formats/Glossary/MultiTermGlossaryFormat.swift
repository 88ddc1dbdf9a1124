import TextCore

extension GlossaryFormat {
  /// MultiTerm XML, as Trados exports and imports it.
  public static let multiTerm = GlossaryFormat(
    id: "multiterm", summary: "MultiTerm XML", fileExtensions: ["mtf"],
    reader: { file throws(InputError) in try MultiTermReader.entries(in: file) },
    writer: { entries in MultiTermWriter.file(holding: entries) })
}
