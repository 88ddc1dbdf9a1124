import GlossaryStore
import Terminology
import Testing

struct EvidenceTests {
  private func places(_ concept: String, in store: GlossaryStore) throws -> [Int]? {
    try store.evidence(for: concept, limit: 10)?.examples.map(\.chineseLine)
  }

  @Test func `evidence is counted by bead and shown best first`() throws {
    let store = try GlossaryStore.inMemory()
    let report = try store.record(
      [.test("a", line: 1, score: 0.4), .test("a", line: 2, score: 0.9), .test("b", line: 2, score: 0.9)], by: .test)
    #expect(report.added == 3)
    #expect(report.known == 0)
    #expect(try places("a", in: store) == [2, 1])
    #expect(try store.evidence(for: "a", limit: 1)?.count == 2)
    #expect(try store.evidence(for: "a", limit: 1)?.examples == [.test("a", line: 2, score: 0.9)])
    #expect(try store.evidence(for: "c") == nil)
  }

  @Test func `what is aligned again adds nothing, and no change`() throws {
    let store = try GlossaryStore.inMemory()
    try store.record([.test("a", line: 1), .test("a", line: 1)], by: .test)
    var again = TermEvidence.test("a", line: 1)
    again.chineseDocument = "elsewhere.zh"
    let report = try store.record([again], by: .test)
    #expect(report.added == 0)
    #expect(report.known == 1)
    #expect(report.change == nil)
    #expect(try store.evidence(for: "a")?.count == 1)
    #expect(try store.history().map(\.action) == [.record])
    #expect(try store.history().map(\.entryCount) == [1])
  }

  @Test func `an undo withdraws evidence, an undo of that brings it back`() throws {
    let store = try GlossaryStore.inMemory()
    try store.record([.test("a", line: 1)], by: .test)
    try store.record([.test("a", line: 2), .test("b", line: 2)], by: .test)
    #expect(try store.undo(by: .test).map(\.id) == [2])
    #expect(try places("a", in: store) == [1])
    #expect(try store.evidence(for: "b") == nil)
    try store.undo(change: 3, by: .test)
    #expect(try store.evidence(for: "a")?.count == 2)
    try store.undo(change: 4, by: .test)
    #expect(try store.evidence(for: "a")?.count == 1)
    // Recorded once more, it is in force again.
    #expect(try store.record([.test("b", line: 2)], by: .test).added == 1)
    #expect(try store.evidence(for: "b")?.count == 1)
  }

  @Test func `a look-up tells what was seen`() throws {
    let store = try GlossaryStore.inMemory()
    let entry = ConceptEntry(
      id: "a",
      terms: [Term(language: .simplifiedChinese, text: "村"), Term(language: .english, text: "village")])
    try store.install(GlossaryInfo(name: "mine"), entries: [entry])
    #expect(try store.matches(for: LookupQuery("村")).map(\.evidence) == [nil])
    try store.record([.test("a", line: 1), .test("a", line: 2)], by: .test)
    #expect(try store.matches(for: LookupQuery("village")).map { $0.evidence?.count } == [2])
  }
}

extension TermEvidence {
  static func test(_ concept: String, line: Int = 1, score: Double = 0.5) -> TermEvidence {
    TermEvidence(
      conceptID: concept, chinese: "村", english: "village", chineseText: "村\(line)", englishText: "village \(line)",
      chineseDocument: "a.zh", englishDocument: "a.en", chineseLine: line, englishLine: line, score: score)
  }
}
