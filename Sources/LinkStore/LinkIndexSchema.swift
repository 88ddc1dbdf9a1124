import GRDB

/// The tables of an index of documents.
///
/// - `document`: the documents, with the file each came from and the state it had then;
/// - `document_keys`: the keys of each, see ``KeyBlob``;
/// - `new_document`: those whose length is still to be made;
/// - `key`: how many documents of each language have a key;
/// - `posting`: the documents that have a key, in chunks by language and number, see ``PostingBlob``;
/// - `length`: the lengths of the documents' vectors, in chunks, as 32-bit numbers.
enum LinkIndexSchema {
  /// Marks our databases (`PRAGMA application_id`): the letters DZLX.
  static let applicationID = 0x445A_4C58
  static let version = 1
  /// How many documents a chunk has.
  static let chunkSize = 1 << 14

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
        PRAGMA user_version = \(version);
        """)
  }
}
