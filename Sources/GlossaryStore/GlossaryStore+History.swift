import GRDB
import Terminology

extension GlossaryStore {
  /// The latest changes, newest first.
  public func history(limit: Int = 50) throws(StoreError) -> [Change] {
    try reading { try ChangeReader(database: $0).changes(limit: limit) }
  }

  /// What one change did to each concept, in the order in which they were stored.
  ///
  /// Empty for a change that is not there.
  public func entries(of change: Change.ID) throws(StoreError) -> [EntryChange] {
    try reading { database in
      let reader = try ChangeReader(database: database)
      guard let change = try reader.change(change) else { return [] }
      return try reader.touched(by: change.id).map { touched in
        EntryChange(
          change: change, conceptID: touched.entryID, before: touched.before,
          after: try reader.state(of: touched.concept, after: change.id))
      }
    }
  }

  /// The changes to the concept of that id, newest first, in one glossary or in all of them.
  ///
  /// A concept that was removed has a history still.
  public func history(of concept: ConceptEntry.ID, in glossary: String? = nil) throws(StoreError) -> [EntryChange] {
    try reading { database in
      let reader = try ChangeReader(database: database)
      return try reader.changes(toConcept: concept).filter { glossary == nil || $0.change.glossary == glossary }
    }
  }
}

/// Reads the history.
struct ChangeReader {
  private let database: Database
  /// The changes that were taken back and not done again.
  private let undone: Set<Int64>

  init(database: Database) throws {
    self.database = database
    // Newest first: an undo counts unless it was itself undone.
    var undone: Set<Int64> = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, undoes FROM change WHERE undoes IS NOT NULL ORDER BY id DESC")
    while let row = try rows.next() {
      if !undone.contains(row[0]) { undone.insert(row[1]) }
    }
    self.undone = undone
  }

  private static let columns = """
    c.id, c.at, c.who, c.action, c.glossary, c.note, c.undoes,
      (SELECT count(*) FROM change_entry e WHERE e.change_id = c.id)
        + (SELECT count(DISTINCT e.entry_id) FROM evidence e WHERE e.change_id = c.id)
    """

  func changes(limit: Int) throws -> [Change] {
    try Row.fetchAll(
      database, sql: "SELECT \(Self.columns) FROM change c ORDER BY c.id DESC LIMIT ?", arguments: [limit]
    ).map(change)
  }

  func change(_ id: Change.ID) throws -> Change? {
    try Row.fetchOne(database, sql: "SELECT \(Self.columns) FROM change c WHERE c.id = ?", arguments: [id]).map(change)
  }

  /// The latest changes that can be taken back: no undo, and not undone.
  func undoable(limit: Int) throws -> [Change] {
    var result: [Change] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(Self.columns) FROM change c WHERE c.undoes IS NULL ORDER BY c.id DESC")
    while result.count < limit, let row = try rows.next() {
      let change = change(from: row)
      if !change.isUndone { result.append(change) }
    }
    return result
  }

  private func change(from row: Row) -> Change {
    Change(
      id: row[0], origin: ChangeOrigin(who: row[2], time: row[1], note: row[5]),
      action: Change.Action(rawValue: row[3]) ?? .edit, glossary: row[4], entryCount: row[7], undoes: row[6],
      isUndone: undone.contains(row[0]))
  }

  // MARK: Concepts

  /// A concept as a change found it.
  struct Touched {
    let concept: Int64
    let entryID: ConceptEntry.ID
    let before: ConceptEntry?
  }

  func touched(by change: Change.ID) throws -> [Touched] {
    try Row.fetchAll(
      database,
      sql: "SELECT concept_id, entry_id, before FROM change_entry WHERE change_id = ? ORDER BY concept_id",
      arguments: [change]
    ).map { row in
      Touched(
        concept: row[0], entryID: row[1], before: try (row[2] as String?).map { try EntryArchive.entry(from: $0) })
    }
  }

  /// What a concept was when a change had been made: what the next one found, or what it is now.
  func state(of concept: Int64, after change: Change.ID) throws -> ConceptEntry? {
    let next = try database.cachedStatement(
      sql: "SELECT before FROM change_entry WHERE concept_id = ? AND change_id > ? ORDER BY change_id LIMIT 1")
    if let row = try Row.fetchOne(next, arguments: [concept, change]) {
      return try (row[0] as String?).map { try EntryArchive.entry(from: $0) }
    }
    return try EntryReader.entry(concept, database: database)
  }

  /// The last change of a concept after a given one that still holds; nil when there is none.
  func lastChange(of concept: Int64, after change: Change.ID) throws -> Change.ID? {
    let ids = try Int64.fetchAll(
      database,
      sql: """
        SELECT e.change_id FROM change_entry e JOIN change c ON c.id = e.change_id
        WHERE e.concept_id = ? AND e.change_id > ? AND c.undoes IS NULL ORDER BY e.change_id DESC
        """, arguments: [concept, change])
    return ids.first { !undone.contains($0) } ?? ids.first
  }

  func changes(toConcept id: ConceptEntry.ID) throws -> [EntryChange] {
    // By the row ids of the concepts that have the id, and of those that had it.
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT change_id, concept_id, before FROM change_entry
        WHERE concept_id IN (SELECT id FROM concept WHERE entry_id = ?1)
          OR concept_id IN (SELECT concept_id FROM change_entry WHERE entry_id = ?1)
        ORDER BY change_id DESC, concept_id
        """, arguments: [id])
    return try rows.compactMap { row in
      guard let change = try change(row[0]) else { return nil }
      return EntryChange(
        change: change, conceptID: id, before: try (row[2] as String?).map { try EntryArchive.entry(from: $0) },
        after: try state(of: row[1], after: change.id))
    }
  }
}
