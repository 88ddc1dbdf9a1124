import TextCore

extension GlossaryFormat {
  /// TMX 1.4b: terms as translation units, fields as properties.
  ///
  /// Reads translation memories too: each aligned segment becomes a concept.
  public static let tmx = GlossaryFormat(
    id: "tmx", summary: "TMX 1.4b translation memory", fileExtensions: ["tmx"],
    stream: { file, take throws(InputError) in try TMXReader.read(file, giving: take) },
    writer: { entries in TMXWriter.file(holding: entries) })
}
