import GRDB
import Terminology

extension GlossaryStore {
  /// The glossaries of the store, by rank, then by name.
  public func glossaries() throws(StoreError) -> [GlossaryInfo] {
    try reading { try StoredGlossary.all(in: $0).map(\.info) }
  }

  /// The entries of a glossary, or of all of them by rank; inside a glossary in the order of their ids.
  public func entries(in glossary: String? = nil) throws(StoreError) -> [ConceptEntry] {
    try reading { database in
      let chosen = try StoredGlossary.chosen(glossary, in: database, path: self.path)
      return try chosen.flatMap { try EntryReader.entries(in: $0.id, database: database) }
    }
  }

  /// The number of entries of a glossary, or of all of them.
  public func entryCount(in glossary: String? = nil) throws(StoreError) -> Int {
    try reading { database in
      try StoredGlossary.chosen(glossary, in: database, path: self.path).reduce(0) { count, stored in
        count
          + (try Int.fetchOne(
            database, sql: "SELECT count(*) FROM concept WHERE glossary_id = ?", arguments: [stored.id]) ?? 0)
      }
    }
  }

  /// The entry of that id, from the glossary named, or from the first one by rank that has it.
  public func entry(withID id: ConceptEntry.ID, in glossary: String? = nil) throws(StoreError) -> ConceptEntry? {
    try reading { database in
      for stored in try StoredGlossary.chosen(glossary, in: database, path: self.path) {
        let row = try Int64.fetchOne(
          database, sql: "SELECT id FROM concept WHERE glossary_id = ? AND entry_id = ?", arguments: [stored.id, id])
        if let row { return try EntryReader.entry(row, database: database) }
      }
      return nil
    }
  }
}

/// A glossary with its row id.
struct StoredGlossary {
  let id: Int64
  let info: GlossaryInfo

  /// The glossaries by rank, then by name.
  static func all(in database: Database) throws -> [StoredGlossary] {
    try Row.fetchAll(
      database,
      sql: "SELECT id, name, rank, kind, licence, version, source FROM glossary ORDER BY rank, name"
    ).map { row in
      let kind = GlossaryInfo.Kind(rawValue: row[3]) ?? .project
      return StoredGlossary(
        id: row[0],
        info: GlossaryInfo(name: row[1], rank: row[2], kind: kind, licence: row[4], version: row[5], source: row[6]))
    }
  }

  /// The glossary of that name; nil when there is none.
  static func named(_ name: String, in database: Database) throws -> StoredGlossary? {
    try all(in: database).first { $0.info.name == name }
  }

  /// The glossary named, or all of them.
  static func chosen(_ name: String?, in database: Database, path: String) throws -> [StoredGlossary] {
    let all = try all(in: database)
    guard let name else { return all }
    guard let found = all.first(where: { $0.info.name == name }) else {
      throw StoreError(path: path, .unknownGlossary(name, known: all.map(\.info.name)))
    }
    return [found]
  }
}
