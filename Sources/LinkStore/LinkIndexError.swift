import GRDB

/// An index of documents that cannot be used: which one, and what is wrong with it.
public struct LinkIndexError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Error, Hashable, Sendable {
    case missingFile
    case notADatabase
    /// A database of another program; its `application_id`.
    case foreignDatabase(applicationID: Int)
    /// Of another release; the schema versions found and known.
    case otherSchema(found: Int, known: Int)
    /// Made with another dictionary, word list or glossary: its keys mean something else.
    case otherData
    case locked
    case cannotOpen
    case readOnly
    case damaged(String)
    case diskFull
    /// Anything else that SQLite reports, with its result code.
    case database(code: Int, message: String)
  }

  /// The path as the user gave it.
  public let path: String
  public let reason: Reason

  public init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// `path: error: what is wrong`.
  public var description: String { "\(path): error: \(explanation)" }

  /// What is wrong, and where it helps, what to do about it.
  public var explanation: String {
    switch reason {
    case .missingFile: "no such index; make one with --add"
    case .notADatabase: "is not an index of documents (it is not SQLite at all)"
    case .foreignDatabase(let id): "is a database of another program (application id \(id)), not an index of documents"
    case .otherSchema(let found, let known):
      "was made by another release of duizhao (schema \(found), this one writes \(known)); remove it and add again"
    case .otherData: "was made with another dictionary or glossary; remove it and add the documents again"
    case .locked: "is being written by another program; try again when that has finished"
    case .cannotOpen: "cannot be opened; check the folder and the rights on it"
    case .readOnly: "is read-only"
    case .damaged(let what): "the index is damaged (\(what)); remove it and add the documents again"
    case .diskFull: "cannot be written: no space left on the disk"
    case .database(let code, let message): "SQLite error \(code): \(message)"
    }
  }

  /// The error that GRDB threw, as one of ours.
  init(path: String, wrapping error: any Error) {
    if let known = error as? LinkIndexError {
      self = known
    } else if let reason = error as? Reason {
      self.init(path: path, reason)
    } else if let database = error as? DatabaseError {
      self.init(path: path, Self.reason(of: database))
    } else {
      self.init(path: path, .database(code: -1, message: String(describing: error)))
    }
  }

  private static func reason(of error: DatabaseError) -> Reason {
    let message = error.message ?? "unknown"
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notADatabase
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked
    case .SQLITE_READONLY: return .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .cannotOpen
    case .SQLITE_CORRUPT: return .damaged(message)
    case .SQLITE_FULL: return .diskFull
    default: return .database(code: Int(error.resultCode.rawValue), message: message)
    }
  }
}
