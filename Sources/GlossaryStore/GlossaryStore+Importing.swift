import GRDB
import Terminology

extension GlossaryStore {
  /// Puts entries into the glossary of that name, which is made when it is not there; an entry that is stored already is
  /// merged with the imported one.
  ///
  /// Importing the same entries again changes nothing. One transaction.
  ///
  /// - Parameters:
  ///   - glossary: Its name says where the entries go; its other fields replace the stored ones, nil ones excepted.
  ///   - entries: In any order. Two of the same id are merged.
  ///   - origin: Who imports, for the history; nil for data of the program, of which no history is kept.
  /// - Throws: ``StoreError``; then nothing has changed.
  @discardableResult
  public func install(
    _ glossary: GlossaryInfo, entries: some Sequence<ConceptEntry>, options: ImportOptions = ImportOptions(),
    by origin: ChangeOrigin? = nil
  ) throws(StoreError) -> ImportReport {
    var indexer = entryIndexer
    let part = ImportPart(expecting: entries.underestimatedCount, by: origin) { take in
      for entry in entries { try take(indexer.indexed(entry)) }
    }
    do {
      return try importing([part], into: glossary, options: options)[0]
    } catch {
      throw StoreError(path: path, wrapping: error)
    }
  }

  /// As ``install(_:entries:options:by:)``, for the entries of several files that come one after another from
  /// their readers: all of them in one transaction, each a change of its own.
  ///
  /// - Parameter isDryRun: Whether only to say what would happen: it happens to a copy in memory.
  /// - Throws: ``StoreError``, or what a part throws; then nothing has changed.
  /// - Returns: What came of each part.
  @discardableResult
  public func importing(
    _ parts: [ImportPart], into glossary: GlossaryInfo, options: ImportOptions = ImportOptions(),
    isDryRun: Bool = false
  ) throws -> [ImportReport] {
    if isDryRun { return try copyInMemory().importing(parts, into: glossary, options: options) }
    var failure: (any Error)?
    do {
      return try writing { database in
        try parts.map { part in
          try importing(part, into: glossary, options: options, failure: &failure, database)
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  private func importing(
    _ part: ImportPart, into glossary: GlossaryInfo, options: ImportOptions, failure: inout (any Error)?,
    _ database: Database
  ) throws -> ImportReport {
    let journal = try part.origin.map { try Journal(.import, by: $0, glossary: glossary.name, database: database) }
    let stored = try StoredGlossary.named(glossary.name, in: database)
    let id = try Self.upsert(glossary, in: database)
    let writer = try EntryWriter(glossary: id, database: database, journal: journal, indexer: entryIndexer)
    try writer.prepare(forWriting: options.matching == .id ? part.expectedCount : 0)
    var importer = Importer(into: id, options: options, writer: writer, database: database)
    do { try part.giveEntries { try importer.take($0) } } catch {
      if !(error is DatabaseError) { failure = error }
      throw error
    }
    if stored == nil { try journal?.record(glossary: nil) }
    try writer.finish()
    var report = importer.report
    report.change = journal?.change
    return report
  }

  /// What ``install(_:entries:options:by:)`` would do, on a copy in memory.
  ///
  /// Changes nothing; the glossary need not be there.
  public func dryRun(
    _ glossary: GlossaryInfo, entries: some Sequence<ConceptEntry>, options: ImportOptions = ImportOptions()
  ) throws(StoreError) -> ImportReport {
    try copyInMemory().install(glossary, entries: entries, options: options)
  }

  /// Makes a glossary hold these entries and no others, in one transaction.
  ///
  /// It need not be there before. No history is kept.
  public func replace(_ glossary: GlossaryInfo, entries: some Sequence<ConceptEntry>) throws(StoreError) {
    var indexer = entryIndexer
    try writing { database in
      if let stored = try StoredGlossary.named(glossary.name, in: database) { try Self.remove(stored, from: database) }
      let id = try Self.upsert(glossary, in: database)
      let writer = try EntryWriter(glossary: id, database: database, indexer: indexer)
      try writer.prepare(forWriting: entries.underestimatedCount)
      var importer = Importer(into: id, options: ImportOptions(), writer: writer, database: database)
      for entry in entries { try importer.take(indexer.indexed(entry)) }
      try writer.finish()
    }
  }

  /// Takes a glossary with all its entries out of the store, and out of the history.
  public func remove(glossary name: String) throws(StoreError) {
    try writing { database in
      try Self.remove(try StoredGlossary.chosen(name, in: database, path: self.path)[0], from: database)
    }
  }

  private static func remove(_ glossary: StoredGlossary, from database: Database) throws {
    try EntryWriter.removeFromSearch(glossary: glossary.id, database: database)
    try database.execute(sql: "DELETE FROM glossary WHERE id = ?", arguments: [glossary.id])
  }

  /// Makes the glossary, or brings what is known of it up to date; gives its row id.
  static func upsert(_ glossary: GlossaryInfo, in database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO glossary(uuid, name, rank, kind, licence, version, source) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(name) DO UPDATE SET rank = excluded.rank, kind = excluded.kind,
          licence = coalesce(excluded.licence, licence), version = coalesce(excluded.version, version),
          source = coalesce(excluded.source, source)
        """,
      arguments: [
        glossary.uuid, glossary.name, glossary.rank, glossary.kind.rawValue, glossary.licence, glossary.version,
        glossary.source,
      ])
    return try Int64.fetchOne(database, sql: "SELECT id FROM glossary WHERE name = ?", arguments: [glossary.name]) ?? 0
  }
}
