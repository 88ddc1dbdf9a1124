import Alignment
import Formats
import FoundationEssentials
import TextCore

/// Ranks for each Chinese document the English ones that may report the same: what `duizhao link` does.
public struct LinkOperation {
  /// How many documents of the other language to give for each.
  public var count: Int
  /// The language of the documents to find partners for.
  public var language: Language

  public init(count: Int = 1, language: Language = .chinese) {
    self.count = count
    self.language = language
  }

  /// Links the files of two folders.
  ///
  /// A file that cannot be read is said and left out.
  public func run(chineseFolder: String, englishFolder: String, in workspace: Workspace) throws -> [DocumentLink] {
    let chinese = try documents(in: chineseFolder, .chinese, workspace)
    let english = try documents(in: englishFolder, .english, workspace)
    return try links(chinese + english, workspace)
  }

  /// Links the documents of a JSON Lines file: `{"id","lang","text"}` or `{"id","lang","sents":[...]}`.
  public func run(documents path: String, in workspace: Workspace) throws -> [DocumentLink] {
    let source = try Files.source(at: path)
    let lines = LineIndex(source.text.utf8)
    var documents: [LinkDocument] = []
    var firstLine: [String: Int] = [:]
    for number in 1...lines.count {
      let span = lines.span(ofLine: number)
      if span.isEmpty { continue }
      let record: Record
      do {
        record = try JSONDecoder().decode(Record.self, from: Data(source.text.utf8[span.range]))
      } catch {
        throw InputError(
          path: path, line: number, .malformed("an object with “id”, “lang”, and “text” or “sents” was expected"))
      }
      guard
        let language = record.lang.lowercased().hasPrefix("zh")
          ? Language.chinese : record.lang.lowercased().hasPrefix("en") ? .english : nil
      else {
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
      documents.append(document(record, language, workspace))
    }
    return try links(documents, workspace)
  }

  private struct Record: Decodable {
    let id: String
    let lang: String
    let text: String?
    let sents: [String]?
  }

  private func document(_ record: Record, _ language: Language, _ workspace: Workspace) -> LinkDocument {
    if let sents = record.sents {
      let (text, _) = workspace.repairer.repaired(
        MappedText(sents.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")))
      let segments = text.string.split(separator: "\n", omittingEmptySubsequences: true).map { SegmentText($0) }
      return LinkDocument(id: record.id, language: language, segments: segments)
    }
    let (text, _) = workspace.repairer.repaired(MappedText(record.text ?? ""))
    let segments = SegmentText.segments(Segmenter(language: language).segments(of: text), of: text)
    return LinkDocument(id: record.id, language: language, segments: segments)
  }

  private func documents(in folder: String, _ language: Language, _ workspace: Workspace) throws -> [LinkDocument] {
    try Files.files(in: folder).compactMap { path in
      do {
        let prepared = try PreparedText(try Files.source(at: path), language: language, repairer: workspace.repairer)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return LinkDocument(
          id: name, language: language, segments: SegmentText.segments(prepared.segments, of: prepared.text))
      } catch let error as InputError {
        workspace.notice("\(error); left out")
        return nil
      }
    }
  }

  private func links(_ documents: [LinkDocument], _ workspace: Workspace) throws -> [DocumentLink] {
    let linker = DocumentLinker(resources: try workspace.alignmentResources())
    guard language == .english else { return linker.links(among: documents, top: count) }
    let all = linker.links(among: documents, top: max(1, documents.count))
    let best = Dictionary(grouping: all, by: \.englishID).mapValues { links in
      links.sorted { ($1.score, $0.chineseID) < ($0.score, $1.chineseID) }.prefix(count)
    }
    return documents.filter { $0.language == .english }.flatMap { document in
      (best[document.id] ?? []).enumerated().map { index, link in
        DocumentLink(
          chineseID: link.chineseID, englishID: link.englishID, rank: index + 1, score: link.score,
          evidence: link.evidence)
      }
    }
  }
}
