import TextCore

extension GlossaryFormat {
  /// MultiTerm XML, as Trados exports and imports it.
  public static let multiTerm = GlossaryFormat(
    id: "multiterm", summary: "MultiTerm XML", fileExtensions: ["mtf"],
    stream: { file, take throws(InputError) in try MultiTermReader.read(file, giving: take) },
    writer: { entries in MultiTermWriter.file(holding: entries) })
}
