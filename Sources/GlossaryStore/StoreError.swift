import GRDB

/// A glossary database that cannot be used: which one, and what is wrong with it.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case missingFile
    case alreadyExists
    case notADatabase
    /// A database of another program; its `application_id`.
    case foreignDatabase(applicationID: Int)
    /// Written by a newer release; the schema versions found and known.
    case newerSchema(found: Int, known: Int)
    case locked
    case readOnly
    case cannotOpen
    case damaged(String)
    case diskFull
    /// The disk or the file system does not do what is asked; what SQLite says of it.
    case diskFailure(String)
    case unknownGlossary(String, known: [String])
    case unknownConcept(String, glossary: String)
    case duplicateConcept(String, glossary: String)
    case unstorableConcept(String, ImportRejection.Reason)
    case unknownChange(Int64)
    case nothingToUndo
    case alreadyUndone(Int64)
    /// A concept that a change touched is no longer what that change made of it; the later change, where it is known.
    case changedSince(Int64, concept: String, later: Int64?)
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
    case .missingFile: "no such glossary database"
    case .alreadyExists: "the file exists already"
    case .notADatabase: "is not a glossary database (it is not SQLite at all)"
    case .foreignDatabase(let id): "is a database of another program (application id \(id)), not a glossary"
    case .newerSchema(let found, let known):
      "was written by a newer release of duizhao (schema \(found), this release knows up to \(known)); update duizhao"
    case .locked: "is in use by another program; try again when that has finished"
    case .readOnly: "is read-only; choose a database you may write to"
    case .cannotOpen: "cannot be opened; check the folder and the rights on it"
    case .damaged(let what): "the database is damaged: \(what)"
    case .diskFull: "cannot be written: no space left on the disk"
    case .diskFailure(let what): "cannot be read or written (\(what)); check the disk and how much you may use of it"
    case .unknownGlossary(let name, let known):
      "has no glossary “\(name)” (it has \(known.isEmpty ? "none" : known.joined(separator: ", ")))"
    case .unknownConcept(let id, let glossary): "the glossary “\(glossary)” has no concept “\(id)”"
    case .duplicateConcept(let id, let glossary): "the glossary “\(glossary)” has a concept “\(id)” already"
    case .unstorableConcept(let id, .noTerm): "the concept “\(id)” has no term"
    case .unstorableConcept(let id, .nullCharacter): "the concept “\(id)” has U+0000 in its text"
    case .unknownChange(let id): "there is no change \(id) in its history"
    case .nothingToUndo: "there is nothing to undo"
    case .alreadyUndone(let id): "change \(id) is undone already"
    case .changedSince(let id, let concept, let later):
      "change \(id) cannot be undone: “\(concept)” was changed again since"
        + (later.map { "; undo change \($0) first" } ?? "")
    case .database(let code, let message): "SQLite error \(code): \(message)"
    }
  }
}

extension StoreError {
  /// The error that GRDB threw, as one of ours.
  init(path: String, wrapping error: any Error) {
    if let known = error as? StoreError {
      self = known
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
    case .SQLITE_IOERR: return .diskFailure(message)
    default: return .database(code: Int(error.resultCode.rawValue), message: message)
    }
  }
}
