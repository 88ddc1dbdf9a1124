import Foundation
import Terminology
import TestSupport

/// The curated glossary of the checkout, read for tests of recognition alone.
enum CuratedGlossary {
  static let concepts: [ConceptEntry] = {
    let folder = TestFolders.inProject("glossary")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.sorted().flatMap { concepts(ofFile: folder.appending(path: $0)) }
  }()

  static let terms = TermRecognizer(concepts)

  private static func concepts(ofFile url: URL) -> [ConceptEntry] {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    let rows = rows(of: text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().compactMap { row in
      let fields = Dictionary(zip(header, row), uniquingKeysWith: { a, _ in a })
      guard let id = fields["id"], !id.isEmpty else { return nil }
      var terms: [Term] = []
      for (column, language) in [
        ("zh-Hans", TermLanguage.simplifiedChinese), ("zh-Hant", .traditionalChinese), ("en", .english),
        ("zh_admitted", .simplifiedChinese), ("zh-TW_admitted", .traditionalChinese),
        ("zh-HK_admitted", .traditionalChinese), ("en_admitted", .english), ("en_deprecated", .english),
      ] {
        for value in (fields[column] ?? "").components(separatedBy: " | ") where !value.isEmpty {
          terms.append(Term(language: language, text: value))
        }
      }
      return ConceptEntry(id: id, type: fields["type"], terms: terms)
    }
  }

  /// Rows of comma-separated values, quotation marks doubled inside quoted ones.
  private static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var previous: Character?
    for character in text {
      switch character {
      case "\"":
        if isQuoted {
          isQuoted = false
        } else if previous == "\"" {
          field.append("\""); isQuoted = true
        } else {
          isQuoted = true
        }
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        rows.append(row + [field])
        row = []
        field = ""
      default: field.append(character)
      }
      previous = character
    }
    if !field.isEmpty || !row.isEmpty { rows.append(row + [field]) }
    return rows
  }
}
