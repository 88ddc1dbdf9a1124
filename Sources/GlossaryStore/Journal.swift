import FoundationEssentials
import GRDB
import Terminology

/// Writes one change into the history, as it happens.
///
/// Nothing is written for a change that touches nothing.
final class Journal {
  private let database: Database
  private let origin: ChangeOrigin
  private let action: Change.Action
  private let glossary: String
  private let undoes: Int64?
  private let insertEntry: RowStatement
  /// The number of the change, once it has touched something.
  private(set) var change: Int64?

  init(
    _ action: Change.Action, by origin: ChangeOrigin, glossary: String, undoing undoes: Int64? = nil,
    database: Database
  ) throws {
    self.action = action
    self.origin = origin
    self.glossary = glossary
    self.undoes = undoes
    self.database = database
    // Of an entry that one change touches twice, the first state is the one before.
    insertEntry = try RowStatement(
      "INSERT OR IGNORE INTO change_entry(change_id, concept_id, entry_id, before) VALUES (?, ?, ?, ?)", in: database)
  }

  /// Notes what an entry is before it is written; nil for a new one.
  func record(concept: Int64, entryID: ConceptEntry.ID, before: ConceptEntry?) throws {
    insertEntry.bind(try number())
    insertEntry.bind(concept)
    insertEntry.bind(entryID)
    insertEntry.bind(try before.map { try EntryArchive.bytes(of: $0) })
    try insertEntry.run()
  }

  /// Notes all concepts from a row id on as new ones, which must not have been recorded yet.
  func recordNew(from first: Int64) throws {
    let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM concept") ?? 0
    if last < first { return }
    try database.execute(
      sql:
        "INSERT INTO change_entry(change_id, concept_id, entry_id) SELECT ?, id, entry_id FROM concept WHERE id >= ?",
      arguments: [try number(), first])
  }

  /// Notes what the glossary itself is before it is written; nil for a new one.
  func record(glossary before: GlossaryInfo?) throws {
    let archive = String(decoding: try JSONEncoder.sorted.encode(before), as: UTF8.self)
    try database.execute(
      sql: "UPDATE change SET glossary_before = ? WHERE id = ?", arguments: [archive, try number()])
  }

  /// The number of the change, which begins with it.
  func number() throws -> Int64 {
    if let change { return change }
    try database.execute(
      sql: "INSERT INTO change(at, who, action, glossary, note, undoes) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [origin.time, origin.who, action.rawValue, glossary, origin.note, undoes])
    let number = database.lastInsertedRowID
    change = number
    return number
  }
}

/// Entries as the history keeps them: JSON without what says nothing.
enum EntryArchive {
  static func bytes(of entry: ConceptEntry) throws -> [UInt8] { [UInt8](try JSONEncoder.sorted.encode(entry)) }

  static func entry(from text: String) throws -> ConceptEntry {
    try JSONDecoder().decode(ConceptEntry.self, from: Data(text.utf8))
  }
}

extension JSONEncoder {
  /// An encoder that gives the same bytes for the same value.
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
