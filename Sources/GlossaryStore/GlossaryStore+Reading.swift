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

/// Makes entries from rows.
enum EntryReader {
  private static let conceptColumns =
    "id, entry_id, subject_field, type, definition, note, source, do_not_translate"
  private static let termColumns = "concept_id, language, text, status, pinyin, part_of_speech"

  /// One entry by its row id; nil when there is none.
  static func entry(_ id: Int64, database: Database) throws -> ConceptEntry? {
    let concept = try database.cachedStatement(sql: "SELECT \(conceptColumns) FROM concept WHERE id = ?")
    guard let row = try Row.fetchOne(concept, arguments: [id]) else { return nil }
    var entry = entry(from: row)
    let terms = try database.cachedStatement(
      sql: "SELECT \(termColumns) FROM term WHERE concept_id = ? ORDER BY position")
    let termRows = try Row.fetchCursor(terms, arguments: [id])
    while let row = try termRows.next() { entry.terms.append(term(from: row)) }
    let extra = try database.cachedStatement(
      sql: "SELECT name, value FROM concept_extra WHERE concept_id = ? ORDER BY position")
    let extraRows = try Row.fetchCursor(extra, arguments: [id])
    while let row = try extraRows.next() { entry.extra.append(.init(name: row[0], value: row[1])) }
    return entry
  }

  /// All entries of a glossary, in the order of their ids.
  static func entries(in glossary: Int64, database: Database) throws -> [ConceptEntry] {
    try rows(in: glossary, database: database).sorted { $0.entry.id.utf8.lexicographicallyPrecedes($1.entry.id.utf8) }
      .map(\.entry)
  }

  /// All entries of a glossary with their row ids, in the order of these.
  ///
  /// Three passes over the tables.
  static func rows(in glossary: Int64, database: Database) throws -> [(id: Int64, entry: ConceptEntry)] {
    var result: [(id: Int64, entry: ConceptEntry)] = []
    let concepts = try Row.fetchCursor(
      database, sql: "SELECT \(conceptColumns) FROM concept WHERE glossary_id = ? ORDER BY id", arguments: [glossary])
    while let row = try concepts.next() { result.append((row[0], entry(from: row))) }
    var index = 0
    let terms = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(termColumns) FROM term WHERE concept_id IN (SELECT id FROM concept WHERE glossary_id = ?)
        ORDER BY concept_id, position
        """, arguments: [glossary])
    while let row = try terms.next() {
      let concept: Int64 = row[0]
      while index < result.count, result[index].id < concept { index += 1 }
      if index < result.count, result[index].id == concept { result[index].entry.terms.append(term(from: row)) }
    }
    index = 0
    let extra = try Row.fetchCursor(
      database,
      sql: """
        SELECT concept_id, name, value FROM concept_extra
        WHERE concept_id IN (SELECT id FROM concept WHERE glossary_id = ?) ORDER BY concept_id, position
        """, arguments: [glossary])
    while let row = try extra.next() {
      let concept: Int64 = row[0]
      while index < result.count, result[index].id < concept { index += 1 }
      if index < result.count, result[index].id == concept {
        result[index].entry.extra.append(.init(name: row[1], value: row[2]))
      }
    }
    return result
  }

  private static func entry(from row: Row) -> ConceptEntry {
    ConceptEntry(
      id: row[1], subjectField: row[2], type: row[3], terms: [], definition: row[4], note: row[5], source: row[6],
      doNotTranslate: row[7])
  }

  private static func term(from row: Row) -> Term {
    // The table admits no other values than those of the enumerations.
    Term(
      language: TermLanguage(rawValue: row[1]) ?? .english, text: row[2],
      status: AdministrativeStatus(rawValue: row[3]) ?? .preferred, pinyin: row[4], partOfSpeech: row[5])
  }
}
