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
  /// Whether the file has an older schema: then this store is a copy in memory that was brought up to date.
  ///
  /// Opening the file for writing brings it up to date itself.
  public let isCopyOfOlderSchema: Bool
  private let queue: DatabaseQueue
  private let mode: Mode
  private let pinyinOf: TermReading?

  init(
    path: String, queue: DatabaseQueue, mode: Mode, pinyinOf: TermReading? = nil, isCopyOfOlderSchema: Bool = false
  ) {
    self.path = path
    self.queue = queue
    self.mode = mode
    self.pinyinOf = pinyinOf
    self.isCopyOfOlderSchema = isCopyOfOlderSchema
  }

  deinit { close() }

  /// Opens the store at `path`, which must be there.
  ///
  /// For reading, two numbers are read from the file and nothing else. For writing, a file that was not closed properly
  /// is checked from end to end, and an older schema is brought up to date, with a copy of the old file beside it (see
  /// ``backupPath(of:schema:)``).
  /// - Parameter pinyinOf: The reading of terms that are written without one, and, where an older schema is brought up to
  ///   date, of those that are stored without one.
  /// - Throws: ``StoreError`` for a file that is missing, locked, damaged, no database, another program's, or too new.
  public static func open(
    path: String, mode: Mode = .readOnly, pinyinOf: TermReading? = nil
  ) throws(StoreError) -> GlossaryStore {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError(path: path, .missingFile) }
    do {
      switch mode {
      case .readOnly: return try openedForReading(path: path, pinyinOf: pinyinOf)
      case .readWrite: return try openedForWriting(path: path, pinyinOf: pinyinOf)
      }
    } catch {
      throw StoreError(path: path, wrapping: error)
    }
  }

  /// Creates an empty store at `path`, where nothing may be yet.
  public static func create(path: String, pinyinOf: TermReading? = nil) throws(StoreError) -> GlossaryStore {
    if FileManager.default.fileExists(atPath: path) { throw StoreError(path: path, .alreadyExists) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(for: .readWrite))
      try beginWriting(queue)
      try queue.write { try StoreSchema.migrate($0, pinyinOf: pinyinOf) }
      return GlossaryStore(path: path, queue: queue, mode: .readWrite, pinyinOf: pinyinOf)
    } catch {
      throw StoreError(path: path, wrapping: error)
    }
  }

  /// Creates an empty store that lives in memory alone and ends with this value.
  public static func inMemory(pinyinOf: TermReading? = nil) throws(StoreError) -> GlossaryStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration(for: .readWrite))
      try queue.write { try StoreSchema.migrate($0, pinyinOf: pinyinOf) }
      return GlossaryStore(path: ":memory:", queue: queue, mode: .readWrite, pinyinOf: pinyinOf)
    } catch {
      throw StoreError(path: ":memory:", wrapping: error)
    }
  }

  /// A copy of the store that lives in memory, can be written to, and ends with its value.
  func copyInMemory() throws(StoreError) -> GlossaryStore {
    do {
      let copy = try DatabaseQueue(configuration: Self.configuration(for: .readWrite))
      try queue.backup(to: copy)
      return GlossaryStore(path: path, queue: copy, mode: .readWrite, pinyinOf: pinyinOf)
    } catch {
      throw StoreError(path: path, wrapping: error)
    }
  }

  /// Makes the keys that the terms of this store are looked up by.
  public var entryIndexer: EntryIndexer { EntryIndexer(pinyinOf: pinyinOf) }

  /// Closes the file.
  ///
  /// A store that was open for writing leaves one file behind that needs no other beside it, so that it can be read
  /// from a folder that nobody may write to. Calls after this one throw.
  public func close() {
    if mode == .readWrite {
      // Another program may have it open: then the log stays, and SQLite will find it.
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
