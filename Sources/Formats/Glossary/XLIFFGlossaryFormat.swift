import TextCore

extension GlossaryFormat {
  /// XLIFF 2.1 with the glossary module.
  ///
  /// Reads every version.
  public static let xliff = GlossaryFormat(
    id: "xliff", summary: "XLIFF 2.1 with the glossary module", fileExtensions: ["xlf", "xliff", "sdlxliff"],
    stream: { file, take throws(InputError) in try XLIFFReader.read(file, giving: take) },
    writer: { entries in XLIFFWriter.file(holding: entries) })

  /// XLIFF 1.2, a unit for each concept.
  public static let xliff12 = GlossaryFormat(
    id: "xliff12", summary: "XLIFF 1.2, one unit for each concept", fileExtensions: [],
    stream: { file, take throws(InputError) in try XLIFFReader.read(file, giving: take) },
    writer: { entries in XLIFFWriter.olderFile(holding: entries) })
}
