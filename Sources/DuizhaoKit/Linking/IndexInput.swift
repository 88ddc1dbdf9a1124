import Alignment
import LinkStore
import TextCore

/// What is to be in an index, compared with what is.
struct IndexInput {
  /// A document to look at.
  struct Item: Sendable {
    let path: String
    let name: String
    let language: Language?
    /// A document of a JSON Lines file; nil for a file of its own.
    let document: LinkDocument?
    /// The path without links in it, and the state of the file; nil for a record of a JSON Lines file.
    let file: (path: String, state: String)?
    /// What the index has from this place.
    let record: LinkIndex.Record?

    /// What is to be done with it.
    enum Result: Sendable {
      case unchanged(id: Int64, state: String?)
      case document(LinkIndex.Document)
      case failed(InputError)
    }

    /// Reads the document, if it may have changed, and finds its keys.
    func result(_ reader: DocumentReader, _ extractor: DocumentKeyExtractor) -> Result {
      if let record, let file, record.state == file.state { return .unchanged(id: record.id, state: nil) }
      do {
        let (document, content) = try read(reader)
        if let record, record.content == content, record.language == document.language {
          return .unchanged(id: record.id, state: file?.state)
        }
        return .document(
          LinkIndex.Document(
            language: document.language, name: name, path: file?.path, state: file?.state, content: content,
            keys: extractor.keys(of: document)))
      } catch {
        return .failed(error)
      }
    }

    private func read(_ reader: DocumentReader) throws(InputError) -> (LinkDocument, content: String) {
      if let document {
        var hash = ContentHash()
        for segment in document.segments { hash.add(segment.utf8) }
        return (document, hash.description)
      }
      let source = try Files.source(at: path)
      return (try reader.document(in: source, id: name, language: language), ContentHash(source.bytes).description)
    }
  }

  /// In the order of the sources and of the names in them.
  private(set) var items: [Item] = []
  private let index: LinkIndex
  /// Documents of the index whose files should be in a folder that was looked through.
  private var expected: [LinkIndex.Record] = []
  private var seen: Set<String> = []

  init(index: LinkIndex) { self.index = index }

  /// Takes up the documents of a source; the index is asked for those alone.
  /// - Throws: ``InputError`` when the source itself cannot be read, ``LinkIndexError`` when the index cannot.
  mutating func add(
    _ source: LinkIndexOperation.Source, reader: DocumentReader, _ changes: inout LinkIndexOperation.Changes
  ) throws {
    let index = index
    if Files.isDirectory(source.path) {
      let listing = try FolderListing(of: source.path)
      changes.failures += listing.problems
      let resolved = Files.resolved(source.path)
      let known = try index.records(inFolder: resolved.hasSuffix("/") ? resolved : resolved + "/")
      // What cannot be seen is not gone.
      if listing.problems.isEmpty { expected += known }
      let byPath = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
      for file in listing.files {
        try add(path: file.path, name: file.name, source.language, &changes) {
          try byPath[$0] ?? index.record(path: $0)
        }
      }
    } else if source.path.hasSuffix(".jsonl") {
      for document in try reader.documents(inJSONLines: source.path) {
        items.append(
          Item(
            path: source.path, name: document.id, language: document.language, document: document, file: nil,
            record: try index.record(document.language, name: document.id)))
      }
    } else {
      guard Files.exists(source.path) else { throw InputError(path: source.path, .missingFile) }
      try add(path: source.path, name: source.path, source.language, &changes) { try index.record(path: $0) }
    }
  }

  private mutating func add(
    path: String, name: String, _ language: Language?, _ changes: inout LinkIndexOperation.Changes,
    record: (_ resolvedPath: String) throws -> LinkIndex.Record?
  ) throws {
    let resolved = Files.resolved(path)
    guard let state = FileState(resolved) else {
      changes.failures.append(InputError(path: path, Files.exists(path) ? .notText : .missingFile))
      return
    }
    guard seen.insert(resolved).inserted else { return }
    items.append(
      Item(
        path: path, name: name, language: language, document: nil, file: (resolved, state.description),
        record: try record(resolved)))
  }

  /// Documents of the index whose files were in a folder that was looked through, and no longer are.
  var goneRecords: [LinkIndex.Record] {
    var told: Set<Int64> = []
    return expected.filter { record in
      guard let path = record.path, !seen.contains(path) else { return false }
      return told.insert(record.id).inserted
    }
  }
}
