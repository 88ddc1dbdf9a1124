import TextCore

extension GlossaryFormat {
  /// A custom terminology of Amazon Translate with one direction: CSV with the codes of the languages as header.
  ///
  /// Limit of the service: 10 MiB a file; terms match with their case.
  public static let aws = awsFormat(
    id: "aws", summary: "Amazon Translate terminology, one direction", isTwoWay: false)

  /// The same for use in both directions: no term may stand twice on either side.
  public static let awsMulti = awsFormat(
    id: "aws-multi", summary: "Amazon Translate terminology, both directions", isTwoWay: true)

  private static func awsFormat(id: String, summary: String, isTwoWay: Bool) -> GlossaryFormat {
    GlossaryFormat(
      id: id, summary: summary, fileExtensions: [],
      reader: { file throws(InputError) in try PairTable.entries(in: file, hasHeader: true) },
      optionsWriter: { entries, options in
        ServiceGlossary(
          fileLimit: 10_485_760, delimiter: 0x2C,
          header: [options.source, options.target].map { $0 == .simplifiedChinese ? "zh" : ServiceGlossary.tag($0) },
          isTwoWay: isTwoWay
        ).file(holding: entries, options: options)
      })
  }
}
