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

  /// Writes the changes of a plan into a glossary.
  ///
  /// Into a database without terms it goes without indexes first.
  static func write(
    _ changes: [ImportPlan.Change], to glossary: Int64, database: Database, pinyinOf: ((String) -> String?)?
  ) throws {
    let hasTerms = try Int64.fetchOne(database, sql: "SELECT id FROM term LIMIT 1") != nil
    let isBulk = changes.count > 1000 && !hasTerms
    if isBulk { try StoreSchema.dropTermIndexes(in: database) }
    let writer = try EntryWriter(database: database, glossary: glossary, pinyinOf: pinyinOf)
    for change in changes { try writer.write(change) }
    if isBulk { try StoreSchema.createTermIndexes(in: database) }
  }

  /// Removes the terms and the further fields of a concept, from the full-text tables too.
  static func removeTerms(of concept: Int64, database: Database) throws {
    let select = try database.cachedStatement(
      sql: "SELECT id, language, folded FROM term WHERE concept_id = ? ORDER BY position")
    let deleteHan = try database.cachedStatement(
      sql: "INSERT INTO term_han(term_han, rowid, characters) VALUES ('delete', ?, ?)")
    let deleteEnglish = try database.cachedStatement(
      sql: "INSERT INTO term_english(term_english, rowid, words) VALUES ('delete', ?, ?)")
    var searched: Set<String> = []
    for row in try Row.fetchAll(select, arguments: [concept]) {
      let id: Int64 = row[0]
      let folded: String = row[2]
      guard searched.insert(folded).inserted else { continue }
      if row[1] == TermLanguage.english.rawValue {
        try deleteEnglish.execute(arguments: [id, folded])
      } else {
        try deleteHan.execute(arguments: [id, SearchKeys.characters(of: folded)])
      }
    }
    for table in ["term", "concept_extra"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE concept_id = ?").execute(arguments: [concept])
    }
  }

  private init(database: Database, glossary: Int64, pinyinOf: ((String) -> String?)?) throws {
    self.database = database
    self.glossary = glossary
    self.pinyinOf = pinyinOf
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
    var searched: Set<String> = []
    for (position, term) in entry.terms.enumerated() {
      try write(term, position: position, concept: concept, searched: &searched)
    }
  }

  private func write(_ term: Term, position: Int, concept: Int64, searched: inout Set<String>) throws {
    let keys = SearchKeys(of: term, pinyinOf: pinyinOf)
    insertTerm.setUncheckedArguments([
      concept, position, term.language.rawValue, term.text, term.status.rawValue, term.pinyin, term.partOfSpeech,
      keys.folded, keys.english, keys.pinyin?.flat, keys.pinyin?.initials,
    ])
    try insertTerm.execute()
    guard searched.insert(keys.folded).inserted else { return }
    let row = database.lastInsertedRowID
    if term.language.isChinese {
      insertHan.setUncheckedArguments([row, SearchKeys.characters(of: keys.folded)])
      try insertHan.execute()
    } else {
      insertEnglish.setUncheckedArguments([row, keys.folded])
      try insertEnglish.execute()
    }
  }
}
