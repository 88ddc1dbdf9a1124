import GRDB
import GRDBSQLite

/// A prepared statement on the path that a hundred thousand rows go.
///
/// Values are bound one after another, as bytes; what is not bound is NULL. ``run()`` makes it ready for the next row.
final class RowStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private let stamp: DataStamp?
  private var index: Int32 = 0
  /// The short texts of the row, which SQLite reads where they are; longer ones it copies.
  private let texts = UnsafeMutablePointer<UInt8>.allocate(capacity: RowStatement.textCapacity)
  private var textLength = 0
  private static let textCapacity = 1 << 12

  /// Prepares a statement; what is bound to it goes into the stamp as well.
  init(_ sql: String, in database: Database, stamp: DataStamp? = nil) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
    self.stamp = stamp
  }

  deinit {
    sqlite3_clear_bindings(handle)
    texts.deallocate()
  }

  /// Leaves the next parameter NULL.
  func bindNull() {
    index += 1
    stamp?.mix(number: .min)
  }

  func bind(_ value: Int64) {
    index += 1
    sqlite3_bind_int64(handle, index, value)
    stamp?.mix(number: value)
  }

  func bind(_ value: Int) { bind(Int64(value)) }

  func bind(_ value: String?) {
    guard var value else { return bindNull() }
    value.withUTF8 { bind($0) }
  }

  func bind(_ value: [UInt8]) { value.withUnsafeBufferPointer { bind($0) } }

  func bind(_ value: [UInt8]?) {
    if let value { bind(value) } else { bindNull() }
  }

  func bind(blob: [UInt8]) {
    index += 1
    blob.withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), Self.transient)
    }
    blob.withUnsafeBufferPointer { stamp?.mix($0) }
  }

  private func bind(_ bytes: UnsafeBufferPointer<UInt8>) {
    index += 1
    stamp?.mix(bytes)
    guard let start = bytes.baseAddress, bytes.count <= Self.textCapacity - textLength else {
      return bind(bytes.baseAddress ?? UnsafePointer(texts), bytes.count, Self.transient)
    }
    let copy = texts + textLength
    copy.update(from: start, count: bytes.count)
    textLength += bytes.count
    bind(copy, bytes.count, nil)
  }

  private func bind(_ start: UnsafePointer<UInt8>, _ count: Int, _ destructor: sqlite3_destructor_type?) {
    start.withMemoryRebound(to: CChar.self, capacity: count) { characters in
      // A length that is no Int32 is no text that SQLite takes: the step then says so.
      _ = sqlite3_bind_text64(handle, index, characters, UInt64(count), destructor, UInt8(SQLITE_UTF8))
    }
  }

  /// SQLite copies what is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Runs the statement, which gives no rows.
  func run() throws {
    let code = sqlite3_step(handle)
    let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    index = 0
    textLength = 0
    if code != SQLITE_DONE {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }
}
