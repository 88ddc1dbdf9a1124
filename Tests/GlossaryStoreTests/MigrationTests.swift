import Foundation
import GRDB
import GlossaryStore
import Terminology
import Testing

/// Databases of older releases.
struct MigrationTests {
  /// What the first release wrote, by its own statements.
  private static let firstSchema = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1: glossaries, concepts, terms');
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
    CREATE INDEX term_concept ON term(concept_id);
    CREATE INDEX term_folded ON term(folded, language);
    CREATE INDEX term_english_key ON term(english_key) WHERE english_key IS NOT NULL;
    CREATE INDEX term_pinyin_flat ON term(pinyin_flat) WHERE pinyin_flat IS NOT NULL;
    CREATE INDEX term_pinyin_initials ON term(pinyin_initials) WHERE pinyin_initials IS NOT NULL;
    PRAGMA application_id = 1146767180;
    PRAGMA user_version = 1;
    INSERT INTO glossary VALUES (1, '00000000-0000-8000-a000-000000000000', 'mine', 50, 'project', 'CC0', '3', 'us');
    INSERT INTO concept VALUES (1, 1, 'taobao-village', 'e-commerce', 'term', 'd', 'n', 's', 0);
    INSERT INTO concept VALUES (2, 1, 'jack-ma', NULL, 'person', NULL, NULL, NULL, 1);
    INSERT INTO concept_extra VALUES (1, 0, 'colour', 'red');
    INSERT INTO concept_extra VALUES (1, 1, 'colour', 'blue');
    INSERT INTO term VALUES (1, 1, 0, 'zh-Hans', '淘宝村', 'preferred', 'Táobǎo cūn', 'noun', '淘宝村', NULL,
      'taobaocun', 'tbc');
    INSERT INTO term VALUES (2, 1, 1, 'en', 'Taobao Village', 'preferred', NULL, NULL, 'taobao village',
      'taobao villag', NULL, NULL);
    INSERT INTO term VALUES (3, 2, 0, 'zh-Hans', '马云', 'preferred', 'Mǎ Yún', NULL, '马云', NULL, 'mayun', 'my');
    INSERT INTO term VALUES (4, 2, 1, 'en', 'Jack Ma', 'forbidden', NULL, NULL, 'jack ma', 'jack ma', NULL, NULL);
    INSERT INTO term_han(rowid, characters) VALUES (1, '淘 宝 村'), (3, '马 云');
    INSERT INTO term_english(rowid, words) VALUES (2, 'taobao village'), (4, 'jack ma');
    """

  private static let entries = [
    ConceptEntry(
      id: "jack-ma", type: "person",
      terms: [
        Term(language: .simplifiedChinese, text: "马云", pinyin: "Mǎ Yún"),
        Term(language: .english, text: "Jack Ma", status: .forbidden),
      ], doNotTranslate: true),
    ConceptEntry(
      id: "taobao-village", subjectField: "e-commerce", type: "term",
      terms: [
        Term(language: .simplifiedChinese, text: "淘宝村", pinyin: "Táobǎo cūn", partOfSpeech: "noun"),
        Term(language: .english, text: "Taobao Village"),
      ], definition: "d", note: "n", source: "s",
      extra: [ExtraField(name: "colour", value: "red"), ExtraField(name: "colour", value: "blue")]),
  ]

  private func firstRelease(in folder: TemporaryFolder) throws -> String {
    let path = folder.path("old.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: Self.firstSchema) }
    try queue.close()
    return path
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func `opened for writing it is brought up to date, and the old file stays beside it`() throws {
    let folder = try TemporaryFolder()
    let path = try firstRelease(in: folder)
    let store = try GlossaryStore.open(path: path, mode: .readWrite)
    #expect(!store.isCopyOfOlderSchema)
    #expect(try store.entries() == Self.entries)
    #expect(try store.matches(for: LookupQuery("宝村")).first?.entry.id == "taobao-village")
    #expect(try store.matches(for: LookupQuery("淘宝林")).first?.entry.id == "taobao-village")
    #expect(try store.history().isEmpty)
    let version = try store.dataVersion()
    try store.edit("jack-ma", in: "mine", by: .test) { $0.review = .proposed }
    #expect(try store.dataVersion() != version)
    try store.undo(by: .test)
    #expect(try store.entries() == Self.entries)
    store.close()
    let backup = GlossaryStore.backupPath(of: path, schema: 1)
    #expect(try names(folder) == ["old.sqlite", "old.sqlite.schema-1.bak"])
    let schema = try DatabaseQueue(path: backup).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(schema == 1)
    #expect(try GlossaryStore.open(path: backup).isCopyOfOlderSchema)
    #expect(try GlossaryStore.open(path: backup).entries() == Self.entries)
    #expect(try GlossaryStore.open(path: path).entries() == Self.entries)
  }

  @Test func `opened for reading it is read as it is`() throws {
    let folder = try TemporaryFolder()
    let path = try firstRelease(in: folder)
    let old = try Data(contentsOf: URL(filePath: path))
    let store = try GlossaryStore.open(path: path)
    #expect(store.isCopyOfOlderSchema)
    #expect(try store.entries() == Self.entries)
    #expect(try store.matches(for: LookupQuery("tbc")).first?.entry.id == "taobao-village")
    #expect(throws: StoreError(path: path, .readOnly)) { try store.setRank(1, of: "mine", by: .test) }
    store.close()
    #expect(try names(folder) == ["old.sqlite"])
    #expect(try Data(contentsOf: URL(filePath: path)) == old)
  }

  @Test func `several that open it at once bring it up to date once`() async throws {
    let folder = try TemporaryFolder()
    let path = try firstRelease(in: folder)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (try? GlossaryStore.open(path: path, mode: .readWrite).entries()) == Self.entries }
      }
      for await isGood in group { #expect(isGood) }
    }
    #expect(try GlossaryStore.open(path: path).entries() == Self.entries)
    #expect(try names(folder).contains("old.sqlite.schema-1.bak"))
    #expect(try names(folder).allSatisfy { !$0.hasSuffix(".tmp") })
  }
}
