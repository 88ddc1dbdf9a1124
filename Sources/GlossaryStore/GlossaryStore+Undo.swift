import FoundationEssentials
import GRDB
import Terminology

extension GlossaryStore {
  /// Takes back the last `count` changes that still hold, newest first, each by a change of its own; all or none.
  /// - Throws: ``StoreError`` when there is nothing to take back.
  /// - Returns: The changes that were taken back.
  @discardableResult
  public func undo(last count: Int = 1, by origin: ChangeOrigin) throws(StoreError) -> [Change] {
    try writing { database in
      let changes = try ChangeReader(database: database).undoable(limit: max(1, count))
      if changes.isEmpty { throw StoreError(path: self.path, .nothingToUndo) }
      for change in changes { try self.undo(change, by: origin, database: database) }
      return changes
    }
  }

  /// Takes back one change; taking back an undo does its change again.
  /// - Throws: ``StoreError`` for a change that is not there, is undone already, or whose concepts were changed since;
  ///   then nothing has changed.
  @discardableResult
  public func undo(change id: Change.ID, by origin: ChangeOrigin) throws(StoreError) -> Change {
    try writing { database in
      guard let change = try ChangeReader(database: database).change(id) else {
        throw StoreError(path: self.path, .unknownChange(id))
      }
      if change.isUndone { throw StoreError(path: self.path, .alreadyUndone(id)) }
      try self.undo(change, by: origin, database: database)
      return change
    }
  }

  private func undo(_ change: Change, by origin: ChangeOrigin, database: Database) throws {
    let journal = try Journal(.undo, by: origin, glossary: change.glossary, undoing: change.id, database: database)
    if try undoEvidence(of: change, journal: journal, database: database) { return }
    let archive = try String.fetchOne(
      database, sql: "SELECT glossary_before FROM change WHERE id = ?", arguments: [change.id])
    let current = try StoredGlossary.named(change.glossary, in: database)
    let info = try archive.map { try JSONDecoder().decode(GlossaryInfo?.self, from: Data($0.utf8)) }
    if let info { try restore(info, over: current, journal: journal, database: database) }
    guard let glossary = try StoredGlossary.named(change.glossary, in: database) else {
      throw StoreError(path: path, .unknownGlossary(change.glossary, known: []))
    }
    let reader = try ChangeReader(database: database)
    let touched = try reader.touched(by: change.id)
    let writer = try EntryWriter(glossary: glossary.id, database: database, journal: journal, indexer: entryIndexer)
    for item in touched {
      let now = try EntryReader.entry(item.concept, database: database)
      if try reader.state(of: item.concept, after: change.id) != now {
        let later = try reader.lastChange(of: item.concept, after: change.id)
        throw StoreError(path: path, .changedSince(change.id, concept: item.entryID, later: later))
      }
      try restore(item, over: now, in: glossary, writer: writer, change: change, database: database)
    }
    try writer.finish()
    if let info, info == nil { try removeIfEmpty(glossary, journal: journal, database: database) }
  }

  /// Withdraws the evidence that a change recorded, or, where the change took some back, puts it in force again.
  /// - Returns: Whether it was a change of evidence.
  private func undoEvidence(of change: Change, journal: Journal, database: Database) throws -> Bool {
    let reader = try ChangeReader(database: database)
    var first = change
    var isWithdrawn = true
    while first.action == .undo, let before = try first.undoes.flatMap({ try reader.change($0) }) {
      first = before
      isWithdrawn.toggle()
    }
    guard first.action == .record else { return false }
    _ = try journal.number()
    try database.execute(
      sql: "UPDATE evidence SET withdrawn = ? WHERE change_id = ?", arguments: [isWithdrawn, first.id])
    return true
  }

  /// Makes a concept what it was before a change.
  private func restore(
    _ item: ChangeReader.Touched, over now: ConceptEntry?, in glossary: StoredGlossary, writer: EntryWriter,
    change: Change, database: Database
  ) throws {
    switch (item.before, now) {
    case (nil, nil): break
    case (nil, let now?): try writer.remove(item.concept, now)
    case (let before?, let now?): try writer.update(item.concept, from: now, to: before)
    case (let before?, nil):
      if try EntryReader.row(of: before.id, in: glossary.id, database: database) != nil {
        throw StoreError(path: path, .changedSince(change.id, concept: before.id, later: nil))
      }
      try writer.insert(before, at: item.concept)
    }
  }

  /// Gives the glossary the rank and the rest that it had; one that was not there goes at the end, with its last entry.
  private func restore(
    _ info: GlossaryInfo?, over current: StoredGlossary?, journal: Journal, database: Database
  ) throws {
    guard let info, info != current?.info else { return }
    try journal.record(glossary: current?.info)
    _ = try Self.upsert(info, in: database)
  }

  private func removeIfEmpty(_ glossary: StoredGlossary, journal: Journal, database: Database) throws {
    let isEmpty =
      try Int64.fetchOne(
        database, sql: "SELECT id FROM concept WHERE glossary_id = ? LIMIT 1", arguments: [glossary.id]) == nil
    guard isEmpty else { return }
    try journal.record(glossary: glossary.info)
    try database.execute(sql: "DELETE FROM glossary WHERE id = ?", arguments: [glossary.id])
  }
}
