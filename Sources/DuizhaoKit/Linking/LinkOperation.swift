import Alignment
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

  /// What links what, and all that there was to link.
  public struct Result: Sendable {
    public let links: [DocumentLink]
    /// The names of the documents of each language, in their order.
    public let names: (chinese: [String], english: [String])
  }

  /// Links the files of two folders.
  ///
  /// A file that cannot be read is said and left out.
  public func run(chineseFolder: String, englishFolder: String, in workspace: Workspace) throws -> Result {
    let chinese = try documents(in: chineseFolder, .chinese, workspace)
    let english = try documents(in: englishFolder, .english, workspace)
    return try result(chinese + english, workspace)
  }

  /// Links the documents of a JSON Lines file: `{"id","lang","text"}` or `{"id","lang","sents":[...]}`.
  public func run(documents path: String, in workspace: Workspace) throws -> Result {
    try result(DocumentReader(repairer: workspace.repairer).documents(inJSONLines: path), workspace)
  }

  /// The documents of a folder and of the folders in it, named by their paths in it.
  private func documents(in folder: String, _ language: Language, _ workspace: Workspace) throws -> [LinkDocument] {
    let reader = DocumentReader(repairer: workspace.repairer)
    let listing = try FolderListing(of: folder)
    for problem in listing.problems { workspace.notice("\(problem); left out") }
    return listing.files.compactMap { file in
      do {
        return try reader.document(at: file.path, id: file.name, language: language)
      } catch {
        workspace.notice("\(error); left out")
        return nil
      }
    }
  }

  private func result(_ documents: [LinkDocument], _ workspace: Workspace) throws -> Result {
    func names(_ language: Language) -> [String] { documents.filter { $0.language == language }.map(\.id) }
    return Result(
      links: try links(documents, workspace), names: (chinese: names(.chinese), english: names(.english)))
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
