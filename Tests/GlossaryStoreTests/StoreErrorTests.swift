import Foundation
import GRDB
import GlossaryStore
import Testing

/// Every way in which a file can fail to be a usable store.
struct StoreErrorTests {
  /// The reason of the error that opening the file gives.
  private func reason(_ path: String, mode: GlossaryStore.Mode = .readOnly) -> StoreError.Reason? {
    do {
      try GlossaryStore.open(path: path, mode: mode).close()
      return nil
    } catch {
      #expect(error.path == path)
      #expect(error.description.hasPrefix("\(path): error: "))
      return error.reason
    }
  }

  @Test func `a missing file`() throws {
    let folder = try TemporaryFolder()
    #expect(reason(folder.path("none.sqlite")) == .missingFile)
    #expect(reason(folder.path("none.sqlite"), mode: .readWrite) == .missingFile)
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
  }

  @Test func `a file that is no database`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("terms.csv")
    try Data(String(repeating: "zh-Hans,en\n淘宝村,Taobao Village\n", count: 40).utf8).write(to: URL(filePath: path))
    #expect(reason(path) == .notADatabase)
    #expect(reason(path, mode: .readWrite) == .notADatabase)
  }

  @Test func `an empty file and a database of another program`() throws {
    let folder = try TemporaryFolder()
    let empty = folder.path("empty.sqlite")
    try Data().write(to: URL(filePath: empty))
    #expect(reason(empty) == .foreignDatabase(applicationID: 0))
    let foreign = folder.path("foreign.sqlite")
    let queue = try DatabaseQueue(path: foreign)
    try queue.write { try $0.execute(sql: "CREATE TABLE t(x); PRAGMA application_id = 42") }
    try queue.close()
    #expect(reason(foreign) == .foreignDatabase(applicationID: 42))
    #expect(reason(foreign, mode: .readWrite) == .foreignDatabase(applicationID: 42))
    let after = try DatabaseQueue(path: foreign)
    #expect(try after.read { try $0.tableExists("glossary") } == false)
  }

  @Test func `a schema that is newer than ours`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("new.sqlite")
    try GlossaryStore.create(path: path).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(reason(path) == .newerSchema(found: 99, known: 6))
    #expect(reason(path, mode: .readWrite) == .newerSchema(found: 99, known: 6))
  }

  @Test func `a store that another program writes to`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("locked.sqlite")
    try GlossaryStore.create(path: path).close()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    #expect(reason(path, mode: .readWrite) == .locked)
    try queue.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(reason(path, mode: .readWrite) == nil)
  }

  @Test func `a store that is there already is not created again`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("twice.sqlite")
    try GlossaryStore.create(path: path).close()
    #expect(throws: StoreError(path: path, .alreadyExists)) { try GlossaryStore.create(path: path) }
    let nowhere = folder.path("no/such/folder.sqlite")
    #expect(throws: StoreError(path: nowhere, .cannotOpen)) { try GlossaryStore.create(path: nowhere) }
  }

  @Test func `a store opened for reading cannot be written to, and is one file that needs no other`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("terms.sqlite")
    let store = try GlossaryStore.create(path: path)
    try store.install(GlossaryInfo(name: "a"), entries: [entry("1", "村", "village")])
    store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["terms.sqlite"])
    let reader = try GlossaryStore.open(path: path)
    #expect(throws: StoreError(path: path, .readOnly)) {
      try reader.install(GlossaryInfo(name: "a"), entries: [entry("2", "城", "city")])
    }
    #expect(try reader.entryCount() == 1)
  }

  @Test func `a glossary that is not there`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("terms.sqlite")
    let store = try GlossaryStore.create(path: path)
    try store.install(GlossaryInfo(name: "a"), entries: [])
    #expect(throws: StoreError(path: path, .unknownGlossary("b", known: ["a"]))) { try store.entries(in: "b") }
    #expect(throws: StoreError(path: path, .unknownGlossary("b", known: ["a"]))) { try store.remove(glossary: "b") }
  }

  @Test func `a damaged file is refused, never worse`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("terms.sqlite")
    let store = try GlossaryStore.create(path: path)
    try store.install(GlossaryInfo(name: "a"), entries: (0..<200).map { entry("e\($0)", "村\($0)", "village \($0)") })
    store.close()
    let whole = try Data(contentsOf: URL(filePath: path))
    var state: UInt64 = 11
    for round in 0..<30 {
      var bytes = whole
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[100 + Int(state >> 33) % (bytes.count - 100)] = UInt8(truncatingIfNeeded: state >> 17)
      }
      if round % 3 == 0 { bytes = bytes.prefix(bytes.count / 2) }
      try bytes.write(to: URL(filePath: path))
      do {
        let damaged = try GlossaryStore.open(path: path)
        _ = try damaged.matches(for: LookupQuery("village 7"))
        _ = try damaged.entries()
      } catch { #expect(error.path == path) }
    }
  }
}
