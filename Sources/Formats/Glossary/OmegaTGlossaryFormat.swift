import Terminology
import TextCore

extension GlossaryFormat {
  /// A glossary of OmegaT: source, target and comment between tabs, in UTF-8.
  ///
  /// Files with commas and in UTF-16 are read too; lines that begin with `#` are remarks.
  public static let omegat = GlossaryFormat(
    id: "omegat", summary: "OmegaT glossary (tab-separated text)", fileExtensions: ["utf8"],
    reader: { file throws(InputError) in try PairTable.entries(in: file, comment: UInt8(ascii: "#")) },
    optionsWriter: { entries, options in
      var losses: [FormatLoss] = []
      let text = PairLines.text(of: entries, options: options, hasComments: true, losses: &losses)
      return WrittenGlossary(bytes: Array(text.utf8), losses: losses)
    })
}

/// Lines of source, target and comment between tabs.
enum PairLines {
  static func text(
    of entries: [ConceptEntry], options: GlossaryWritingOptions, lineEnd: String = "\n", hasComments: Bool = false,
    losses: inout [FormatLoss]
  ) -> String {
    var text = ""
    var last: ConceptEntry.ID?
    for pair in TermPair.all(of: entries, options: options, losses: &losses) {
      let comment = [pair.entry.definition, pair.entry.note].compactMap { $0 }.joined(separator: " — ")
      let source = hasComments ? withoutComment(pair.source.text, of: pair.entry, losses: &losses) : pair.source.text
      let cells = [source, pair.target.text, comment].map(LineText.cleaned)
      if LineText.cleaned(pair.source.text) != pair.source.text || cells[1] != pair.target.text {
        losses.append(.init(conceptID: pair.entry.id, .spaceChanged(field: "terms")))
      }
      text += cells[2].isEmpty ? "\(cells[0])\t\(cells[1])" : "\(cells[0])\t\(cells[1])\t\(cells[2])"
      text += lineEnd
      if pair.entry.id != last {
        losses += EntryPart.losses(of: pair.entry, keeping: [.definition, .note], options: options)
      }
      last = pair.entry.id
    }
    return text
  }

  /// The first cell of a line, in which a `#` would begin a remark.
  static func withoutComment(_ text: String, of entry: ConceptEntry, losses: inout [FormatLoss]) -> String {
    guard text.trimmed.hasPrefix("#") else { return text }
    losses.append(.init(conceptID: entry.id, .signsReplaced(field: "terms")))
    return "＃" + text.trimmed.dropFirst()
  }
}
