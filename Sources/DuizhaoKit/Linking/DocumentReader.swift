import Alignment
import FoundationEssentials
import Repair
import TextCore

/// Reads documents to be linked, repaired and cut into segments; may be used on several threads at a time.
struct DocumentReader: Sendable {
  let repairer: TextRepairer

  /// The document that a file holds.
  /// - Parameter language: the language, or nil to detect it.
  func document(at path: String, id: String, language: Language? = nil) throws(InputError) -> LinkDocument {
    try document(in: try Files.source(at: path), id: id, language: language)
  }

  /// The document that a text is.
  func document(in source: SourceText, id: String, language: Language? = nil) throws(InputError) -> LinkDocument {
    let text = try PreparedText(source, language: language, repairer: repairer)
    return LinkDocument(
      id: id, language: text.language, segments: SegmentText.segments(text.segments, of: text.text))
  }

  /// The documents of a JSON Lines file: `{"id","lang","text"}` or `{"id","lang","sents":[...]}`.
  /// - Throws: ``InputError`` with the line of a record that is none, or has the id of another.
  func documents(inJSONLines path: String) throws(InputError) -> [LinkDocument] {
    let source = try Files.source(at: path)
    let lines = LineIndex(source.text.utf8)
    var documents: [LinkDocument] = []
    var firstLine: [String: Int] = [:]
    for number in 1...lines.count {
      let span = lines.span(ofLine: number)
      if span.isEmpty { continue }
      guard let record = try? JSONDecoder().decode(Record.self, from: Data(source.text.utf8[span.range])) else {
        throw InputError(
          path: path, line: number, .malformed("an object with “id”, “lang”, and “text” or “sents” was expected"))
      }
      guard let language = Self.language(record.lang) else {
        throw InputError(path: path, line: number, .malformed("“lang” must be zh or en, not “\(record.lang)”"))
      }
      guard record.text != nil || record.sents != nil else {
        throw InputError(path: path, line: number, .missingValue(column: "text"))
      }
      let key = "\(language.rawValue) \(record.id)"
      if let first = firstLine[key] {
        throw InputError(path: path, line: number, .duplicateID(record.id, firstLine: first))
      }
      firstLine[key] = number
      documents.append(document(record, language))
    }
    return documents
  }

  private struct Record: Decodable {
    let id: String
    let lang: String
    let text: String?
    let sents: [String]?
  }

  private static func language(_ name: String) -> Language? {
    let name = name.lowercased()
    return name.hasPrefix("zh") ? .chinese : name.hasPrefix("en") ? .english : nil
  }

  private func document(_ record: Record, _ language: Language) -> LinkDocument {
    if let sents = record.sents {
      let text = repairer.repairedText(
        MappedText(sents.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")))
      let segments = text.string.split(separator: "\n", omittingEmptySubsequences: true).map { SegmentText($0) }
      return LinkDocument(id: record.id, language: language, segments: segments)
    }
    let text = repairer.repairedText(MappedText(record.text ?? ""))
    let segments = SegmentText.segments(Segmenter(language: language).segments(of: text), of: text)
    return LinkDocument(id: record.id, language: language, segments: segments)
  }
}
