import Foundation
import GRDB
import Terminology

/// A database of glossaries: one SQLite file that holds any number of them, ranked.
///
/// Values go in, values come out; nothing of SQLite shows. Every write is one transaction: it happens wholly or not at
/// all. A store may be used from any thread; its calls run one after another.
public final class GlossaryStore: Sendable {
  /// What the store is opened for.
  public enum Mode: Hashable, Sendable {
    case readOnly
    case readWrite
  }

  /// The path as the user gave it.
  public let path: String
  private let queue: DatabaseQueue
  private let mode: Mode

  private init(path: String, queue: DatabaseQueue, mode: Mode) {
    self.path = path
    self.queue = queue
    self.mode = mode
  }

  deinit { close() }

  /// Opens the store at `path`, which must be there.
  ///
  /// Reads three numbers from the file and nothing else; an older schema is brought up to date when the store is opened
  /// for writing.
  /// - Throws: ``StoreError`` for a file that is missing, locked, no database, another program's, or too new.
  public static func open(path: String, mode: Mode = .readOnly) throws(StoreError) -> GlossaryStore {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, .missingFile) }
    if mode == .readWrite, !FileManager.default.isWritableFile(atPath: path) {
      throw StoreError(path: path, .readOnly)
    }
    return try connected(path: path, mode: mode, isNew: false)
  }

  /// Creates an empty store at `path`, where nothing may be yet.
  public static func create(path: String) throws(StoreError) -> GlossaryStore {
    if FileManager.default.fileExists(atPath: path) { throw StoreError(path: path, .alreadyExists) }
    return try connected(path: path, mode: .readWrite, isNew: true)
  }

  /// Creates an empty store that lives in memory alone and ends with this value.
  public static func inMemory() throws(StoreError) -> GlossaryStore {
    do {
      let queue = try DatabaseQueue()
      try StoreSchema.migrator.migrate(queue)
      return GlossaryStore(path: ":memory:", queue: queue, mode: .readWrite)
    } catch {
      throw StoreError(path: ":memory:", wrapping: error)
    }
  }

  private static func connected(path: String, mode: Mode, isNew: Bool) throws(StoreError) -> GlossaryStore {
    do {
      var configuration = Configuration()
      configuration.readonly = mode == .readOnly
      configuration.busyMode = .timeout(2)
      configuration.label = "GlossaryStore"
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if !isNew { try queue.read { try checkSchema(of: $0, path: path, mode: mode) } }
      if mode == .readWrite {
        // The journal is a write-ahead log while the store is open for writing; see ``close()``.
        try queue.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
        try StoreSchema.migrator.migrate(queue)
      }
      return GlossaryStore(path: path, queue: queue, mode: mode)
    } catch {
      throw StoreError(path: path, wrapping: error)
    }
  }

  private static func checkSchema(of database: Database, path: String, mode: Mode) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == StoreSchema.applicationID else {
      throw StoreError(path: path, .foreignDatabase(applicationID: application))
    }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if version > StoreSchema.version {
      throw StoreError(path: path, .newerSchema(found: version, known: StoreSchema.version))
    }
  }

  /// Closes the file.
  ///
  /// A store that was open for writing leaves one file behind that needs no other beside it, so that it can be read
  /// from a folder that nobody may write to. Calls after this one throw.
  public func close() {
    if mode == .readWrite {
      // Another program may be reading: then the log stays, and SQLite will find it.
      try? queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }
    try? queue.close()
  }

  /// Runs a read, and gives its errors as ours.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(body) } catch { throw StoreError(path: path, wrapping: error) }
  }

  /// Runs a write in one transaction, and gives its errors as ours.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    if mode == .readOnly { throw StoreError(path: path, .readOnly) }
    do { return try queue.write(body) } catch { throw StoreError(path: path, wrapping: error) }
  }
}
