import TextCore

extension GlossaryFormat {
  /// A glossary of DeepL: tab-separated pairs of one direction, without header.
  ///
  /// Limits of DeepL's API: 10 MiB a glossary, 1,024 bytes a phrase, no source twice, no control characters, no space at
  /// the ends.
  public static let deepl = GlossaryFormat(
    id: "deepl", summary: "DeepL glossary, pairs of one direction", fileExtensions: [],
    reader: { file throws(InputError) in try PairTable.entries(in: file) },
    optionsWriter: { entries, options in
      ServiceGlossary(fileLimit: 10 << 20, delimiter: 0x09, hasQuotes: false)
        .file(holding: entries, options: options)
    })
}
