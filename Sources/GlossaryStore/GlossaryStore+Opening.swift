import Foundation
import GRDB

extension GlossaryStore {
  /// Where the copy of a file is put before its schema is brought up to date: `glossary.sqlite.schema-1.bak`.
  public static func backupPath(of path: String, schema: Int) -> String { "\(path).schema-\(schema).bak" }

  static func configuration(for mode: Mode) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.busyMode = .timeout(30)
    configuration.label = "GlossaryStore"
    if mode == .readWrite { configuration.prepareDatabase { try prepareForWriting($0) } }
    return configuration
  }

  /// What the columns of a row may hold is left to our types: to check it, SQLite would make a table in memory for every
  /// list of values and every row, which costs more than writing the row.
  ///
  /// The cache holds what one import of a large glossary touches at random.
  private static func prepareForWriting(_ database: Database) throws {
    try database.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA cache_size = -32768")
  }

  static func openedForReading(path: String, pinyinOf: TermReading?) throws -> GlossaryStore {
    let queue = try DatabaseQueue(path: path, configuration: configuration(for: .readOnly))
    if try queue.read({ try checkedSchema(of: $0, path: path) }) == StoreSchema.version {
      return GlossaryStore(path: path, queue: queue, mode: .readOnly)
    }
    // The file is not ours to change: a copy is brought up to date.
    let copy = try DatabaseQueue()
    try queue.backup(to: copy)
    try copy.write { try StoreSchema.migrate($0, pinyinOf: pinyinOf) }
    return GlossaryStore(path: path, queue: copy, mode: .readOnly, isCopyOfOlderSchema: true)
  }

  static func openedForWriting(path: String, pinyinOf: TermReading?) throws -> GlossaryStore {
    guard FileManager.default.isWritableFile(atPath: path) else { throw StoreError(path: path, .readOnly) }
    // A log that is left has not been closed by the one who wrote it.
    let wasLeftOpen = hasContent("\(path)-wal") || hasContent("\(path)-journal")
    let queue = try DatabaseQueue(path: path, configuration: configuration(for: .readWrite))
    let schema = try queue.read { try checkedSchema(of: $0, path: path) }
    if wasLeftOpen { try queue.read { try checkIntegrity(of: $0, path: path) } }
    if schema < StoreSchema.version { try backUp(queue, path: path, schema: schema) }
    try beginWriting(queue)
    if schema < StoreSchema.version { try queue.write { try StoreSchema.migrate($0, pinyinOf: pinyinOf) } }
    return GlossaryStore(path: path, queue: queue, mode: .readWrite, pinyinOf: pinyinOf)
  }

  /// The journal is a write-ahead log while the store is open for writing, so that others can read meanwhile (see
  /// ``close()``); what is reported as done is on the disk.
  static func beginWriting(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
  }

  /// The schema of a database of ours that we can read.
  private static func checkedSchema(of database: Database, path: String) throws -> Int {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == StoreSchema.applicationID else {
      throw StoreError(path: path, .foreignDatabase(applicationID: application))
    }
    let version = try StoreSchema.version(of: database)
    if version > StoreSchema.version {
      throw StoreError(path: path, .newerSchema(found: version, known: StoreSchema.version))
    }
    return version
  }

  private static func checkIntegrity(of database: Database, path: String) throws {
    let found = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
    if let first = found.first, first != "ok" { throw StoreError(path: path, .damaged(first)) }
  }

  /// Copies the database beside its file, whole, as it is before its schema changes.
  private static func backUp(_ queue: DatabaseQueue, path: String, schema: Int) throws {
    let draft = "\(path).\(ProcessInfo.processInfo.processIdentifier).bak.tmp"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    let copy = try DatabaseQueue(path: draft)
    try queue.backup(to: copy)
    let copied = try copy.read { try StoreSchema.version(of: $0) }
    try copy.close()
    // Another program may have brought the database up to date meanwhile: then it has made the copy too.
    guard copied == schema else { return }
    guard rename(draft, backupPath(of: path, schema: schema)) == 0 else { throw StoreError(path: path, .cannotOpen) }
  }

  private static func hasContent(_ path: String) -> Bool {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return (size ?? 0) > 0
  }
}
