import Alignment
import Foundation
import GRDB
import TextCore

/// An index of Chinese and English documents on disk, which finds for a document those of the other language that speak
/// of the same things, without reading the others again.
///
/// The measure is that of ``DocumentLinker``: the cosine of the documents' keys, weighed by rarity. Every write is one
/// transaction, so that a program that is killed leaves the index as it was before; several programs may read while one
/// writes.
public final class LinkIndex {
  /// A document as it goes into the index.
  public struct Document: Hashable, Sendable {
    public var language: Language
    /// Unique among the documents of its language.
    public var name: String
    /// The file it comes from, nil for a record of another file.
    public var path: String?
    /// What tells whether the file has changed; nil where there is no file.
    public var state: String?
    /// A hash of the text.
    public var content: String
    /// In the order of their names, each once.
    public var keys: [DocumentKey]

    public init(
      language: Language, name: String, path: String?, state: String?, content: String, keys: [DocumentKey]
    ) {
      self.language = language
      self.name = name
      self.path = path
      self.state = state
      self.content = content
      self.keys = keys
    }
  }

  /// A document that is in the index, without its keys.
  public struct Record: Hashable, Sendable {
    public let id: Int64
    public let language: Language
    public let name: String
    public let path: String?
    public let state: String?
    public let content: String
  }

  /// The path as the user gave it.
  public let path: String
  let queue: DatabaseQueue

  private let isWritable: Bool

  private init(path: String, queue: DatabaseQueue, isWritable: Bool) {
    self.path = path
    self.queue = queue
    self.isWritable = isWritable
  }

  deinit { close() }

  /// Opens the index at a path for reading; one of an older release is brought up to date first.
  /// - Parameter data: stands for dictionary and glossary; see ``LinkIndexError/Reason/otherData``.
  /// - Throws: ``LinkIndexError`` for a file that is missing, locked, damaged, or no index of this release and these data.
  public static func open(path: String, data: String) throws(LinkIndexError) -> LinkIndex {
    guard FileManager.default.fileExists(atPath: path) else { throw LinkIndexError(path: path, .missingFile) }
    do {
      return try opened(path: path, data: data, isWritable: false)
    } catch {
      guard case .otherSchema(LinkIndexSchema.oldestVersion..<LinkIndexSchema.version, _) = error.reason,
        FileManager.default.isWritableFile(atPath: path)
      else { throw error }
    }
    try openForWriting(path: path, data: data).close()
    return try opened(path: path, data: data, isWritable: false)
  }

  /// Opens the index at a path for writing; one that is not there is made, one of an older release brought up to date.
  /// - Throws: ``LinkIndexError`` as ``open(path:data:)``, and where nothing can be written.
  public static func openForWriting(path: String, data: String) throws(LinkIndexError) -> LinkIndex {
    try opened(path: path, data: data, isWritable: true)
  }

  private static func opened(path: String, data: String, isWritable: Bool) throws(LinkIndexError) -> LinkIndex {
    do {
      var configuration = Configuration()
      configuration.readonly = !isWritable
      configuration.busyMode = .timeout(5)
      configuration.label = "LinkIndex"
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -65536") }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if isWritable {
        try queue.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
        try queue.write { try prepare($0, path: path, data: data) }
      }
      try queue.read { try check($0, path: path, data: data) }
      return LinkIndex(path: path, queue: queue, isWritable: isWritable)
    } catch {
      throw LinkIndexError(path: path, wrapping: error)
    }
  }

  /// Makes the tables of an empty database, and those that an older index of ours lacks.
  private static func prepare(_ database: Database, path: String, data: String) throws {
    if try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
      try LinkIndexSchema.create(in: database)
      try database.execute(sql: "INSERT INTO meta VALUES ('data', ?)", arguments: [data])
    } else if try Int.fetchOne(database, sql: "PRAGMA application_id") == LinkIndexSchema.applicationID,
      let schema = try Int.fetchOne(database, sql: "PRAGMA user_version"),
      (LinkIndexSchema.oldestVersion..<LinkIndexSchema.version).contains(schema)
    {
      try LinkIndexSchema.migrate(database)
    }
  }

  private static func check(_ database: Database, path: String, data: String) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == LinkIndexSchema.applicationID else {
      throw LinkIndexError(path: path, .foreignDatabase(applicationID: application))
    }
    let schema = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard schema == LinkIndexSchema.version else {
      throw LinkIndexError(path: path, .otherSchema(found: schema, known: LinkIndexSchema.version))
    }
    guard try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'data'") == data else {
      throw LinkIndexError(path: path, .otherData)
    }
    for table in ["document", "key"] {
      guard let row = try Row.fetchOne(database, sql: "SELECT min(id), max(id) FROM \(table)"),
        let least = row[0] as Int64?, let greatest = row[1] as Int64?
      else { continue }
      if least < 0 || greatest > LinkIndexSchema.greatestNumber {
        throw LinkIndexError(path: path, .damaged("a \(table) has an impossible number"))
      }
    }
  }

  /// Closes the file; calls after this one throw.
  ///
  /// One file is left that needs no other beside it, unless another program has it open.
  public func close() {
    if isWritable { try? queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") } }
    try? queue.close()
  }

  /// Runs a read, and gives its errors as ours.
  func reading<Value>(_ body: (Database) throws -> Value) throws(LinkIndexError) -> Value {
    do { return try queue.read(body) } catch { throw LinkIndexError(path: path, wrapping: error) }
  }

  /// Runs a write in one transaction, and gives its errors as ours.
  func writing<Value>(_ body: (Database) throws -> Value) throws(LinkIndexError) -> Value {
    do { return try queue.write(body) } catch { throw LinkIndexError(path: path, wrapping: error) }
  }

  /// The documents of the index, in the order of languages and names.
  public func records() throws(LinkIndexError) -> [Record] {
    try records("ORDER BY language DESC, name", [])
  }

  /// The documents that come from the files below a folder, in the order of their paths.
  ///
  /// The path of the folder ends with a slash. Costs what it finds.
  public func records(inFolder folder: String) throws(LinkIndexError) -> [Record] {
    // What begins with `folder/` stands before `folder0`, the next character.
    try records(Self.inFolder, [folder, String(folder.dropLast()) + "0"])
  }

  /// The document that comes from a file, or nil.
  public func record(path: String) throws(LinkIndexError) -> Record? {
    try records(Self.byPath, [path]).first
  }

  /// The document of a language with this name, or nil.
  public func record(_ language: Language, name: String) throws(LinkIndexError) -> Record? {
    try records(Self.byName, [language.rawValue, name]).first
  }

  /// A document of a language with this text, or nil.
  public func record(_ language: Language, content: String) throws(LinkIndexError) -> Record? {
    try records(Self.byContent, [content, language.rawValue]).first
  }

  /// Conditions that an index of the database answers.
  static let inFolder = "WHERE path > ? AND path < ? ORDER BY path, id"
  static let byPath = "WHERE path = ? ORDER BY id LIMIT 1"
  static let byName = "WHERE language = ? AND name = ?"
  static let byContent = "WHERE content = ? AND language = ? ORDER BY id LIMIT 1"
  static let selectRecords = "SELECT id, language, name, path, state, content FROM document "

  private func records(_ condition: String, _ arguments: StatementArguments) throws(LinkIndexError) -> [Record] {
    try reading { database in
      try Row.fetchAll(database.cachedStatement(sql: Self.selectRecords + condition), arguments: arguments)
        .map(Self.record)
    }
  }

  static func record(_ row: Row) -> Record {
    Record(
      id: row[0], language: Language(rawValue: row[1]) ?? .chinese, name: row[2], path: row[3], state: row[4],
      content: row[5])
  }
}
