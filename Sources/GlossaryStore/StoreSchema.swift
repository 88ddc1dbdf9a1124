import GRDB

/// The tables of a glossary database, and how they came to be.
enum StoreSchema {
  /// Marks our databases (`PRAGMA application_id`): the letters DZGL.
  static let applicationID = 0x445A_474C
  /// The schema this release writes (`PRAGMA user_version`).
  ///
  /// Raise it with every migration.
  static let version = 2

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: glossaries, concepts, terms") { database in
      try database.execute(sql: tables)
      try createTermIndexes(in: database)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2: near misses") { database in
      try database.execute(sql: NearMissIndex.table)
      try NearMissIndex.rebuild(in: database)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    return migrator
  }

  /// The text of a term is kept as it was written. What it is looked up by stands beside it:
  /// - `folded`: width, case and script folded away;
  /// - `english_key`: the folded English term without inflection;
  /// - `pinyin_flat`: letters only, `v` for `ü`; `pinyin_initials`: the first letter of each syllable.
  ///
  /// Two full-text tables, without content of their own: Han text with each character a token, English text by stem.
  /// Their row ids are those of `term`; of equal folded terms of a concept only the first is in them.
  private static let tables = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE glossary(
      id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, rank INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK(kind IN ('project', 'reference', 'forbidden', 'names')),
      licence TEXT, version TEXT, source TEXT);
    CREATE TABLE concept(
      id INTEGER PRIMARY KEY, glossary_id INTEGER NOT NULL REFERENCES glossary(id) ON DELETE CASCADE,
      entry_id TEXT NOT NULL, subject_field TEXT, type TEXT, definition TEXT, note TEXT, source TEXT,
      do_not_translate INTEGER NOT NULL DEFAULT 0, UNIQUE(glossary_id, entry_id));
    CREATE TABLE concept_extra(
      concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(concept_id, position)) WITHOUT ROWID;
    CREATE TABLE term(
      id INTEGER PRIMARY KEY, concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE,
      position INTEGER NOT NULL, language TEXT NOT NULL CHECK(language IN ('zh-Hans', 'zh-Hant', 'en')),
      text TEXT NOT NULL, status TEXT NOT NULL
        CHECK(status IN ('preferred', 'admitted', 'deprecated', 'superseded', 'forbidden')),
      pinyin TEXT, part_of_speech TEXT,
      folded TEXT NOT NULL, english_key TEXT, pinyin_flat TEXT, pinyin_initials TEXT);
    CREATE VIRTUAL TABLE term_han USING fts5(
      characters, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0");
    CREATE VIRTUAL TABLE term_english USING fts5(
      words, content='', columnsize=0, tokenize="porter unicode61 remove_diacritics 2");
    """

  private static let termIndexes = [
    ("term_concept", "term(concept_id)"),
    ("term_folded", "term(folded, language)"),
    ("term_english_key", "term(english_key) WHERE english_key IS NOT NULL"),
    ("term_pinyin_flat", "term(pinyin_flat) WHERE pinyin_flat IS NOT NULL"),
    ("term_pinyin_initials", "term(pinyin_initials) WHERE pinyin_initials IS NOT NULL"),
  ]

  static func createTermIndexes(in database: Database) throws {
    for (name, target) in termIndexes { try database.execute(sql: "CREATE INDEX \(name) ON \(target)") }
  }

  /// Takes the indexes away for a large import into an empty database: sorting once is quicker than keeping sorted.
  static func dropTermIndexes(in database: Database) throws {
    for (name, _) in termIndexes { try database.execute(sql: "DROP INDEX \(name)") }
  }
}
