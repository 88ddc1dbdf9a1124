import Terminology

extension GlossaryFormat {
  /// A table for people to read.
  ///
  /// Cannot be read back.
  public static let markdown = GlossaryFormat(
    id: "markdown", summary: "Markdown table, for reading", fileExtensions: ["md", "markdown"], isLossless: false,
    writer: { entries in
      var lines = ["| 简体 | 繁體 | Pinyin | English | Also | Do not use | Remarks |", "|---|---|---|---|---|---|---|"]
      var losses: [FormatLoss] = []
      for entry in entries {
        lines.append("| " + MarkdownRow.cells(of: entry).map(MarkdownRow.escaped).joined(separator: " | ") + " |")
        losses += MarkdownRow.losses(of: entry)
      }
      return WrittenGlossary(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), losses: losses)
    })
}

/// One line of the Markdown table.
private enum MarkdownRow {
  static func cells(of entry: ConceptEntry) -> [String] {
    let avoided = entry.terms.filter { ![.preferred, .admitted].contains($0.status) }
    let also = entry.terms.filter { $0.status == .admitted }
    let readings = entry.terms.filter { $0.status == .preferred }.compactMap(\.pinyin)
    var remarks = [entry.definition, entry.note].compactMap { $0 }
    if entry.doNotTranslate { remarks.append("do not translate") }
    return [
      preferred(.simplifiedChinese, of: entry), preferred(.traditionalChinese, of: entry),
      readings.first ?? "", preferred(.english, of: entry), also.map(\.text).joined(separator: "; "),
      avoided.map { "\($0.text) (\($0.status.rawValue))" }.joined(separator: "; "), remarks.joined(separator: "; "),
    ]
  }

  private static func preferred(_ language: TermLanguage, of entry: ConceptEntry) -> String {
    entry.terms.filter { $0.language == language && $0.status == .preferred }.map(\.text).joined(separator: "; ")
  }

  /// What the table has no column for.
  static func losses(of entry: ConceptEntry) -> [FormatLoss] {
    var fields: [String] = ["id"]
    if entry.subjectField != nil { fields.append("subject_field") }
    if entry.type != nil { fields.append("type") }
    if entry.source != nil { fields.append("source") }
    if entry.terms.contains(where: { $0.partOfSpeech != nil }) { fields.append("pos") }
    fields += entry.extra.map(\.name)
    return fields.map { FormatLoss(conceptID: entry.id, .dropped(field: $0)) }
  }

  /// The text with what Markdown would take for markup made plain, in one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "\r": break
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|", "\\", "`", "*", "_", "[", "]": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
