import TextCore

extension GlossaryFormat {
  /// A catalogue of GNU gettext: each concept with its id as context.
  ///
  /// Fuzzy entries are read as waiting for review, obsolete ones are not read. The text is in the character set that the
  /// header declares.
  public static let po = GlossaryFormat(
    id: "po", summary: "gettext catalogue", fileExtensions: ["po", "pot"],
    reader: { file throws(InputError) in try POReader.entries(in: file) },
    optionsWriter: { entries, options in POWriter.file(holding: entries, options: options) })

  /// A compiled catalogue of GNU gettext.
  ///
  /// Can only be read.
  public static let mo = GlossaryFormat(
    id: "mo", summary: "compiled gettext catalogue (import only)", fileExtensions: ["mo", "gmo"], isLossless: false,
    reader: { file throws(InputError) in try MOReader.entries(in: file) })
}
