import Foundation
import GlossaryStore
import Terminology
import Testing

/// Whatever the model can say comes out of the store as it went in.
struct RoundTripTests {
  private let info = GlossaryInfo(name: "mine")

  @Test func `every field of every entry comes back, one by one and all together`() throws {
    var chance = SeededEntries(seed: 7)
    let entries = (0..<400).map { chance.entry(String(format: "e%04d", $0)) }
    let store = try GlossaryStore.inMemory()
    #expect(try store.install(info, entries: entries).added == entries.count)
    #expect(try store.entries() == entries)
    for entry in entries { #expect(try store.entry(withID: entry.id) == entry) }
  }

  @Test func `importing what the store holds changes nothing`() throws {
    var chance = SeededEntries(seed: 8)
    let entries = (0..<200).map { chance.entry(String(format: "e%04d", $0)) }
    let store = try GlossaryStore.inMemory()
    try store.install(info, entries: entries)
    let version = try store.dataVersion()
    let report = try store.install(info, entries: try store.entries())
    #expect((report.added, report.updated, report.skipped, report.conflicts.count) == (0, 0, entries.count, 0))
    #expect(try store.entries() == entries)
    #expect(try store.dataVersion() == version)
  }

  @Test func `an update leaves nothing of the old state behind`() throws {
    var chance = SeededEntries(seed: 9)
    let store = try GlossaryStore.inMemory()
    try store.install(info, entries: (0..<50).map { chance.entry("e\($0)") })
    for round in 0..<200 {
      let id = "e\(round % 50)"
      let wanted = chance.entry(id)
      try store.edit(id, in: "mine", by: .test) { $0 = wanted }
      #expect(try store.entry(withID: id) == wanted)
    }
    try store.remove(entries: (0..<50).map { "e\($0)" }, from: "mine", by: .test)
    for query in ["淘宝", "Brain", "taobaocun", "宝村"] {
      #expect(try store.matches(for: LookupQuery(query)).isEmpty)
    }
  }

  @Test func `JSON of an entry leaves out what says nothing, and reads what an older release wrote`() throws {
    var chance = SeededEntries(seed: 10)
    for number in 0..<100 {
      let entry = chance.entry("e\(number)")
      let bytes = try JSONEncoder().encode(entry)
      #expect(try JSONDecoder().decode(ConceptEntry.self, from: bytes) == entry)
    }
    let bare = try JSONEncoder().encode(ConceptEntry(id: "a", terms: []))
    #expect(String(decoding: bare, as: UTF8.self) == #"{"id":"a"}"#)
    let old = Data(#"{"id":"a","terms":[{"language":"en","text":"x"}]}"#.utf8)
    let read = try JSONDecoder().decode(ConceptEntry.self, from: old)
    #expect(read == ConceptEntry(id: "a", terms: [Term(language: .english, text: "x")]))
  }

  @Test func `the data version changes with what is stored, and with nothing else`() throws {
    let store = try GlossaryStore.inMemory()
    var versions = [try store.dataVersion()]
    try store.install(info, entries: [entry("a", "村", "village")])
    versions.append(try store.dataVersion())
    try store.install(GlossaryInfo(name: "dictionary", rank: 900, kind: .reference), entries: [entry("b", "城", "city")])
    versions.append(try store.dataVersion())
    try store.edit("a", in: "mine", by: .test) { $0.note = "n" }
    versions.append(try store.dataVersion())
    try store.setRank(7, of: "mine", by: .test)
    versions.append(try store.dataVersion())
    try store.remove(entries: ["a"], from: "mine", by: .test)
    versions.append(try store.dataVersion())
    #expect(Set(versions).count == versions.count)
    try store.record([TermEvidence.test("b")], by: .test)
    #expect(try store.dataVersion() == versions.last)

    let project = try store.dataVersion(of: [.project])
    try store.edit("b", in: "dictionary", by: .test) { $0.note = "n" }
    #expect(try store.dataVersion() != versions.last)
    #expect(try store.dataVersion(of: [.project]) == project)
  }
}

extension ChangeOrigin {
  /// Somebody at some time.
  static let test = ChangeOrigin(who: "tester", time: "2026-03-01T09:30:00Z")
}
