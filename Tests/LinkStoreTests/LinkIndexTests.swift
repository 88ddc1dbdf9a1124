import Alignment
import Foundation
import GRDB
@testable import LinkStore
import TestSupport
import TextCore
import Testing

/// The index of documents: it says what ``DocumentLinker`` says, and survives what happens to files.
struct LinkIndexTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("index.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  /// Documents that share Latin words and numbers, so that no dictionary is needed.
  ///
  /// Their names sort as they stand.
  private func documents(_ count: Int) -> [LinkDocument] {
    (0..<count).flatMap { number in
      let words = "Alibaba\(number) report\(number % 7) item\(number % 3) \(1000 + number * 37) \(50 + number % 5)"
      return [
        LinkDocument(
          id: "zh\(number + 10)", language: .chinese,
          segments: [SegmentText("公司 \(words) 宣布。"), SegmentText("又 \(words)。")]),
        LinkDocument(id: "en\(number + 10)", language: .english, segments: [SegmentText("The firm \(words) said so.")]),
      ]
    }
  }

  private func stored(_ document: LinkDocument) -> LinkIndex.Document {
    LinkIndex.Document(
      language: document.language, name: document.id, path: nil, state: nil, content: document.segments[0].string,
      keys: DocumentKeyExtractor(resources: AlignmentResources()).keys(of: document))
  }

  private func hits(_ index: LinkIndex, _ document: LinkDocument, isIndexed: Bool = true, top: Int = 3) throws
    -> [LinkIndex.Hit]
  {
    try index.hits(
      for: stored(document).keys, in: document.language, isIndexed: isIndexed, top: top, evidenceLimit: 12)
  }

  @Test func `the index links as the linker of whole collections does`() throws {
    let documents = documents(40)
    let index = try LinkIndex.openForWriting(path: path, data: "")
    for start in stride(from: 0, to: documents.count, by: 7) {
      try index.add(documents[start..<min(start + 7, documents.count)].map(stored))
    }
    try index.refreshLengths()
    let expected = DocumentLinker(resources: AlignmentResources()).links(among: documents, top: 3)
    var checked = 0
    for document in documents where document.language == .chinese {
      let own = expected.filter { $0.chineseID == document.id }
      let found = try hits(index, document)
      #expect(found.map(\.record.name) == own.map(\.englishID))
      for (hit, link) in zip(found, own) {
        #expect(abs(hit.score - link.score) < 0.001)
        #expect(hit.evidence.map(\.english) == link.evidence.map(\.english))
        checked += 1
      }
    }
    #expect(checked == 120)
  }

  @Test func `documents are replaced and removed as if they had never been`() throws {
    let documents = documents(10)
    let index = try LinkIndex.openForWriting(path: path, data: "")
    try index.add(documents.map(stored))
    var other = stored(documents[1])
    other.keys = stored(documents[3]).keys
    try index.add([other])
    try index.remove(try index.records().filter { $0.name == "en12" }.map(\.id))
    try index.refreshLengths()
    #expect(try index.records().count == 19)

    let fresh = try LinkIndex.openForWriting(path: folder.path("fresh.sqlite"), data: "")
    try fresh.add(documents.filter { !["en10", "en12"].contains($0.id) }.map(stored) + [other])
    try fresh.refreshLengths()
    for document in documents where document.language == .chinese {
      let (one, two) = (try hits(index, document), try hits(fresh, document))
      #expect(one.map(\.record.name) == two.map(\.record.name))
      for (a, b) in zip(one, two) { #expect(abs(a.score - b.score) < 1e-9) }
    }
  }

  @Test func `a document need not be in the index`() throws {
    let documents = documents(10)
    let index = try LinkIndex.openForWriting(path: path, data: "")
    try index.add(documents.filter { $0.id != "zh14" }.map(stored))
    try index.refreshLengths()
    let article = try #require(documents.first { $0.id == "zh14" })
    #expect(try hits(index, article, isIndexed: false).first?.record.name == "en14")
    let nothing = LinkDocument(id: "x", language: .chinese, segments: [SegmentText("什么也没有。")])
    #expect(try hits(index, nothing, isIndexed: false).isEmpty)
  }

  @Test func `an empty index answers with nothing`() throws {
    let index = try LinkIndex.openForWriting(path: path, data: "")
    #expect(try hits(index, documents(1)[0], isIndexed: false).isEmpty)
    #expect(try index.records().isEmpty)
  }

  @Test func `what is no index of ours is told apart`() throws {
    #expect(throws: LinkIndexError(path: path, .missingFile)) { try LinkIndex.open(path: path, data: "") }
    try folder.write(String(repeating: "no database at all ", count: 100), to: "index.sqlite")
    #expect(throws: LinkIndexError(path: path, .notADatabase)) { try LinkIndex.openForWriting(path: path, data: "") }
    let other = folder.path("other.sqlite")
    try LinkIndex.openForWriting(path: other, data: "one").close()
    #expect(throws: LinkIndexError(path: other, .otherData)) { try LinkIndex.open(path: other, data: "two") }
    #expect(throws: LinkIndexError(path: folder.path("no/x"), .cannotOpen)) {
      try LinkIndex.openForWriting(path: folder.path("no/x"), data: "")
    }
  }

  /// Changes a sound index of six documents behind our back, opens it again, and asks and changes it.
  private func useAfter(_ damage: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    let documents = documents(4)
    let index = try LinkIndex.openForWriting(path: path, data: "")
    try index.add(documents.dropLast(2).map(stored))
    try index.refreshLengths()
    index.close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: damage) }
    try queue.close()
    let damaged = try LinkIndex.openForWriting(path: path, data: "")
    defer { damaged.close() }
    for document in documents { _ = try hits(damaged, document) }
    try damaged.add(documents.map(stored))
    try damaged.refreshLengths()
  }

  @Test func `an index with impossible numbers is damaged`() throws {
    for (damage, table) in [
      ("UPDATE document SET id = 9223372036854775807 WHERE id = 1", "document"),
      ("UPDATE document SET id = -5 WHERE id = 1", "document"),
      ("UPDATE key SET id = 9223372036854775807 WHERE id = 1", "key"),
      ("UPDATE key SET id = -9223372036854775808 WHERE id = 1", "key"),
    ] {
      let error = LinkIndexError(path: path, .damaged("a \(table) has an impossible number"))
      #expect(throws: error, "\(damage)") { try useAfter(damage) }
    }
    #expect(throws: LinkIndexError(path: path, .damaged("the keys of document 1 cannot be read"))) {
      try useAfter("UPDATE document_keys SET keys = x'FFFF' WHERE document = 1")
    }
  }

  @Test func `what damage leaves to be used is used`() throws {
    for damage in [
      "UPDATE posting SET chunk = -chunk - 2",
      "UPDATE OR REPLACE posting SET chunk = 9223372036854775806 + chunk % 2",
      "UPDATE new_document SET document = -1; INSERT INTO new_document VALUES (9223372036854775807)",
      "UPDATE document_count SET count = 9223372036854775807",
      "UPDATE key SET zh = 9223372036854775807, en = -9",
      "INSERT OR REPLACE INTO meta VALUES ('changes', '9223372036854775000')",
      "UPDATE document SET id = 2147483000 WHERE id = 1",
      "UPDATE key SET id = 2147483000 WHERE id = 1",
      "UPDATE length SET lengths = x'00'",
      "DELETE FROM document_keys WHERE document < 4",
    ] {
      #expect(throws: Never.self, "\(damage)") { try useAfter(damage) }
    }
  }

  @Test func `documents are found by file, folder and name without a look at the others`() throws {
    let index = try LinkIndex.openForWriting(path: path, data: "")
    let files = ["/a/one.txt", "/a/b/two.txt", "/a.txt", "/ab/three.txt", "/a/\u{10FFFF}.txt"]
    try index.add(
      files.enumerated().map { number, file in
        var document = stored(documents(number + 1)[2 * number])
        document.path = file
        return document
      })
    #expect(try index.record(path: "/a/b/two.txt")?.name == "zh11")
    #expect(try index.record(path: "/a/b") == nil)
    #expect(try index.record(.chinese, name: "zh12")?.path == "/a.txt")
    #expect(try index.record(.english, name: "zh12") == nil)
    #expect(try index.records(inFolder: "/a/").map(\.path) == ["/a/b/two.txt", "/a/one.txt", "/a/\u{10FFFF}.txt"])
    #expect(try index.records(inFolder: "/").count == 5)
    for condition in [LinkIndex.inFolder, LinkIndex.byPath, LinkIndex.byName, LinkIndex.byContent] {
      let plan = try index.queue.read { database in
        let count = condition.count { $0 == "?" }
        return try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN " + LinkIndex.selectRecords + condition,
          arguments: StatementArguments([String](repeating: "x", count: count))
        ).map { $0["detail"] as String }
      }
      #expect(plan.first?.hasPrefix("SEARCH document USING INDEX") == true, "\(condition): \(plan)")
    }
  }

  @Test func `an index of an older release is brought up to date when it is opened`() throws {
    let documents = documents(10)
    func age() throws {
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(
          sql: """
            DROP INDEX document_path; DROP TRIGGER document_added; DROP TRIGGER document_removed;
            DROP TABLE document_count; PRAGMA user_version = 1
            """)
      }
      try queue.close()
    }
    let first = try LinkIndex.openForWriting(path: path, data: "")
    try first.add(documents.dropLast(4).map(stored))
    try first.refreshLengths()
    let expected = try hits(first, documents[0])
    first.close()

    try age()
    let reader = try LinkIndex.open(path: path, data: "")
    #expect(try hits(reader, documents[0]) == expected)
    reader.close()

    try age()
    let second = try LinkIndex.openForWriting(path: path, data: "")
    try second.add(documents.suffix(4).map(stored))
    try second.remove([try #require(try second.record(.english, name: "en10")).id])
    try second.refreshLengths()
    second.close()
    let fresh = try LinkIndex.openForWriting(path: folder.path("fresh.sqlite"), data: "")
    try fresh.add(documents.filter { $0.id != "en10" }.map(stored))
    try fresh.refreshLengths()
    let migrated = try LinkIndex.open(path: path, data: "")
    for document in documents where document.language == .chinese {
      #expect(try hits(migrated, document).map(\.score) == hits(fresh, document).map(\.score))
    }
    migrated.close()

    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(throws: LinkIndexError(path: path, .otherSchema(found: 99, known: LinkIndexSchema.version))) {
      try LinkIndex.openForWriting(path: path, data: "")
    }
  }

  @Test func `others read while one writes, and see whole batches`() throws {
    let documents = documents(20)
    let writer = try LinkIndex.openForWriting(path: path, data: "")
    try writer.add(documents.prefix(20).map(stored))
    let reader = try LinkIndex.open(path: path, data: "")
    #expect(try reader.records().count == 20)
    let second = try LinkIndex.openForWriting(path: path, data: "")
    try second.add(documents.dropFirst(20).map(stored))
    #expect(try reader.records().count == 40)
    #expect(try writer.records().count == 40)
  }
}
