import GRDB

/// The tables of an index of documents.
///
/// - `document`: the documents, with the file each came from and the state it had then;
/// - `document_count`: how many documents of each language there are, kept by triggers;
/// - `document_keys`: the keys of each, see ``KeyBlob``;
/// - `new_document`: those whose length is still to be made;
/// - `key`: how many documents of each language have a key;
/// - `posting`: the documents that have a key, in chunks by language and number, see ``PostingBlob``;
/// - `length`: the lengths of the documents' vectors, in chunks, as 32-bit numbers.
enum LinkIndexSchema {
  /// Marks our databases (`PRAGMA application_id`): the letters DZLX.
  static let applicationID = 0x445A_4C58
  /// Version 1 had neither `document_count` nor an index by path.
  static let version = 2
  /// The oldest version that ``migrate(_:)`` brings up to date.
  static let oldestVersion = 1
  /// How many documents a chunk has.
  static let chunkSize = 1 << 14
  /// Documents and keys are numbered below this in every sound index.
  static let greatestNumber = Int(Int32.max)

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE document(
          id INTEGER PRIMARY KEY, language TEXT NOT NULL CHECK(language IN ('zh', 'en')), name TEXT NOT NULL,
          path TEXT, state TEXT, content TEXT NOT NULL, UNIQUE(language, name));
        CREATE INDEX document_content ON document(content);
        CREATE TABLE document_keys(document INTEGER PRIMARY KEY, keys BLOB NOT NULL);
        CREATE TABLE new_document(document INTEGER PRIMARY KEY);
        CREATE TABLE key(
          id INTEGER PRIMARY KEY, name INTEGER NOT NULL UNIQUE, zh INTEGER NOT NULL, en INTEGER NOT NULL);
        CREATE TABLE posting(
          key INTEGER NOT NULL, chunk INTEGER NOT NULL, documents BLOB NOT NULL,
          PRIMARY KEY(key, chunk)) WITHOUT ROWID;
        CREATE TABLE length(chunk INTEGER PRIMARY KEY, lengths BLOB NOT NULL);
        PRAGMA application_id = \(applicationID);
        """)
    try addLookups(to: database)
  }

  /// Brings an index of ``oldestVersion`` or later up to date; costs a pass over its documents.
  static func migrate(_ database: Database) throws { try addLookups(to: database) }

  /// Makes what finds documents by their files and counts them without looking at every one.
  private static func addLookups(to database: Database) throws {
    try database.execute(
      sql: """
        CREATE INDEX document_path ON document(path);
        CREATE TABLE document_count(language TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO document_count SELECT 'zh', count(*) FROM document WHERE language = 'zh';
        INSERT INTO document_count SELECT 'en', count(*) FROM document WHERE language = 'en';
        CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
          UPDATE document_count SET count = count + 1 WHERE language = new.language;
        END;
        CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
          UPDATE document_count SET count = count - 1 WHERE language = old.language;
        END;
        PRAGMA user_version = \(version);
        """)
  }
}
