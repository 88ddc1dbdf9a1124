import TextCore
import Terminology

extension GlossaryFormat {
  /// A unidirectional glossary of Google Cloud Translation: CSV without header.
  ///
  /// Limits of the service: 10.4 million bytes a file, 1,024 bytes a term.
  public static let google = GlossaryFormat(
    id: "google", summary: "Google Cloud Translation glossary, one direction", fileExtensions: [],
    reader: { file throws(InputError) in try PairTable.entries(in: file) },
    optionsWriter: { entries, options in
      ServiceGlossary(fileLimit: 10_400_000, delimiter: 0x2C).file(holding: entries, options: options)
    })

  /// An equivalent term set of Google Cloud Translation: CSV with a column for each language.
  ///
  /// The columns `pos` and `description`, which the service ignores, carry what they can.
  public static let googleSet = GlossaryFormat(
    id: "google-set", summary: "Google Cloud Translation equivalent term set", fileExtensions: [],
    reader: { file throws(InputError) in try PairTable.entries(in: file, hasHeader: true) },
    optionsWriter: { entries, options in GoogleTermSet.file(holding: entries, options: options) })
}

private enum GoogleTermSet {
  private static let languages: [TermLanguage] = [.english, .simplifiedChinese, .traditionalChinese]

  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    let used = languages.filter { language in entries.contains { $0.preferredTerm(in: language) != nil } }
    var bytes: [UInt8] = []
    DelimitedText.append(
      used.map(ServiceGlossary.tag) + ["pos", "description"], delimiter: 0x2C, to: &bytes)
    var seen: Set<String> = []
    for entry in entries {
      var cells = used.map { language in
        let text = entry.preferredTerm(in: language)?.text ?? ""
        let term = LineText.cleaned(text)
        if term != text { losses.append(.init(conceptID: entry.id, .spaceChanged(field: "terms"))) }
        guard term.utf8.count > 1024 else { return term }
        losses.append(.init(conceptID: entry.id, .tooLong(field: "\(language.rawValue) term", limit: "1024 bytes")))
        return ""
      }
      if cells.count(where: { !$0.isEmpty }) < 2 {
        let missing: TermLanguage = entry.preferredTerm(in: .english) == nil ? .english : .simplifiedChinese
        losses.append(.init(conceptID: entry.id, .entryWithout(missing)))
        continue
      }
      // The service refuses a term that stands in two rows of one language.
      let keys = zip(used, cells).filter { !$0.1.isEmpty }.map { "\($0.0.rawValue) \($0.1)" }
      if let twice = keys.first(where: seen.contains) {
        losses.append(.init(conceptID: entry.id, .repeatedSource(twice)))
        continue
      }
      seen.formUnion(keys)
      let part = entry.preferredTerm(in: .english)?.partOfSpeech ?? ""
      cells += [LineText.cleaned(part), LineText.cleaned(entry.definition ?? "")]
      var row: [UInt8] = []
      DelimitedText.append(cells, delimiter: 0x2C, to: &row)
      if bytes.count + row.count > 10_400_000 {
        losses.append(.init(conceptID: entry.id, .beyondSize(limit: "10400000 bytes")))
        continue
      }
      bytes += row
      if used.contains(where: { $0 != options.target && usableCount(in: $0, of: entry) > 1 }) {
        losses.append(.init(conceptID: entry.id, .dropped(field: "admitted terms")))
      }
      losses += EntryPart.losses(
        of: entry, keeping: [.definition, .partOfSpeech, .otherLanguages], options: options)
    }
    return WrittenGlossary(bytes: bytes, losses: losses)
  }

  private static func usableCount(in language: TermLanguage, of entry: ConceptEntry) -> Int {
    entry.terms.count { $0.language == language && $0.isUsable }
  }
}
