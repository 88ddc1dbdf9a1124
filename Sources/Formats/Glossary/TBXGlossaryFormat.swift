import TextCore

extension GlossaryFormat {
  /// TBX-Basic of ISO 30042:2019, data categories as attributes.
  ///
  /// Reads every edition, dialect and style.
  public static let tbx = tbx("tbx", .init(style: .dca, module: .basic), fileExtensions: ["tbx", "xml", "martif"])
  /// The same with data categories as tags.
  public static let tbxDCT = tbx("tbx-dct", .init(style: .dct, module: .basic))
  /// The edition of 2008, for programs that know no other.
  public static let tbx2 = tbx("tbx2", .init(style: .martif, module: .basic))
  /// TBX-Min: terms with status and part of speech.
  public static let tbxMin = tbx("tbx-min", .init(style: .dca, module: .min))
  /// The same with data categories as tags.
  public static let tbxMinDCT = tbx("tbx-min-dct", .init(style: .dct, module: .min))
  /// TBX-Linguist, which has readings and registers besides.
  public static let tbxLinguist = tbx("tbx-linguist", .init(style: .dca, module: .linguist))
  /// The same with data categories as tags.
  public static let tbxLinguistDCT = tbx("tbx-linguist-dct", .init(style: .dct, module: .linguist))
  /// TBX-Core: terms and notes alone.
  public static let tbxCore = tbx("tbx-core", .init(style: .dca, module: .core))

  private static func tbx(_ id: String, _ dialect: TBXDialect, fileExtensions: [String] = []) -> GlossaryFormat {
    let edition = dialect.style == .martif ? "v2 (ISO 30042:2008)" : "v3 (ISO 30042:2019)"
    let style = dialect.style == .dct ? ", DCT style" : dialect.style == .dca ? ", DCA style" : ""
    return GlossaryFormat(
      id: id, summary: "\(dialect.name) \(edition)\(style)", fileExtensions: fileExtensions,
      stream: { file, take throws(InputError) in try TBXReader.read(file, giving: take) },
      writer: { entries in TBXWriter.file(holding: entries, as: dialect) })
  }
}
