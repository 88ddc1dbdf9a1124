import Foundation
import Glibc
import GlossaryStore
import Terminology
import TestSupport
import Testing

/// Several programs at one database, some of which come to a sudden end.
@Suite(.serialized)
struct ProcessTests {
  private static let batch = 40

  /// A program that writes into a store and reports each change that is done.
  private struct Writer {
    private let process = Process()
    private let output = Pipe()

    init(_ path: String, name: String, count: Int, kind: String) throws {
      process.executableURL = try #require(BuiltProducts.executable("StoreWriter"))
      process.arguments = [path, name, String(count), kind]
      process.standardOutput = output
      try process.run()
    }

    /// Waits for the first report and a little longer, and kills the program without warning.
    func kill(after microseconds: UInt32) {
      _ = try? output.fileHandleForReading.read(upToCount: 1)
      usleep(microseconds)
      Glibc.kill(process.processIdentifier, SIGKILL)
    }

    /// Waits for the end; gives the exit code and how many changes were reported.
    func end() throws -> (status: Int32, reported: Int) {
      let rest = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (process.terminationStatus, rest.count { $0 == UInt8(ascii: "\n") })
    }
  }

  /// A hundred times: what was reported is there, what was not is there wholly or not at all, and the rest stands.
  @Test func `a kill at any moment loses nothing that was reported, and leaves nothing half-done`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("terms.sqlite")
    try GlossaryStore.create(path: path).close()
    var chance = SeededEntries(seed: 3)
    var expected = 0
    for round in 0..<100 {
      let kind = round % 2 == 0 ? "edit" : "import"
      let size = kind == "edit" ? 1 : Self.batch
      let writer = try Writer(path, name: "w\(round)", count: 1_000_000, kind: kind)
      writer.kill(after: UInt32(chance.number(below: 4000)))
      let reported = try writer.end().reported
      #expect(reported > 0)
      // Every tenth time for writing, which looks through the whole file after a kill.
      let store = try GlossaryStore.open(path: path, mode: round % 10 == 0 ? .readWrite : .readOnly)
      let count = try store.entryCount() - expected
      #expect(count % size == 0 && count / size >= reported, "round \(round): \(count) of \(reported)")
      #expect(count / size <= reported + 1)
      let last = kind == "edit" ? "w\(round)-\(reported - 1)" : "w\(round)-\(reported - 1)-\(size - 1)"
      #expect(try store.entry(withID: last)?.extra == [ExtraField(name: "x", value: last)])
      #expect(try store.matches(for: LookupQuery("village \(last)", match: .exact)).map(\.entry.id) == [last])
      expected += count
      store.close()
    }
    let store = try GlossaryStore.open(path: path, mode: .readWrite)
    let changes = try store.history(limit: .max)
    #expect(changes.reduce(0) { $0 + $1.entryCount } == expected)
    let undone = try store.undo(last: 10, by: .test)
    #expect(try store.entryCount() == expected - undone.reduce(0) { $0 + $1.entryCount })
  }

  @Test func `two programs write at once while others read, and nothing is lost`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("terms.sqlite")
    try GlossaryStore.create(path: path).close()
    let writers = try ["a", "b"].map { try Writer(path, name: $0, count: 60, kind: "edit") }
    var seen = 0
    for _ in 0..<20 {
      let store = try GlossaryStore.open(path: path)
      let count = try store.entryCount()
      #expect(count >= seen)
      #expect(try store.history(limit: .max).reduce(0) { $0 + $1.entryCount } >= count)
      seen = count
      store.close()
    }
    for writer in writers { #expect(try writer.end() == (0, 60)) }
    let store = try GlossaryStore.open(path: path, mode: .readWrite)
    #expect(try store.entryCount() == 120)
    #expect(Set(try store.history(limit: .max).map(\.id)) == Set(1...120))
    store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["terms.sqlite"])
  }
}

/// The programs that are built beside the tests.
enum BuiltProducts {
  static func executable(_ name: String) -> URL? {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let folders = [
      bundle.map { URL(filePath: $0).deletingLastPathComponent() }, TestFolders.inProject(".build/debug"),
    ]
    for folder in folders.compactMap({ $0 }) {
      for candidate in [folder, folder.deletingLastPathComponent()] {
        let url = candidate.appending(path: name)
        if FileManager.default.isExecutableFile(atPath: url.path) { return url }
      }
    }
    return nil
  }
}
