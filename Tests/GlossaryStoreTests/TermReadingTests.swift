import GRDB
import GlossaryStore
import Terminology
import TestSupport
import Testing

/// Terms that bring no pinyin are looked up by the reading that the store was given a reader for.
struct TermReadingTests {
  private static let readings = ["对照村": "duìzhàocūn", "对照": "duìzhào", "城市": "chéngshì"]
  private static let pinyinOf: TermReading = { readings[$0] }
  private static let mine = GlossaryInfo(name: "mine")

  private func found(_ query: String, in store: GlossaryStore) throws -> String? {
    try store.matches(for: LookupQuery(query)).first?.entry.id
  }

  @Test func `however a term came in, it is found by its reading, which is not stored`() throws {
    let store = try GlossaryStore.inMemory(pinyinOf: Self.pinyinOf)
    #expect(try found("duizhaocun", in: store) == nil)
    try store.install(Self.mine, entries: [entry("village", "对照村", "village")])
    try store.add(entry("pair", "对照", "side by side"), to: Self.mine, by: .test)
    try store.add(entry("unread", "饕餮", "glutton"), to: Self.mine, by: .test)
    #expect(try found("duizhaocun", in: store) == "village")
    #expect(try store.matches(for: LookupQuery("duizhaocun")).first?.kind == .pinyin)
    #expect(try found("dzc", in: store) == "village")
    #expect(try found("dui zhao", in: store) == "pair")
    #expect(try found("taotie", in: store) == nil)
    try store.edit("pair", in: "mine", by: .test) { $0.terms[0].text = "城市" }
    #expect(try found("chengshi", in: store) == "pair")
    try store.undo(by: .test)
    #expect(try found("duizhao", in: store) == "pair")
    #expect(try store.entries().allSatisfy { $0.terms.allSatisfy { $0.pinyin == nil } })
  }

  @Test func `a large import has the same keys as a small one`() throws {
    let store = try GlossaryStore.inMemory(pinyinOf: { _ in "duìzhàocūn" })
    try store.install(Self.mine, entries: (0..<2000).map { entry("v\($0)", "村\($0)", "village \($0)") })
    #expect(try store.matches(for: LookupQuery("duizhaocun", limit: 3)).count == 3)
    #expect(try store.matches(for: LookupQuery("duizaocun", limit: 3)).count == 3)
  }

  @Test func `a database of an older release gains the readings when it is opened for writing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.sqlite")
    let old = try GlossaryStore.create(path: path)
    try old.install(Self.mine, entries: [entry("village", "对照村", "village"), entry("city", "城市", "city")])
    old.close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 5") }
    try queue.close()
    let store = try GlossaryStore.open(path: path, mode: .readWrite, pinyinOf: Self.pinyinOf)
    #expect(try found("duizhaocun", in: store) == "village")
    #expect(try found("duizaocun", in: store) == "village")
    #expect(try found("cs", in: store) == "city")
    store.close()
    #expect(try found("duizhaocun", in: GlossaryStore.open(path: path)) == "village")
  }
}
