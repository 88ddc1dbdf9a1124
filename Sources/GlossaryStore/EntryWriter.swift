import GRDB
import Terminology

/// Writes the entries of one glossary as rows, with what they are looked up by, and tells the journal.
///
/// ``finish()`` comes last: it writes the new version of the data.
final class EntryWriter {
  private let database: Database
  private let glossary: Int64
  private let journal: Journal?
  private let stamp: DataStamp
  private var indexer: EntryIndexer
  private var statements: Statements
  private var nextConcept: Int64
  private var nearMisses: NearMissIndex.Writer
  /// Whether much is written at once: then what is derived from the terms is put off to the end.
  private var isBulk = false
  private var pageCacheBefore = 0
  /// The concepts that were there before have row ids below this one.
  let firstNewConcept: Int64
  /// Whether the glossary had no concepts before.
  let isGlossaryNew: Bool

  init(
    glossary: Int64, database: Database, journal: Journal? = nil, indexer: EntryIndexer
  ) throws {
    self.database = database
    self.glossary = glossary
    self.journal = journal
    self.indexer = indexer
    let version = try String.fetchOne(
      database, sql: "SELECT data_version FROM glossary WHERE id = ?", arguments: [glossary])
    stamp = DataStamp(after: version ?? "")
    statements = try Statements(in: database, stamp: stamp)
    nearMisses = try NearMissIndex.Writer(database)
    // A row id is never given out again: the history goes by it.
    let last = try Int64.fetchOne(
      database,
      sql: """
        SELECT max(coalesce((SELECT max(id) FROM concept), 0), coalesce((SELECT max(concept_id) FROM change_entry), 0))
        """)
    nextConcept = (last ?? 0) + 1
    firstNewConcept = nextConcept
    isGlossaryNew =
      try Int64.fetchOne(database, sql: "SELECT id FROM concept WHERE glossary_id = ? LIMIT 1", arguments: [glossary])
      == nil
  }

  /// Gets ready for `count` entries at once.
  ///
  /// When many of the terms will be new, the indexes are made anew at the end. The full-text tables and the history of
  /// new concepts follow there too: a table written in one go costs half of what it does row by row among others.
  func prepare(forWriting count: Int) throws {
    let stored = try Int64.fetchOne(database, sql: "SELECT max(id) FROM term") ?? 0
    guard count > 1000, Int64(count) * 8 > stored else { return }
    isBulk = true
    try StoreSchema.dropTermIndexes(in: database)
    try setSearchBuffer(to: 1 << 26)
    pageCacheBefore = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? -2000
    try setPageCache(to: -65_536)
  }

  /// Writes what is due at the end.
  func finish() throws {
    if isBulk { try writeDerivedTables() }
    guard stamp.isTouched else { return }
    try database.execute(
      sql: "UPDATE glossary SET data_version = ? WHERE id = ?", arguments: [stamp.version, glossary])
  }

  /// Writes what was put off, while another thread makes the blocks of near misses.
  private func writeDerivedTables() throws {
    let texts = try writeSearch()
    let blocks = Ahead { NearMissPairs(texts).blocks() }
    try StoreSchema.createTermIndexes(in: database)
    try journal?.recordNew(from: firstNewConcept)
    try NearMissIndex.replace(by: blocks.value, in: database)
    try setSearchBuffer(to: 1 << 20)
    try setPageCache(to: pageCacheBefore)
  }

  /// Writes the terms of the new concepts into the full-text tables, and gathers the texts of all terms for near misses.
  ///
  /// One walk over the terms in the order of their row ids, in which those of a concept stand together. Of equal folded
  /// terms of a concept only the first is in the full-text tables.
  private func writeSearch() throws -> NearMissTexts {
    var texts = try NearMissTexts(expectingTermsOf: database)
    var concept: Int64 = 0
    var searched: Set<[UInt8]> = []
    let terms = try HotStatement(
      "SELECT \(NearMissTexts.columns), id, concept_id FROM term ORDER BY id", in: database)
    try terms.forEachRow([]) { row in
      texts.add(row)
      if concept != row.integer(4) {
        concept = row.integer(4)
        searched.removeAll(keepingCapacity: true)
      }
      if concept < firstNewConcept { return true }
      let folded = Array(row.utf8(1))
      if searched.insert(folded).inserted {
        try writeSearch(of: row.integer(3), folded: folded, isChinese: row.integer(0) == 0)
      }
      return true
    }
    return texts
  }

  /// Whether what is derived from the terms of a concept is put off.
  private func isPutOff(_ concept: Int64) -> Bool { isBulk && concept >= firstNewConcept }

  /// The memory in which a full-text table gathers new rows before it writes them.
  private func setSearchBuffer(to bytes: Int) throws {
    for table in ["term_han", "term_english"] {
      try database.execute(sql: "INSERT INTO \(table)(\(table), rank) VALUES ('hashsize', \(bytes))")
    }
  }

  /// The memory for pages of the database, as SQLite counts it: pages, or if negative KiB.
  private func setPageCache(to size: Int) throws { try database.execute(sql: "PRAGMA cache_size = \(size)") }

  // MARK: Entries

  /// Adds an entry, unless the glossary has one of its id; `row` is the one it had before it was removed.
  /// - Parameter keys: Those of its terms, where they are known.
  /// - Returns: Whether it was added.
  @discardableResult
  func insert(_ entry: ConceptEntry, keys: [IndexKeys.Keys]? = nil, at row: Int64? = nil) throws -> Bool {
    let concept = row ?? nextConcept
    let statement = statements.insertConcept
    statement.bind(concept)
    statement.bind(glossary)
    statement.bind(entry.id)
    bind(entry, to: statement)
    try statement.run()
    if database.changesCount == 0 { return false }
    if row == nil { nextConcept += 1 }
    if !isPutOff(concept) { try journal?.record(concept: concept, entryID: entry.id, before: nil) }
    try writeParts(of: entry, keys: keys, concept: concept)
    return true
  }

  /// Replaces an entry by its new state.
  func update(_ row: Int64, from before: ConceptEntry, to entry: ConceptEntry) throws {
    if !isPutOff(row) { try journal?.record(concept: row, entryID: before.id, before: before) }
    try removeParts(of: row, parts: EntryParts(of: before))
    let statement = statements.updateConcept
    bind(entry, to: statement)
    statement.bind(row)
    try statement.run()
    try writeParts(of: entry, keys: nil, concept: row)
  }

  /// Removes an entry.
  func remove(_ row: Int64, _ entry: ConceptEntry) throws {
    try journal?.record(concept: row, entryID: entry.id, before: entry)
    try removeParts(of: row, parts: EntryParts(of: entry))
    statements.deleteConcept.bind(row)
    try statements.deleteConcept.run()
  }

  private func bind(_ entry: ConceptEntry, to statement: RowStatement) {
    statement.bind(entry.subjectField)
    statement.bind(entry.type)
    statement.bind(entry.definition)
    statement.bind(entry.note)
    statement.bind(entry.source)
    statement.bind(entry.doNotTranslate ? 1 : 0)
    statement.bind(entry.definitionSource)
    statement.bind(entry.review == .approved ? nil : entry.review.rawValue)
    statement.bind(entry.customer)
    statement.bind(entry.project)
    statement.bind(EntryParts(of: entry).rawValue)
  }

  // MARK: Terms and lists

  private func writeParts(of entry: ConceptEntry, keys: [IndexKeys.Keys]?, concept: Int64) throws {
    let keys = keys ?? indexer.keys(ofTermsOf: entry)
    var searched: Set<[UInt8]> = []
    for (position, term) in entry.terms.enumerated() {
      try write(term, keys[position], position: position, concept: concept, searched: &searched)
      for (index, context) in term.contexts.enumerated() {
        try statements.write("usage_context", concept, position, index) {
          [context.text, context.translation, context.source]
        }
      }
      for (index, field) in term.extra.enumerated() {
        try statements.write("term_extra", concept, position, index) { [field.name, field.value] }
      }
    }
    for (index, field) in entry.extra.enumerated() {
      try statements.write("concept_extra", concept, index) { [field.name, field.value] }
    }
    for (index, definition) in entry.languageDefinitions.enumerated() {
      try statements.write("language_definition", concept, index) {
        [definition.language.rawValue, definition.text, definition.source]
      }
    }
    for (index, relation) in entry.relations.enumerated() {
      try statements.write("relation", concept, index) { [relation.kind.rawValue, relation.target, relation.note] }
    }
    for (index, reference) in entry.references.enumerated() {
      try statements.write("concept_reference", concept, index) {
        [reference.kind.rawValue, reference.target, reference.label]
      }
    }
  }

  private func write(
    _ term: Term, _ keys: IndexKeys.Keys, position: Int, concept: Int64, searched: inout Set<[UInt8]>
  ) throws {
    let statement = statements.insertTerm
    statement.bind(concept)
    statement.bind(position)
    statement.bind(term.language.rawValue)
    statement.bind(term.text)
    statement.bind(term.status.rawValue)
    statement.bind(term.pinyin)
    statement.bind(term.partOfSpeech)
    statement.bind(keys.folded)
    statement.bind(keys.english)
    statement.bind(keys.flat)
    statement.bind(keys.initials)
    statement.bind(term.region)
    statement.bind(term.type?.rawValue)
    statement.bind(term.gender?.rawValue)
    statement.bind(term.caseRule == .smart ? nil : term.caseRule.rawValue)
    statement.bind(term.matchRule == .inflected ? nil : term.matchRule.rawValue)
    statement.bind(term.note)
    statement.bind(term.source)
    try statement.run()
    if isPutOff(concept) { return }
    guard searched.insert(keys.folded).inserted else { return }
    let row = database.lastInsertedRowID
    if !isBulk {
      try nearMisses.add(
        folded: String(decoding: keys.folded, as: UTF8.self), reading: keys.flat, isChinese: term.language.isChinese)
    }
    try writeSearch(of: row, folded: keys.folded, isChinese: term.language.isChinese)
  }

  /// Writes a term, by its row id, into the full-text table of its language.
  private func writeSearch(of term: Int64, folded: [UInt8], isChinese: Bool) throws {
    let search = isChinese ? statements.insertHan : statements.insertEnglish
    search.bind(term)
    search.bind(isChinese ? folded.withUnsafeBufferPointer(IndexKeys.characters) : folded)
    try search.run()
  }

  private func removeParts(of concept: Int64, parts: EntryParts) throws {
    if !isPutOff(concept) { try Self.removeFromSearch("concept_id = ?", concept, database: database) }
    statements.deleteTerms.bind(concept)
    try statements.deleteTerms.run()
    for (part, table) in EntryParts.tables where parts.contains(part) {
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
        searched.removeAll(keepingCapacity: true)
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
}

extension EntryWriter {
  /// The statements of a writer, each prepared once.
  private struct Statements {
    let insertConcept: RowStatement
    let updateConcept: RowStatement
    let deleteConcept: RowStatement
    let insertTerm: RowStatement
    let deleteTerms: RowStatement
    let insertHan: RowStatement
    let insertEnglish: RowStatement
    private let database: Database
    private let stamp: DataStamp
    private var lists: [String: RowStatement] = [:]

    init(in database: Database, stamp: DataStamp) throws {
      self.database = database
      self.stamp = stamp
      insertConcept = try RowStatement(
        """
        INSERT INTO concept(id, glossary_id, entry_id, subject_field, type, definition, note, source, do_not_translate,
          definition_source, review, customer, project, parts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(glossary_id, entry_id) DO NOTHING
        """, in: database, stamp: stamp)
      updateConcept = try RowStatement(
        """
        UPDATE concept SET subject_field = ?, type = ?, definition = ?, note = ?, source = ?, do_not_translate = ?,
          definition_source = ?, review = ?, customer = ?, project = ?, parts = ? WHERE id = ?
        """, in: database, stamp: stamp)
      deleteConcept = try RowStatement("DELETE FROM concept WHERE id = ?", in: database, stamp: stamp)
      insertTerm = try RowStatement(
        """
        INSERT INTO term(concept_id, position, language, text, status, pinyin, part_of_speech,
          folded, english_key, pinyin_flat, pinyin_initials, region, type, gender, case_rule, match_rule, note, source)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, in: database, stamp: stamp)
      deleteTerms = try RowStatement("DELETE FROM term WHERE concept_id = ?", in: database)
      insertHan = try RowStatement("INSERT INTO term_han(rowid, characters) VALUES (?, ?)", in: database)
      insertEnglish = try RowStatement("INSERT INTO term_english(rowid, words) VALUES (?, ?)", in: database)
    }

    /// Writes a row of a table for lists.
    mutating func write(_ table: String, _ key: Int64, _ places: Int..., values: () -> [String?]) throws {
      let values = values()
      let statement: RowStatement
      if let known = lists[table] {
        statement = known
      } else {
        let marks = Array(repeating: "?", count: 1 + places.count + values.count).joined(separator: ", ")
        statement = try RowStatement("INSERT INTO \(table) VALUES (\(marks))", in: database, stamp: stamp)
        lists[table] = statement
      }
      statement.bind(key)
      for place in places { statement.bind(place) }
      for value in values { statement.bind(value) }
      try statement.run()
    }
  }
}

extension EntryParts {
  /// The parts that an entry has.
  init(of entry: ConceptEntry) {
    var parts: EntryParts = []
    if !entry.extra.isEmpty { parts.insert(.extra) }
    if !entry.languageDefinitions.isEmpty { parts.insert(.languageDefinitions) }
    if !entry.relations.isEmpty { parts.insert(.relations) }
    if !entry.references.isEmpty { parts.insert(.references) }
    for term in entry.terms {
      if !term.contexts.isEmpty { parts.insert(.contexts) }
      if !term.extra.isEmpty { parts.insert(.termExtra) }
    }
    self = parts
  }
}
