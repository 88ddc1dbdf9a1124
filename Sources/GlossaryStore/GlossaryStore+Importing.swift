import GRDB
import Terminology

extension GlossaryStore {
  /// Puts entries into the glossary of that name, which is made when it is not there; a stored entry of the same id is
  /// merged with the imported one.
  ///
  /// Importing the same entries again changes nothing. One transaction.
  ///
  /// - Parameters:
  ///   - glossary: Its name says where the entries go; its other fields replace the stored ones, nil ones excepted.
  ///   - entries: In any order. Two of the same id are merged.
  ///   - pinyinOf: The reading of a Chinese term that brings none, used for look-up only.
  /// - Throws: ``StoreError``; then nothing has changed.
  @discardableResult
  public func install(
    _ glossary: GlossaryInfo, entries: [ConceptEntry], pinyinOf: ((_ text: String) -> String?)? = nil
  ) throws(StoreError) -> ImportReport {
    try writing { database in
      let id = try Self.upsert(glossary, in: database)
      let plan = ImportPlan(importing: entries, over: try EntryReader.rows(in: id, database: database))
      try EntryWriter.write(plan.changes, to: id, database: database, pinyinOf: pinyinOf)
      return plan.report
    }
  }

  /// What ``install(_:entries:pinyinOf:)`` would do.
  ///
  /// Changes nothing; the glossary need not be there.
  public func dryRun(_ glossary: GlossaryInfo, entries: [ConceptEntry]) throws(StoreError) -> ImportReport {
    try reading { database in
      let stored = try StoredGlossary.all(in: database).first { $0.info.name == glossary.name }
      let rows = try stored.map { try EntryReader.rows(in: $0.id, database: database) } ?? []
      return ImportPlan(importing: entries, over: rows).report
    }
  }

  /// Makes a glossary hold these entries and no others, in one transaction.
  ///
  /// It need not be there before.
  public func replace(
    _ glossary: GlossaryInfo, entries: [ConceptEntry], pinyinOf: ((_ text: String) -> String?)? = nil
  ) throws(StoreError) {
    try writing { database in
      for stored in try StoredGlossary.all(in: database) where stored.info.name == glossary.name {
        try Self.remove(stored.id, from: database)
      }
      let id = try Self.upsert(glossary, in: database)
      let plan = ImportPlan(importing: entries, over: [])
      try EntryWriter.write(plan.changes, to: id, database: database, pinyinOf: pinyinOf)
    }
  }

  /// Takes a glossary with all its entries out of the store.
  public func remove(glossary name: String) throws(StoreError) {
    try writing { database in
      try Self.remove(try StoredGlossary.chosen(name, in: database, path: self.path)[0].id, from: database)
    }
  }

  private static func remove(_ id: Int64, from database: Database) throws {
    try EntryWriter.removeFromSearch(glossary: id, database: database)
    try database.execute(sql: "DELETE FROM glossary WHERE id = ?", arguments: [id])
  }

  private static func upsert(_ glossary: GlossaryInfo, in database: Database) throws -> Int64 {
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
