import GRDB
import Terminology

extension GlossaryStore {
  /// Adds a new entry to a glossary, which is made when it is not there.
  /// - Throws: ``StoreError`` for an id that is taken, or an entry that cannot be stored; then nothing has changed.
  @discardableResult
  public func add(
    _ entry: ConceptEntry, to glossary: GlossaryInfo, by origin: ChangeOrigin
  ) throws(StoreError) -> Change.ID {
    try writing { database in
      let journal = try Journal(.add, by: origin, glossary: glossary.name, database: database)
      let stored = try StoredGlossary.named(glossary.name, in: database)
      let id = try stored?.id ?? Self.upsert(glossary, in: database)
      if try EntryReader.row(of: entry.id, in: id, database: database) != nil {
        throw StoreError(path: self.path, .duplicateConcept(entry.id, glossary: glossary.name))
      }
      let entry = try self.storable(entry)
      let writer = try EntryWriter(glossary: id, database: database, journal: journal, indexer: entryIndexer)
      try writer.insert(entry)
      if stored == nil { try journal.record(glossary: nil) }
      try writer.finish()
      return journal.change ?? 0
    }
  }

  /// Changes an entry in place: what `edit` makes of the stored one is stored instead.
  ///
  /// Nobody else can change it in between. An edit that changes nothing leaves no trace in the history.
  /// - Throws: ``StoreError`` for a concept that is not there, or what `edit` throws; then nothing has changed.
  /// - Returns: The entry before and after.
  @discardableResult
  public func edit(
    _ id: ConceptEntry.ID, in glossary: String, by origin: ChangeOrigin,
    _ edit: (inout ConceptEntry) throws -> Void
  ) throws -> (before: ConceptEntry, after: ConceptEntry, change: Change.ID?) {
    var failure: (any Error)?
    do {
      return try writing { database in
        let stored = try StoredGlossary.chosen(glossary, in: database, path: self.path)[0]
        let (row, before) = try self.stored(id, in: stored, database: database)
        var after = before
        do { try edit(&after) } catch {
          failure = error
          throw error
        }
        after.id = before.id
        after = try self.storable(after)
        if after == before { return (before, before, nil) }
        let journal = try Journal(.edit, by: origin, glossary: glossary, database: database)
        let writer = try EntryWriter(glossary: stored.id, database: database, journal: journal, indexer: entryIndexer)
        try writer.update(row, from: before, to: after)
        try writer.finish()
        return (before, after, journal.change)
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Removes entries from a glossary, as one change.
  /// - Throws: ``StoreError`` when one of them is not there; then nothing has changed.
  /// - Returns: The removed entries.
  @discardableResult
  public func remove(
    entries ids: [ConceptEntry.ID], from glossary: String, by origin: ChangeOrigin
  ) throws(StoreError) -> [ConceptEntry] {
    try writing { database in
      let stored = try StoredGlossary.chosen(glossary, in: database, path: self.path)[0]
      let journal = try Journal(.remove, by: origin, glossary: glossary, database: database)
      let writer = try EntryWriter(glossary: stored.id, database: database, journal: journal, indexer: entryIndexer)
      var removed: [ConceptEntry] = []
      for id in ids {
        let (row, entry) = try self.stored(id, in: stored, database: database)
        try writer.remove(row, entry)
        removed.append(entry)
      }
      try writer.finish()
      return removed
    }
  }

  /// Gives a glossary another rank: the lowest wins.
  public func setRank(_ rank: Int, of glossary: String, by origin: ChangeOrigin) throws(StoreError) {
    try writing { database in
      var info = try StoredGlossary.chosen(glossary, in: database, path: self.path)[0].info
      if info.rank == rank { return }
      let journal = try Journal(.rank, by: origin, glossary: glossary, database: database)
      try journal.record(glossary: info)
      info.rank = rank
      _ = try Self.upsert(info, in: database)
    }
  }

  private func stored(
    _ id: ConceptEntry.ID, in glossary: StoredGlossary, database: Database
  ) throws -> (row: Int64, entry: ConceptEntry) {
    guard let row = try EntryReader.row(of: id, in: glossary.id, database: database),
      let entry = try EntryReader.entry(row, database: database)
    else { throw StoreError(path: path, .unknownConcept(id, glossary: glossary.info.name)) }
    return (row, entry)
  }

  /// The entry as it will be stored: with no term twice.
  private func storable(_ entry: ConceptEntry) throws -> ConceptEntry {
    if let reason = entry.reasonToReject { throw StoreError(path: path, .unstorableConcept(entry.id, reason)) }
    return EntryMerge.withoutRepeatedTerms(entry)
  }
}
