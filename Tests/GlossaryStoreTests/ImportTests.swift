import Foundation
@testable import GlossaryStore
import Terminology
import Testing

struct ImportTests {
  private let info = GlossaryInfo(name: "project", rank: 10, licence: "CC0", version: "1", source: "us")

  private func store(_ folder: TemporaryFolder, _ entries: [ConceptEntry]) throws -> GlossaryStore {
    let store = try GlossaryStore.create(path: folder.path("terms.sqlite"))
    try store.install(info, entries: entries)
    return store
  }

  @Test func `what goes in comes out, in the order of the ids`() throws {
    let folder = try TemporaryFolder()
    let full = ConceptEntry(
      id: "b", subjectField: "trade", type: "term",
      terms: [
        Term(language: .english, text: "x", status: .forbidden, partOfSpeech: "noun"),
        Term(language: .simplifiedChinese, text: "村🙂", status: .superseded, pinyin: "cūn"),
      ], definition: "d", note: "n\nn", source: "s", doNotTranslate: true,
      extra: [.init(name: "z", value: "1"), .init(name: "a", value: "2")])
    let store = try store(folder, [full, entry("a", "城", "city")])
    #expect(try store.entries() == [entry("a", "城", "city"), full])
    #expect(try store.entry(withID: "b") == full)
    #expect(try store.entry(withID: "c") == nil)
    #expect(try store.entryCount(in: "project") == 2)
    #expect(try store.glossaries() == [info])
    store.close()
    #expect(try GlossaryStore.open(path: store.path).entries() == [entry("a", "城", "city"), full])
  }

  @Test func `importing again changes nothing`() throws {
    let folder = try TemporaryFolder()
    let entries = [entry("a", "城", "city", definition: "d"), entry("b", "村", "village", admitted: ["hamlet"])]
    let store = try store(folder, entries)
    let report = try store.install(info, entries: entries)
    #expect((report.added, report.updated, report.skipped) == (0, 0, 2))
    #expect(report.conflicts.isEmpty)
    #expect(try store.entries() == entries)
  }

  @Test func `absent fields and terms stay, new ones are added`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [entry("a", "城", "city", pinyin: "chéng", definition: "d", admitted: ["town"])])
    let report = try store.install(
      info, entries: [entry("a", "城", "city", deprecated: ["burgh"]), entry("b", "村", "village")])
    #expect((report.added, report.updated, report.skipped) == (1, 1, 0))
    #expect(report.conflicts.isEmpty)
    let merged = try #require(try store.entry(withID: "a"))
    #expect(merged.definition == "d")
    #expect(merged.terms.map(\.text) == ["城", "city", "town", "burgh"])
    #expect(merged.terms[0].pinyin == "chéng")
    #expect(try store.matches(for: LookupQuery("burgh")).first?.entry == merged)
  }

  @Test func `what contradicts is taken over, and told`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [entry("a", "城", "city", definition: "old", deprecated: ["town"])])
    let change = entry("a", "城", "metropolis", definition: "new", admitted: ["town"])
    let dry = try store.dryRun(info, entries: [change])
    #expect(try store.entry(withID: "a")?.definition == "old")
    let report = try store.install(info, entries: [change])
    #expect(report == dry)
    #expect(report.updated == 1)
    #expect(
      report.conflicts == [
        ImportConflict(conceptID: "a", field: "definition", stored: "old", imported: "new"),
        ImportConflict(conceptID: "a", field: "status of “town”", stored: "deprecated", imported: "admitted"),
        ImportConflict(conceptID: "a", field: "preferred en", stored: "city", imported: "metropolis"),
      ])
    let merged = try #require(try store.entry(withID: "a"))
    #expect(merged.preferredTerm(in: .english)?.text == "metropolis")
    #expect(merged.terms.first { $0.text == "city" }?.status == .admitted)
    #expect(try store.install(info, entries: [change]).skipped == 1)
    #expect(try store.matches(for: LookupQuery("metropolis")).count == 1)
    #expect(try store.matches(for: LookupQuery("city")).first?.entry.id == "a")
  }

  @Test func `odd imports: the same id twice, a term twice, no term at all`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [])
    var twice = entry("b", "村", "village")
    twice.terms += twice.terms
    let report = try store.install(
      info,
      entries: [
        entry("a", "城", "city"), entry("a", "城", "town"), twice, ConceptEntry(id: "c", terms: []),
        entry("d", "村\u{0}", "x"),
      ])
    #expect((report.added, report.updated, report.skipped) == (2, 0, 0))
    #expect(
      report.rejected == [ImportRejection(conceptID: "c", .noTerm), ImportRejection(conceptID: "d", .nullCharacter)])
    #expect(try store.entry(withID: "a")?.terms.map(\.text) == ["城", "city", "town"])
    #expect(try store.entry(withID: "b")?.terms.count == 2)
  }

  @Test func `a dry run needs no glossary`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [])
    let report = try store.dryRun(GlossaryInfo(name: "other"), entries: [entry("a", "城", "city")])
    #expect(report.added == 1)
    #expect(try store.glossaries().map(\.name) == ["project"])
  }

  @Test func `replacing and removing leave nothing behind to be found`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [entry("a", "城市大脑", "City Brain"), entry("b", "村", "village")])
    try store.install(GlossaryInfo(name: "other", rank: 200), entries: [entry("a", "城市", "city")])
    try store.replace(info, entries: [entry("b", "村", "village")])
    for query in ["城市大脑", "市大", "brain", "brains"] {
      #expect(try store.matches(for: LookupQuery(query)).allSatisfy { $0.glossary == "other" }, "\(query)")
    }
    try store.remove(glossary: "project")
    #expect(try store.glossaries().map(\.name) == ["other"])
    #expect(try store.matches(for: LookupQuery("village")).isEmpty)
    #expect(try store.matches(for: LookupQuery("城市")).count == 1)
  }

  @Test func `large imports are found like small ones`() throws {
    let folder = try TemporaryFolder()
    let many = (0..<1500).map { entry("e\($0)", "第\($0)号村", "village \($0)", pinyin: "dì hào cūn") }
    let store = try store(folder, many)
    #expect(try store.entryCount() == 1500)
    #expect(try store.matches(for: LookupQuery("village 777")).first?.entry.id == "e777")
    #expect(try store.matches(for: LookupQuery("第12号村")).first?.entry.id == "e12")
    #expect(try store.matches(for: LookupQuery("号村", limit: 7)).count == 7)
  }

  private func ready(_ entry: ConceptEntry) -> IndexedEntry {
    var indexer = EntryIndexer(pinyinOf: nil)
    return indexer.indexed(entry)
  }

  @Test func `several files are one transaction, and each a change of its own`() throws {
    struct Broken: Error {}
    let folder = try TemporaryFolder()
    let store = try store(folder, [])
    let good = ImportPart(expecting: 1, by: .test) { take in try take(ready(entry("a", "城", "city"))) }
    let broken = ImportPart(expecting: 1, by: .test) { take in
      try take(ready(entry("b", "村", "village")))
      throw Broken()
    }
    #expect(throws: Broken.self) { try store.importing([good, broken], into: info) }
    #expect(try store.entryCount() == 0)
    #expect(try store.history().isEmpty)
    let other = ImportPart(expecting: 2000, by: .test) { take in
      for number in 0..<3 { try take(ready(entry("b\(number % 2)", "村\(number)", "village"))) }
    }
    let dry = try store.importing([good, other], into: info, isDryRun: true)
    let reports = try store.importing([good, other], into: info)
    #expect(reports.map(\.added) == [1, 2])
    #expect(reports.map(\.added) == dry.map(\.added))
    #expect(reports.map(\.change) == [1, 2])
    #expect(try store.history().map(\.entryCount) == [2, 1])
    try store.undo(last: 2, by: .test)
    #expect(try store.entryCount() == 0)
  }

  @Test func `a large import is read by others only when it is done, and an id that comes twice is merged`() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder, [entry("z", "县", "county")])
    let reader = try GlossaryStore.open(path: folder.path("terms.sqlite"))
    let part = ImportPart(expecting: 3000, by: .test) { take in
      for number in 0..<1500 { try take(ready(entry("e\(number)", "第\(number)号村", "village \(number)"))) }
      try take(ready(entry("e7", "第7号村", "seventh village")))
      #expect(try reader.entryCount() == 1)
      #expect(try reader.matches(for: LookupQuery("county")).count == 1)
    }
    let report = try store.importing([part], into: GlossaryInfo(name: "large"))[0]
    #expect(report.added == 1500)
    #expect(report.conflicts.map(\.stored) == ["village 7"])
    #expect(try reader.matches(for: LookupQuery("seventh village")).first?.entry.id == "e7")
    #expect(try reader.matches(for: LookupQuery("第71号林", match: .fuzzy)).first?.entry.id == "e71")
    try store.undo(by: .test)
    #expect(try reader.glossaries().map(\.name) == ["project"])
  }

  @Test func `two builds are the same to the byte`() throws {
    let folder = try TemporaryFolder()
    var files: [Data] = []
    for name in ["one.sqlite", "two.sqlite"] {
      let store = try GlossaryStore.create(path: folder.path(name))
      try store.install(info, entries: (0..<300).map { entry("e\($0)", "村\($0)", "village \($0)", pinyin: "cūn") })
      store.close()
      files.append(try Data(contentsOf: URL(filePath: folder.path(name))))
    }
    #expect(files[0] == files[1])
    #expect(info.uuid == GlossaryInfo(name: "project").uuid)
    #expect(info.uuid != GlossaryInfo(name: "projecu").uuid)
    #expect(info.uuid.utf8.count == 36)
  }
}
