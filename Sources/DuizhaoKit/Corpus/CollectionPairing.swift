import Alignment
import TextCore

/// How the files of two folders become pairs.
public enum CollectionPairing: String, Hashable, Sendable, CaseIterable {
  /// By what is left of their names without the marks of a language.
  case name
  /// By what they share: each text with the one that is most like it, the surest pairs first, each in one pair.
  case content

  /// The pairs of two folders; the same folder twice is one that holds both sides.
  ///
  /// `outputs` are the files that the run itself writes: they, their drafts and their journals are no texts of a folder.
  /// - Throws: ``InputError`` when a folder cannot be read; by content, also what opening the glossary throws.
  public func pairs(
    _ first: String, _ second: String, outputs: [String] = [], in workspace: Workspace
  ) throws -> DocumentPairs {
    let isOneFolder = Files.resolved(first) == Files.resolved(second)
    let own = Set(
      outputs.flatMap { [$0, FileStream.draftPath(of: $0), CorpusOperation.journalPath(for: $0)] }.map(Files.absolute))
    let left = try FolderListing(of: first, without: own)
    let right = isOneFolder ? left : try FolderListing(of: second, without: own)
    var pairs =
      switch self {
      case .name: NamePairing.pairs(left.files, right.files, isOneFolder: isOneFolder)
      case .content: try Self.linked(left.files + (isOneFolder ? [] : right.files), workspace)
      }
    pairs.problems = left.problems + (isOneFolder ? [] : right.problems) + pairs.problems
    return pairs
  }

  /// How many partners of each text are considered.
  private static let candidates = 5

  private static func linked(_ files: [FolderListing.File], _ workspace: Workspace) throws -> DocumentPairs {
    var result = DocumentPairs()
    let reader = DocumentReader(repairer: workspace.repairer)
    var documents: [LinkDocument] = []
    for file in files {
      do {
        documents.append(try reader.document(at: file.path, id: file.path))
      } catch {
        result.problems.append(error)
      }
    }
    let links = DocumentLinker(resources: try workspace.alignmentResources()).links(among: documents, top: candidates)
      .sorted { ($1.score, $0.chineseID, $0.englishID) < ($0.score, $1.chineseID, $1.englishID) }
    var partners: [String: String] = [:]
    var taken: Set<String> = []
    for link in links where partners[link.chineseID] == nil && !taken.contains(link.englishID) {
      partners[link.chineseID] = link.englishID
      taken.insert(link.englishID)
    }
    for document in documents {
      if let partner = partners[document.id] {
        result.pairs.append(DocumentPair(document.id, partner))
      } else if !taken.contains(document.id) {
        result.single.append(document.id)
      }
    }
    return result
  }
}
