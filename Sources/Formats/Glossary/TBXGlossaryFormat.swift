import TextCore

extension GlossaryFormat {
  /// TBX-Basic of ISO 30042:2019, data categories as attributes.
  ///
  /// Reads every edition and style.
  public static let tbx = GlossaryFormat(
    id: "tbx", summary: "TBX-Basic v3 (ISO 30042:2019), DCA style", fileExtensions: ["tbx", "xml", "martif"],
    reader: { file throws(InputError) in try TBXReader.entries(in: file) },
    writer: { entries in TBXWriter.file(holding: entries, as: .dca) })

  /// The same with data categories as tags.
  public static let tbxDCT = GlossaryFormat(
    id: "tbx-dct", summary: "TBX-Basic v3 (ISO 30042:2019), DCT style", fileExtensions: [],
    reader: { file throws(InputError) in try TBXReader.entries(in: file) },
    writer: { entries in TBXWriter.file(holding: entries, as: .dct) })

  /// The edition of 2008, for programs that know no other.
  public static let tbx2 = GlossaryFormat(
    id: "tbx2", summary: "TBX-Basic v2 (ISO 30042:2008)", fileExtensions: [],
    reader: { file throws(InputError) in try TBXReader.entries(in: file) },
    writer: { entries in TBXWriter.file(holding: entries, as: .martif) })
}
