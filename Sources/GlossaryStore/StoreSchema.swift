import GRDB

/// The tables of a glossary database, and how they came to be.
///
/// A schema is never changed, only followed by the next one. The number of the one that a database has stands in it
/// (`PRAGMA user_version`); a database is brought up to date in one transaction, which looks at the number again once it
/// may write, so that two programs that start together do not both do it.
enum StoreSchema {
  /// Marks our databases (`PRAGMA application_id`): the letters DZGL.
  static let applicationID = 0x445A_474C
  /// The schema this release writes.
  static let version = steps.count

  /// What leads from each schema to the next.
  private static let steps: [@Sendable (Database, TermReading?) throws -> Void] = [
    { database, _ in
      try database.execute(sql: firstTables)
      try createTermIndexes(in: database)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    },
    { database, _ in
      try database.execute(sql: NearMissIndex.table)
    },
    { database, _ in
      try database.execute(sql: thirdTables)
      // Written with the library's own book-keeping of migrations before.
      try database.execute(sql: "DROP TABLE IF EXISTS grdb_migrations")
    },
    { database, _ in
      try database.execute(sql: NearMissBlock.table)
      try NearMissIndex.rebuild(in: database)
    },
    { database, _ in
      try database.execute(sql: fifthTables)
    },
    { database, pinyinOf in
      // Terms that brought no reading had no keys for one, whatever could have been read.
      if let pinyinOf { try ReadingKeys.fill(in: database, pinyinOf: pinyinOf) }
    },
  ]

  /// The schema of a database: 0 for an empty one.
  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Brings a database up to date; the caller is in a transaction that may write.
  /// - Parameter pinyinOf: The reading of terms that are stored without one.
  static func migrate(_ database: Database, pinyinOf: TermReading?) throws {
    let found = try version(of: database)
    if found >= version { return }
    for step in steps[max(0, found)...] { try step(database, pinyinOf) }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// The text of a term is kept as it was written. What it is looked up by stands beside it:
  /// - `folded`: width, case and script folded away;
  /// - `english_key`: the folded English term without inflection;
  /// - `pinyin_flat`: letters only, `v` for `ü`; `pinyin_initials`: the first letter of each syllable.
  ///
  /// Two full-text tables, without content of their own: Han text with each character a token, English text by stem.
  /// Their row ids are those of `term`; of equal folded terms of a concept only the first is in them.
  private static let firstTables = """
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

  /// What most terms do not have is NULL, and takes a byte: the rules of matching are NULL for the usual ones.
  ///
  /// Lists have tables of their own. `concept.parts` says which of them hold rows of a concept (see ``EntryParts``), so
  /// that an entry without any is read with two statements.
  ///
  /// The history is a list of changes. Each names the concepts it touched with what they were before, as JSON; NULL where
  /// there was nothing. What a concept was after a change is what it was before its next one, or what it is now: so a
  /// change that adds a hundred thousand concepts costs a few bytes for each of them. `concept_id` outlives the concept
  /// and is never given out again.
  private static let thirdTables = """
    ALTER TABLE glossary ADD COLUMN data_version TEXT NOT NULL DEFAULT '';
    UPDATE glossary SET data_version = lower(hex(randomblob(8)));

    ALTER TABLE concept ADD COLUMN definition_source TEXT;
    ALTER TABLE concept ADD COLUMN review TEXT
      CHECK(review IN ('proposed', 'in_review', 'approved', 'rejected', 'obsolete'));
    ALTER TABLE concept ADD COLUMN customer TEXT;
    ALTER TABLE concept ADD COLUMN project TEXT;
    ALTER TABLE concept ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
    UPDATE concept SET parts = 1 WHERE id IN (SELECT concept_id FROM concept_extra);

    ALTER TABLE term ADD COLUMN region TEXT;
    ALTER TABLE term ADD COLUMN type TEXT;
    ALTER TABLE term ADD COLUMN gender TEXT;
    ALTER TABLE term ADD COLUMN case_rule TEXT;
    ALTER TABLE term ADD COLUMN match_rule TEXT;
    ALTER TABLE term ADD COLUMN note TEXT;
    ALTER TABLE term ADD COLUMN source TEXT;

    CREATE TABLE language_definition(
      concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      language TEXT NOT NULL, text TEXT NOT NULL, source TEXT, PRIMARY KEY(concept_id, position)) WITHOUT ROWID;
    CREATE TABLE relation(
      concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      kind TEXT NOT NULL, target TEXT NOT NULL, note TEXT, PRIMARY KEY(concept_id, position)) WITHOUT ROWID;
    CREATE INDEX relation_target ON relation(target);
    CREATE TABLE concept_reference(
      concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      kind TEXT NOT NULL, target TEXT NOT NULL, label TEXT, PRIMARY KEY(concept_id, position)) WITHOUT ROWID;
    CREATE TABLE usage_context(
      concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE, term INTEGER NOT NULL,
      position INTEGER NOT NULL, text TEXT NOT NULL, translation TEXT, source TEXT,
      PRIMARY KEY(concept_id, term, position)) WITHOUT ROWID;
    CREATE TABLE term_extra(
      concept_id INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE, term INTEGER NOT NULL,
      position INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY(concept_id, term, position)) WITHOUT ROWID;

    CREATE TABLE change(
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT, action TEXT NOT NULL, glossary TEXT NOT NULL, note TEXT,
      undoes INTEGER REFERENCES change(id), glossary_before TEXT);
    CREATE TABLE change_entry(
      change_id INTEGER NOT NULL REFERENCES change(id), concept_id INTEGER NOT NULL, entry_id TEXT NOT NULL,
      before TEXT, PRIMARY KEY(change_id, concept_id)) WITHOUT ROWID;
    CREATE INDEX change_entry_concept ON change_entry(concept_id, change_id);

    CREATE TABLE evidence(
      id INTEGER PRIMARY KEY, zh TEXT NOT NULL, en TEXT NOT NULL, zh_document TEXT NOT NULL, en_document TEXT NOT NULL,
      zh_segment INTEGER NOT NULL, en_segment INTEGER NOT NULL, score REAL NOT NULL,
      UNIQUE(zh, en, zh_document, en_document, zh_segment, en_segment));
    CREATE INDEX evidence_english ON evidence(en);
    """

  /// Evidence from alignments: the beads in which a concept was seen under names of both languages.
  ///
  /// A bead is known by its two texts, so that what is aligned again, from another place or after an edit, counts once.
  /// What is taken back stays, withdrawn: the change may be done again. The table of evidence before was never written.
  private static let fifthTables = """
    DROP TABLE evidence;
    CREATE TABLE bead(
      id INTEGER PRIMARY KEY, zh_text TEXT NOT NULL, en_text TEXT NOT NULL, zh_document TEXT NOT NULL,
      en_document TEXT NOT NULL, zh_line INTEGER NOT NULL, en_line INTEGER NOT NULL, score REAL NOT NULL,
      UNIQUE(zh_text, en_text));
    CREATE TABLE evidence(
      entry_id TEXT NOT NULL, bead_id INTEGER NOT NULL REFERENCES bead(id), zh TEXT NOT NULL, en TEXT NOT NULL,
      change_id INTEGER NOT NULL REFERENCES change(id), withdrawn INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(entry_id, bead_id)) WITHOUT ROWID;
    CREATE INDEX evidence_change ON evidence(change_id);
    """

  private static let termIndexes = [
    ("term_folded", "term(folded, language)"),
    ("term_english_key", "term(english_key) WHERE english_key IS NOT NULL"),
    ("term_pinyin_flat", "term(pinyin_flat) WHERE pinyin_flat IS NOT NULL"),
    ("term_pinyin_initials", "term(pinyin_initials) WHERE pinyin_initials IS NOT NULL"),
  ]

  static func createTermIndexes(in database: Database) throws {
    try database.execute(sql: "CREATE INDEX IF NOT EXISTS term_concept ON term(concept_id)")
    for (name, target) in termIndexes { try database.execute(sql: "CREATE INDEX \(name) ON \(target)") }
  }

  /// Takes the indexes away for a large import into an empty database: sorting once is quicker than keeping sorted.
  ///
  /// That of the concepts stays: it grows at its end.
  static func dropTermIndexes(in database: Database) throws {
    for (name, _) in termIndexes { try database.execute(sql: "DROP INDEX \(name)") }
  }
}
