import TextCore

extension GlossaryFormat {
  /// A glossary of Azure document translation: tab-separated pairs of one direction, without header.
  public static let azure = GlossaryFormat(
    id: "azure", summary: "Azure document translation glossary, pairs of one direction", fileExtensions: [],
    reader: { file throws(InputError) in try PairTable.entries(in: file) },
    optionsWriter: { entries, options in
      ServiceGlossary(fileLimit: 10 << 20, delimiter: 0x09, hasQuotes: false)
        .file(holding: entries, options: options)
    })
}
