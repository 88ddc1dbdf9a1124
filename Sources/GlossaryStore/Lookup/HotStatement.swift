import GRDB
import GRDBSQLite

/// A statement whose rows are read column by column, without an object for each of them.
///
/// For the statements of a look-up, of which one query runs dozens: the values go straight from SQLite into ours.
struct HotStatement {
  /// A value to bind.
  enum Value {
    case text(String)
    case integer(Int64)
  }

  /// The current row; valid until the next one.
  struct Row {
    fileprivate let handle: OpaquePointer

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// The UTF-8 of a text; empty for NULL.
    func utf8(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
      let start = sqlite3_column_text(handle, column)
      return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    /// The bytes of a blob; empty for NULL.
    func blob(_ column: Int32) -> UnsafeRawBufferPointer {
      let start = sqlite3_column_blob(handle, column)
      return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
    }

    /// A text; empty for NULL.
    func text(_ column: Int32) -> String { String(decoding: utf8(column), as: UTF8.self) }

    /// A text, or nil for NULL.
    func optionalText(_ column: Int32) -> String? {
      sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }
  }

  /// Keeps the handle alive.
  private let statement: Statement

  /// Prepares the statement, or takes it from the connection's cache.
  init(_ sql: String, in database: Database) throws { statement = try database.cachedStatement(sql: sql) }

  /// Runs the statement and calls `body` with each row, as long as that returns true.
  func forEachRow(_ values: [Value], _ body: (Row) throws -> Bool) throws {
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw Self.error(code, handle) }
      if try !body(Row(handle: handle)) { return }
    }
  }

  private func bind(_ value: Value, at index: Int32) throws {
    let handle = statement.sqliteStatement
    let code: Int32
    switch value {
    case .integer(let integer): code = sqlite3_bind_int64(handle, index, integer)
    case .text(var text):
      // SQLite copies the bytes before the call returns (SQLITE_TRANSIENT).
      let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      code = text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, index, $0.baseAddress ?? Self.empty, Int32($0.count), copy)
        }
      }
    }
    if code != SQLITE_OK { throw Self.error(code, handle) }
  }

  /// What stands for a text without bytes: a null pointer would be NULL.
  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    pointer.initialize(to: 0)
    return UnsafePointer(pointer)
  }()

  private static func error(_ code: Int32, _ handle: OpaquePointer) -> DatabaseError {
    let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
