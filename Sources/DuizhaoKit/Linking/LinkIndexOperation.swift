import Alignment
import LinkStore
import TextCore

/// Keeps an index of documents and links by it: what `duizhao link --index` does.
public struct LinkIndexOperation {
  /// The database.
  public var path: String
  /// How many documents of the other language to give for each.
  public var count: Int
  /// How many documents to read at a time.
  public var jobs: Int

  public init(path: String, count: Int = 1, jobs: Int = 1) {
    self.path = path
    self.count = count
    self.jobs = jobs
  }

  /// Documents to be in the index: a folder of files, a file, or a JSON Lines file of documents.
  public struct Source: Hashable, Sendable {
    public let path: String
    /// The language of its documents; nil to detect it.
    public let language: Language?

    public init(path: String, language: Language? = nil) {
      self.path = path
      self.language = language
    }
  }

  /// What became of the documents of some sources.
  public struct Changes: Hashable, Sendable {
    public internal(set) var added = 0
    public internal(set) var changed = 0
    public internal(set) var unchanged = 0
    /// Documents whose files are no longer there.
    public internal(set) var removed = 0
    /// Documents that could not be read, or have the name of another.
    public internal(set) var failures: [InputError] = []
  }

  /// Links of a document, and which side asked.
  public struct Answer: Hashable, Sendable {
    public let language: Language
    public let links: [DocumentLink]
  }

  /// How many documents go into the index in one transaction.
  private static let batchSize = 500

  // MARK: Adding

  /// Brings the index up to date with some sources: what is new is added, what has changed replaced, and what is no longer
  /// in a folder removed.
  ///
  /// A file with the size and time it had is not read. A run that is interrupted leaves what it has added.
  public func add(
    _ sources: [Source], in workspace: Workspace, onProgress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Changes {
    let reader = DocumentReader(repairer: workspace.repairer)
    let extractor = DocumentKeyExtractor(resources: try workspace.alignmentResources())
    let index = try LinkIndex.openForWriting(path: path, data: Self.stamp(workspace))
    defer { index.close() }
    var list = IndexInput(index: index)
    var changes = Changes()
    for source in sources { try list.add(source, reader: reader, &changes) }
    let gone = list.goneRecords.map(\.id)
    if !gone.isEmpty { try index.remove(gone) }
    changes.removed = gone.count
    try take(list.items, into: index, { $0.result(reader, extractor) }, &changes, onProgress)
    try index.refreshLengths()
    return changes
  }

  /// What stands for one document of a language.
  private static func key(_ language: Language, _ name: String) -> String { "\(language.rawValue) \(name)" }

  /// Puts what is new or has changed into the index, some documents at a time.
  private func take(
    _ items: [IndexInput.Item], into index: LinkIndex,
    _ result: @escaping @Sendable (IndexInput.Item) -> IndexInput.Item.Result, _ changes: inout Changes,
    _ onProgress: (Int, Int) -> Void
  ) throws {
    var batch: [LinkIndex.Document] = []
    var names: [String: String] = [:]
    let work = OrderedWork(items, jobs: jobs, work: result)
    try work.forEachResult { number, result in
      let item = items[number]
      switch result {
      case .unchanged(let id, let state):
        changes.unchanged += 1
        if let state { try index.note(state: state, of: id) }
      case .failed(let error): changes.failures.append(error)
      case .document(let document):
        let key = Self.key(document.language, document.name)
        if let other = try names[key] ?? owner(of: document, besides: item.record, in: index) {
          changes.failures.append(
            InputError(path: item.path, .malformed("has the name of \(other), “\(document.name)”; left out")))
          break
        }
        names[key] = item.path
        batch.append(document)
        if item.record == nil { changes.added += 1 } else { changes.changed += 1 }
        if let old = item.record, Self.key(old.language, old.name) != key { try index.remove([old.id]) }
      }
      if batch.count >= Self.batchSize || number + 1 == items.count, !batch.isEmpty {
        try index.add(batch)
        batch = []
      }
      onProgress(number + 1, items.count)
    }
  }

  /// The place of another document of the index that has the name of this one.
  private func owner(
    of document: LinkIndex.Document, besides record: LinkIndex.Record?, in index: LinkIndex
  ) throws -> String? {
    let owner = try index.record(document.language, name: document.name)
    return owner.flatMap { $0.id == record?.id ? nil : $0.path ?? $0.name }
  }

  // MARK: Asking

  /// The links of some files, whether they are in the index or not.
  ///
  /// A document does not have to be in the index; it is not added.
  /// - Throws: ``InputError`` for a file that cannot be read, ``LinkIndexError`` for an index that cannot.
  public func links(of paths: [String], in workspace: Workspace) throws -> [Answer] {
    let reader = DocumentReader(repairer: workspace.repairer)
    let extractor = DocumentKeyExtractor(resources: try workspace.alignmentResources())
    let index = try LinkIndex.open(path: path, data: Self.stamp(workspace))
    defer { index.close() }
    var notices = StaleFiles()
    return try paths.map { path in
      let source = try Files.source(at: path)
      let document = try reader.document(in: source, id: path)
      let known = try index.record(document.language, content: ContentHash(source.bytes).description)
      let hits = try index.hits(
        for: extractor.keys(of: document), in: document.language, isIndexed: known != nil, top: count,
        evidenceLimit: DocumentLinker.greatestEvidence)
      notices.tell(hits, workspace)
      return Answer(language: document.language, links: links(path, document.language, hits))
    }
  }

  /// The links of every document of a language in the index.
  public func links(of language: Language, in workspace: Workspace) throws -> [Answer] {
    let index = try LinkIndex.open(path: path, data: Self.stamp(workspace))
    defer { index.close() }
    return try index.records().filter { $0.language == language }.map { record in
      let hits = try index.hits(
        for: try index.keys(of: record.id), in: language, isIndexed: true, top: count,
        evidenceLimit: DocumentLinker.greatestEvidence)
      return Answer(language: language, links: links(record.name, language, hits))
    }
  }

  /// The names of the documents of the index, in order.
  public func names(in workspace: Workspace) throws -> (chinese: [String], english: [String]) {
    let index = try LinkIndex.open(path: path, data: Self.stamp(workspace))
    defer { index.close() }
    let records = try index.records()
    func names(_ language: Language) -> [String] { records.filter { $0.language == language }.map(\.name) }
    return (names(.chinese), names(.english))
  }

  private func links(_ name: String, _ language: Language, _ hits: [LinkIndex.Hit]) -> [DocumentLink] {
    hits.enumerated().map { place, hit in
      let isChinese = language == .chinese
      return DocumentLink(
        chineseID: isChinese ? name : hit.record.name, englishID: isChinese ? hit.record.name : name, rank: place + 1,
        score: hit.score, evidence: hit.evidence)
    }
  }

  /// What the keys of an index depend on: the numbers of the dictionary's stems.
  ///
  /// The glossary may grow: documents that were added before know nothing of the new terms until they change.
  private static func stamp(_ workspace: Workspace) -> String {
    guard let store = Files.mapped(workspace.data.lexicon) else { return "no dictionary" }
    let bytes = store.bytes
    let part = 1 << 14
    var hash = ContentHash()
    for start in [0, bytes.count / 3, bytes.count / 2, bytes.count - part] {
      hash.add(bytes[max(0, min(start, bytes.count))..<min(bytes.count, max(0, start) + part)])
    }
    return "\(bytes.count) \(hash)"
  }
}

/// Tells of files that are no longer what the index knows, each once.
private struct StaleFiles {
  private var told: Set<String> = []

  mutating func tell(_ hits: [LinkIndex.Hit], _ workspace: Workspace) {
    for record in hits.map(\.record) {
      guard let path = record.path, let state = record.state, told.insert(path).inserted else { continue }
      let now = FileState(path)?.description
      if now == nil {
        workspace.notice("\(path) is gone since it was indexed; bring the index up to date with --add")
      } else if now != state {
        workspace.notice("\(path) has changed since it was indexed; bring the index up to date with --add")
      }
    }
  }
}
