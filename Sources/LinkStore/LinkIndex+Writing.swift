import Alignment
import Foundation
import GRDB
import TextCore

extension LinkIndex {
  /// Adds documents, or puts them in the place of those of the same language and name; in one transaction.
  ///
  /// When all changes are made, ``refreshLengths()`` is to follow.
  public func add(_ documents: [Document]) throws(LinkIndexError) {
    try writing { database in
      var postings = PostingChanges()
      for document in documents {
        if let old = try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT id FROM document WHERE language = ? AND name = ?"),
          arguments: [document.language.rawValue, document.name])
        {
          try postings.write(to: database)
          try Self.remove(old, from: database)
        }
        try Self.add(document, to: database, &postings)
      }
      try postings.write(to: database)
      try Self.noteChanges(documents.count, in: database)
    }
  }

  /// Takes documents out of the index, in one transaction.
  public func remove(_ ids: [Int64]) throws(LinkIndexError) {
    try writing { database in
      for id in ids { try Self.remove(id, from: database) }
      try Self.noteChanges(ids.count, in: database)
    }
  }

  /// Notes that a file was looked at and holds what it held.
  public func note(state: String, of id: Int64) throws(LinkIndexError) {
    try writing { database in
      try database.execute(sql: "UPDATE document SET state = ? WHERE id = ?", arguments: [state, id])
    }
  }

  private static func add(_ document: Document, to database: Database, _ postings: inout PostingChanges) throws {
    try database.cachedStatement(
      sql: "INSERT INTO document(language, name, path, state, content) VALUES (?, ?, ?, ?, ?)"
    ).execute(
      arguments: [document.language.rawValue, document.name, document.path, document.state, document.content])
    let id = database.lastInsertedRowID
    try database.cachedStatement(sql: "INSERT INTO new_document VALUES (?)").execute(arguments: [id])
    var entries: [KeyBlob.Entry] = []
    entries.reserveCapacity(document.keys.count)
    for key in document.keys {
      let number = try Self.number(ofKey: key.name, addingTo: document.language, in: database)
      entries.append(KeyBlob.Entry(key: number, weight: key.weight, kind: key.kind, text: key.text))
      postings.append(key: number, document: id, language: document.language, weight: key.weight)
    }
    entries.sort { $0.key < $1.key }
    try database.cachedStatement(sql: "INSERT INTO document_keys VALUES (?, ?)").execute(
      arguments: [id, Data(KeyBlob.bytes(of: entries))])
  }

  /// The number of a key, which one more document of a language has.
  private static func number(
    ofKey name: Int64, addingTo language: Language, in database: Database
  ) throws -> Int64 {
    let column = language.rawValue
    if let id = try Int64.fetchOne(
      database.cachedStatement(sql: "UPDATE key SET \(column) = \(column) + 1 WHERE name = ? RETURNING id"),
      arguments: [name])
    {
      return id
    }
    let counts = language == .chinese ? "1, 0" : "0, 1"
    try database.cachedStatement(sql: "INSERT INTO key(name, zh, en) VALUES (?, \(counts))").execute(arguments: [name])
    return database.lastInsertedRowID
  }

  private static func remove(_ id: Int64, from database: Database) throws {
    guard
      let language = try String.fetchOne(database, sql: "SELECT language FROM document WHERE id = ?", arguments: [id])
        .flatMap(Language.init(rawValue:))
    else { return }
    let chunk = PostingChanges.chunk(of: id, language)
    let column = language.rawValue
    for entry in try entries(of: id, in: database) {
      try database.cachedStatement(sql: "UPDATE key SET \(column) = \(column) - 1 WHERE id = ?").execute(
        arguments: [entry.key])
      let bytes = try Data.fetchOne(
        database.cachedStatement(sql: "SELECT documents FROM posting WHERE key = ? AND chunk = ?"),
        arguments: [entry.key, chunk])
      let left = PostingBlob.removing(document: id, from: Array(bytes ?? Data()))
      if left.isEmpty {
        try database.cachedStatement(sql: "DELETE FROM posting WHERE key = ? AND chunk = ?").execute(
          arguments: [entry.key, chunk])
      } else {
        try database.cachedStatement(sql: "UPDATE posting SET documents = ? WHERE key = ? AND chunk = ?").execute(
          arguments: [Data(left), entry.key, chunk])
      }
    }
    try clearLength(of: id, in: database)
    try database.execute(sql: "DELETE FROM new_document WHERE document = ?", arguments: [id])
    try database.execute(sql: "DELETE FROM document_keys WHERE document = ?", arguments: [id])
    try database.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id])
  }

  /// Counts the changes since the lengths were made.
  private static func noteChanges(_ count: Int, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO meta VALUES ('changes', ?1)
        ON CONFLICT(key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + ?1 AS TEXT)
        """,
      arguments: [count])
  }
}

/// Postings to add, gathered so that each chunk is written once.
struct PostingChanges {
  private struct Place: Hashable {
    let key: Int64
    let chunk: Int64
  }
  private var added: [Place: [UInt8]] = [:]

  /// The chunk that a document's postings are in: even for Chinese, odd for English.
  static func chunk(of document: Int64, _ language: Language) -> Int64 {
    document / Int64(LinkIndexSchema.chunkSize) * 2 + (language == .chinese ? 0 : 1)
  }

  mutating func append(key: Int64, document: Int64, language: Language, weight: Double) {
    let place = Place(key: key, chunk: Self.chunk(of: document, language))
    PostingBlob.append(document: document, weight: weight, to: &added[place, default: []])
  }

  mutating func write(to database: Database) throws {
    let sql = """
      INSERT INTO posting VALUES (?, ?, ?)
      ON CONFLICT(key, chunk) DO UPDATE SET documents = CAST(documents || excluded.documents AS BLOB)
      """
    let statement = try database.cachedStatement(sql: sql)
    for (place, bytes) in added.sorted(by: { ($0.key.key, $0.key.chunk) < ($1.key.key, $1.key.chunk) }) {
      try statement.execute(arguments: [place.key, place.chunk, Data(bytes)])
    }
    added = [:]
  }
}
