import GRDB
import Terminology

/// Writes entries as rows, with what they are looked up by.
struct EntryWriter {
  private let database: Database
  private let glossary: Int64
  private let pinyinOf: ((String) -> String?)?
  private let insertConcept: Statement
  private let updateConcept: Statement
  private let insertExtra: Statement
  private let insertTerm: Statement
  private let insertHan: Statement
  private let insertEnglish: Statement
  /// Nil in a large import, after which the near misses are made anew.
  private let nearMisses: NearMissIndex.Writer?

  /// Writes the changes of a plan into a glossary.
  ///
  /// When most of the terms are new, the indexes are made anew afterwards.
  static func write(
    _ changes: [ImportPlan.Change], to glossary: Int64, database: Database, pinyinOf: ((String) -> String?)?
  ) throws {
    let stored = try Int64.fetchOne(database, sql: "SELECT max(id) FROM term") ?? 0
    let isBulk = changes.count > 1000 && changes.count > stored
    if isBulk { try StoreSchema.dropTermIndexes(in: database) }
    let writer = try EntryWriter(
      database: database, glossary: glossary, pinyinOf: pinyinOf,
      nearMisses: isBulk ? nil : NearMissIndex.Writer(database))
    for change in changes { try writer.write(change) }
    if isBulk {
      try StoreSchema.createTermIndexes(in: database)
      try NearMissIndex.rebuild(in: database)
    }
  }

  /// Removes the terms and the further fields of a concept, from the full-text tables too.
  static func removeTerms(of concept: Int64, database: Database) throws {
    try removeFromSearch("concept_id = ?", concept, database: database)
    for table in ["term", "concept_extra"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE concept_id = ?").execute(arguments: [concept])
    }
  }

  /// Takes the terms of a glossary out of the full-text tables; the other tables follow when the glossary is deleted.
  static func removeFromSearch(glossary: Int64, database: Database) throws {
    try removeFromSearch(
      "concept_id IN (SELECT id FROM concept WHERE glossary_id = ?)", glossary, database: database)
  }

  /// A full-text table without content must be told what a row held for the row to go.
  private static func removeFromSearch(_ condition: String, _ argument: Int64, database: Database) throws {
    let select = try database.cachedStatement(
      sql: "SELECT id, concept_id, language, folded FROM term WHERE \(condition) ORDER BY concept_id, position")
    let deleteHan = try database.cachedStatement(
      sql: "INSERT INTO term_han(term_han, rowid, characters) VALUES ('delete', ?, ?)")
    let deleteEnglish = try database.cachedStatement(
      sql: "INSERT INTO term_english(term_english, rowid, words) VALUES ('delete', ?, ?)")
    var concept: Int64?
    var searched: Set<String> = []
    let rows = try Row.fetchCursor(select, arguments: [argument])
    while let row = try rows.next() {
      if concept != row[1] {
        concept = row[1]
        searched.removeAll()
      }
      let folded: String = row[3]
      guard searched.insert(folded).inserted else { continue }
      let id: Int64 = row[0]
      if row[2] == TermLanguage.english.rawValue {
        try deleteEnglish.execute(arguments: [id, folded])
      } else {
        try deleteHan.execute(arguments: [id, SearchKeys.characters(of: folded)])
      }
    }
  }

  private init(
    database: Database, glossary: Int64, pinyinOf: ((String) -> String?)?, nearMisses: NearMissIndex.Writer?
  ) throws {
    self.database = database
    self.glossary = glossary
    self.pinyinOf = pinyinOf
    self.nearMisses = nearMisses
    insertConcept = try database.makeStatement(
      sql: """
        INSERT INTO concept(glossary_id, entry_id, subject_field, type, definition, note, source, do_not_translate)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    updateConcept = try database.makeStatement(
      sql: """
        UPDATE concept SET subject_field = ?, type = ?, definition = ?, note = ?, source = ?, do_not_translate = ?
        WHERE id = ?
        """)
    insertExtra = try database.makeStatement(
      sql: "INSERT INTO concept_extra(concept_id, position, name, value) VALUES (?, ?, ?, ?)")
    insertTerm = try database.makeStatement(
      sql: """
        INSERT INTO term(concept_id, position, language, text, status, pinyin, part_of_speech,
          folded, english_key, pinyin_flat, pinyin_initials)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertHan = try database.makeStatement(sql: "INSERT INTO term_han(rowid, characters) VALUES (?, ?)")
    insertEnglish = try database.makeStatement(sql: "INSERT INTO term_english(rowid, words) VALUES (?, ?)")
  }

  private func write(_ change: ImportPlan.Change) throws {
    let entry = change.entry
    let concept: Int64
    if let row = change.row {
      concept = row
      try Self.removeTerms(of: row, database: database)
      try updateConcept.execute(arguments: [
        entry.subjectField, entry.type, entry.definition, entry.note, entry.source, entry.doNotTranslate, row,
      ])
    } else {
      insertConcept.setUncheckedArguments([
        glossary, entry.id, entry.subjectField, entry.type, entry.definition, entry.note, entry.source,
        entry.doNotTranslate,
      ])
      try insertConcept.execute()
      concept = database.lastInsertedRowID
    }
    for (position, field) in entry.extra.enumerated() {
      try insertExtra.execute(arguments: [concept, position, field.name, field.value])
    }
    var seen = Seen()
    for (position, term) in entry.terms.enumerated() {
      try write(term, position: position, concept: concept, seen: &seen)
    }
  }

  /// What the terms of a concept so far have brought.
  private struct Seen {
    var folded: Set<String> = []
    var readings: [String: PinyinKeys?] = [:]
  }

  private func write(_ term: Term, position: Int, concept: Int64, seen: inout Seen) throws {
    let keys = SearchKeys(of: term, pinyinOf: pinyinOf, readings: &seen.readings)
    insertTerm.setUncheckedArguments([
      concept, position, term.language.rawValue, term.text, term.status.rawValue, term.pinyin, term.partOfSpeech,
      keys.folded, keys.english, keys.pinyin?.flat, keys.pinyin?.initials,
    ])
    try insertTerm.execute()
    let row = database.lastInsertedRowID
    guard seen.folded.insert(keys.folded).inserted else { return }
    try nearMisses?.add(folded: keys.folded, reading: keys.pinyin?.flat, isChinese: term.language.isChinese)
    if term.language.isChinese {
      insertHan.setUncheckedArguments([row, SearchKeys.characters(of: keys.folded)])
      try insertHan.execute()
    } else {
      insertEnglish.setUncheckedArguments([row, keys.folded])
      try insertEnglish.execute()
    }
  }
}
