import GlossaryStore
import Terminology
import Testing

struct HistoryTests {
  private let info = GlossaryInfo(name: "mine")

  private func reason(_ body: () throws -> Void) -> StoreError.Reason? {
    do { try body() } catch { return (error as? StoreError)?.reason }
    return nil
  }

  @Test func `each change says who, when, what was before and what is after`() throws {
    let store = try GlossaryStore.inMemory()
    let first = entry("a", "村", "village")
    try store.add(first, to: info, by: ChangeOrigin(who: "Li", time: "2026-01-01T00:00:00Z"))
    let second = try store.edit("a", in: "mine", by: ChangeOrigin(who: "Wang", time: "2026-01-02T00:00:00Z")) {
      $0.note = "n"
    }
    try store.remove(entries: ["a"], from: "mine", by: ChangeOrigin(time: "2026-01-03T00:00:00Z"))
    let history = try store.history(of: "a")
    #expect(history.map(\.change.action) == [.remove, .edit, .add])
    #expect(history.map(\.change.origin.who) == [nil, "Wang", "Li"])
    #expect(history.map { $0.change.origin.time.prefix(10) } == ["2026-01-03", "2026-01-02", "2026-01-01"])
    #expect(history.map(\.before) == [second.after, first, nil])
    #expect(history.map(\.after) == [nil, second.after, first])
    #expect(try store.history().map(\.id) == [3, 2, 1])
    #expect(try store.history(limit: 1).map(\.id) == [3])
    #expect(try store.entries(of: 2).map(\.after) == [second.after])
    #expect(try store.entries(of: 99).isEmpty)
    #expect(try store.history(of: "a", in: "other").isEmpty)
  }

  @Test func `undo takes back, is in the history itself, and can be undone`() throws {
    let store = try GlossaryStore.inMemory()
    try store.add(entry("a", "村", "village"), to: info, by: .test)
    try store.edit("a", in: "mine", by: .test) { $0.note = "n" }
    #expect(try store.undo(by: .test).map(\.id) == [2])
    #expect(try store.entry(withID: "a")?.note == nil)
    let history = try store.history()
    #expect(history.map(\.action) == [.undo, .edit, .add])
    #expect(history.map(\.undoes) == [2, nil, nil])
    #expect(history.map(\.isUndone) == [false, true, false])
    #expect(reason { try store.undo(change: 2, by: .test) } == .alreadyUndone(2))
    try store.undo(change: 3, by: .test)
    #expect(try store.entry(withID: "a")?.note == "n")
    #expect(try store.history().map(\.isUndone) == [false, true, false, false])
    // What was done again can be undone again, and the step before it.
    #expect(try store.undo(last: 5, by: .test).map(\.id) == [2, 1])
    #expect(try store.entryCount() == 0)
    #expect(try store.glossaries().isEmpty)
    #expect(reason { try store.undo(by: .test) } == .nothingToUndo)
    #expect(reason { try store.undo(change: 77, by: .test) } == .unknownChange(77))
  }

  @Test func `an import is undone as a whole, and leaves alone what was there`() throws {
    let store = try GlossaryStore.inMemory()
    try store.add(entry("a", "村", "village", definition: "old"), to: info, by: .test)
    let before = try store.entries()
    let report = try store.install(
      info, entries: [entry("a", "村", "hamlet", definition: "new"), entry("b", "城", "city"), entry("b", "城", "town")],
      by: .test)
    #expect((report.added, report.updated) == (1, 1))
    let change = try #require(report.change)
    #expect(try store.entries(of: change).map(\.conceptID) == ["a", "b"])
    #expect(try store.entries(of: change).map(\.after) == store.entries())
    try store.undo(change: change, by: .test)
    #expect(try store.entries() == before)
    #expect(try store.matches(for: LookupQuery("town", match: .exact)).isEmpty)
    #expect(try store.matches(for: LookupQuery("village", match: .exact)).count == 1)
    try store.undo(change: change + 1, by: .test)
    #expect(try store.entries().count == 2)
    #expect(try store.matches(for: LookupQuery("town", match: .exact)).count == 1)
  }

  @Test func `an import that changes nothing, and data of the program, leave no trace`() throws {
    let store = try GlossaryStore.inMemory()
    try store.install(GlossaryInfo(name: "ships"), entries: [entry("s", "村", "village")])
    #expect(try store.history().isEmpty)
    try store.install(info, entries: [entry("a", "村", "village")], by: .test)
    #expect(try store.install(info, entries: [entry("a", "村", "village")], by: .test).change == nil)
    #expect(try store.edit("a", in: "mine", by: .test) { _ in }.change == nil)
    #expect(try store.history().count == 1)
  }

  @Test func `what was changed since is not overwritten`() throws {
    let store = try GlossaryStore.inMemory()
    try store.install(info, entries: [entry("a", "村", "village"), entry("b", "城", "city")], by: .test)
    try store.edit("a", in: "mine", by: .test) { $0.note = "1" }
    try store.edit("b", in: "mine", by: .test) { $0.note = "2" }
    let state = try store.entries()
    #expect(reason { try store.undo(change: 1, by: .test) } == .changedSince(1, concept: "a", later: 2))
    #expect(try store.entries() == state)
    #expect(try store.history().count == 3)
    // A concept of the same id that came after the removed one stays.
    try store.remove(entries: ["a"], from: "mine", by: .test)
    try store.add(entry("a", "屯", "hamlet"), to: info, by: .test)
    #expect(reason { try store.undo(change: 4, by: .test) } == .changedSince(4, concept: "a", later: nil))
    try store.undo(last: 2, by: .test)
    #expect(try store.entries() == state)
  }

  @Test func `a rank is changed and given back`() throws {
    let store = try GlossaryStore.inMemory()
    try store.install(GlossaryInfo(name: "x", rank: 10), entries: [entry("a", "村", "village")])
    try store.install(GlossaryInfo(name: "y", rank: 20), entries: [entry("a", "村", "hamlet")])
    try store.setRank(5, of: "y", by: .test)
    #expect(try store.glossaries().map(\.name) == ["y", "x"])
    try store.setRank(5, of: "y", by: .test)
    #expect(try store.history().map(\.action) == [.rank])
    try store.undo(by: .test)
    #expect(try store.glossaries().map(\.name) == ["x", "y"])
    #expect(reason { try store.setRank(1, of: "z", by: .test) } == .unknownGlossary("z", known: ["x", "y"]))
  }

  @Test func `what cannot be done is refused, and nothing changes`() throws {
    let store = try GlossaryStore.inMemory()
    try store.add(entry("a", "村", "village"), to: info, by: .test)
    #expect(
      reason { try store.add(entry("a", "x", "y"), to: info, by: .test) } == .duplicateConcept("a", glossary: "mine"))
    #expect(
      reason { try store.add(ConceptEntry(id: "b", terms: []), to: info, by: .test) }
        == .unstorableConcept("b", .noTerm))
    #expect(
      reason { try store.remove(entries: ["a", "c"], from: "mine", by: .test) }
        == .unknownConcept("c", glossary: "mine"))
    #expect(
      reason { try store.edit("a", in: "mine", by: .test) { $0.note = "\u{0}" } }
        == .unstorableConcept("a", .nullCharacter))
    #expect(try store.entries() == [entry("a", "村", "village")])
    #expect(try store.history().count == 1)
  }

  /// Edits by chance, among them undos, imports and other ranks; then everything is taken back.
  @Test func `undoing everything gives the first state again`() throws {
    for seed in 1...4 {
      var chance = SeededEntries(seed: UInt64(seed))
      let store = try GlossaryStore.inMemory()
      try store.install(info, entries: (0..<20).map { chance.entry("e\($0)") })
      let first = try store.entries()
      for _ in 0..<40 {
        try change(store, &chance)
      }
      let effective = try store.history(limit: 1000).filter { $0.undoes == nil && !$0.isUndone }
      try store.undo(last: effective.count + 5, by: .test)
      #expect(try store.entries() == first, "seed \(seed)")
      #expect(try store.glossaries() == [info], "seed \(seed)")
      for query in ["淘宝村", "Brain", "taobaocun"] {
        let fresh = try GlossaryStore.inMemory()
        try fresh.install(info, entries: first)
        let limit = 1000
        #expect(
          try store.matches(for: LookupQuery(query, limit: limit))
            == fresh.matches(for: LookupQuery(query, limit: limit)), "seed \(seed)")
      }
    }
  }

  private func change(_ store: GlossaryStore, _ chance: inout SeededEntries) throws {
    let ids = try store.entries(in: "mine").map(\.id)
    let number = chance.number(below: 8)
    let target = ids.isEmpty ? "none" : ids[chance.number(below: ids.count)]
    switch number {
    case 0, 1:
      let wanted = chance.entry(target)
      if !ids.isEmpty { try store.edit(target, in: "mine", by: .test) { $0 = wanted } }
    case 2: if !ids.isEmpty { try store.remove(entries: [target], from: "mine", by: .test) }
    case 3:
      let new = chance.entry("n\(chance.number(below: 1_000_000_000))")
      try store.add(new, to: info, by: .test)
    case 4:
      let imported = (0..<6).map { _ in chance.entry("e\(chance.number(below: 40))") }
      try store.install(info, entries: imported, by: .test)
    case 5: try store.setRank(chance.number(below: 200), of: "mine", by: .test)
    case 6: _ = try? store.undo(by: .test)
    default:
      let imported = (0..<3).map { _ in chance.entry("e\(chance.number(below: 9))") }
      try store.install(GlossaryInfo(name: "other"), entries: imported, by: .test)
    }
  }
}
