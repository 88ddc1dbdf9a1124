import Formats
import Foundation
import Terminology
import TestSupport
import Testing
import TextCore

/// Files of other programs, sound and broken ones, from the test suites of those programs: each is read with the right
/// counts or refused, and none does harm.
///
/// `Tests/Collection/expected.tsv` says what must come of each; the counts were taken with another reader. To write it
/// anew: `UPDATE_GOLDENS=1 swift test --filter CollectionTests`, then read the diff.
struct CollectionTests {
  static let folder = TestFolders.inEvaluation("files")
  static let table = TestFolders.inProject("Tests/Collection/expected.tsv")

  /// The paths of all files, relative to the folder, sorted.
  private static func paths(in folder: URL) -> [String] {
    (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted().filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && path != "SOURCES.tsv"
    }
  }

  /// What comes of a file: the format, concepts, terms and what was left out, or where it was refused.
  private static func outcome(of path: String, in folder: URL) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
    guard let format = GlossaryFormat.recognized(in: bytes) ?? .forPath(path), format.isReadable else {
      return "no format"
    }
    do {
      let glossary = try format.glossary(in: bytes, path: path)
      let terms = glossary.entries.reduce(0) { $0 + $1.terms.count }
      let left = glossary.remarks.reduce(0) { $0 + $1.count }
      return "\(format.id)\t\(glossary.entries.count)\t\(terms)\t\(left)"
    } catch {
      #expect(error.path == path)
      return "\(format.id)\trefused\t\(error.line.map(String.init) ?? "-")\t\(error.explanation)"
    }
  }

  @Test(.enabled(if: folder != nil, "needs the collection of files"))
  func `every file is read with the right counts or refused with its line`() throws {
    let folder = try #require(Self.folder)
    var lines: [String] = []
    for path in Self.paths(in: folder) {
      var outcome = ""
      let time = try ProcessorTime.spent { outcome = try Self.outcome(of: path, in: folder) }
      #expect(time < .seconds(20), "\(path)")
      lines.append("\(path)\t\(outcome)")
    }
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: Self.table.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: Self.table)
      return
    }
    let expected = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n").map(String.init)
    for (line, wanted) in zip(lines, expected) where line != wanted { Issue.record("\(line)\nwanted: \(wanted)") }
    #expect(lines.count == expected.count)
  }

  @Test(.enabled(if: folder != nil, "needs the collection of files"))
  func `what was read can be written in every format, and read again`() throws {
    let folder = try #require(Self.folder)
    for path in Self.paths(in: folder) {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
      guard let format = GlossaryFormat.recognized(in: bytes) ?? .forPath(path), format.isReadable,
        let read = try? format.entries(in: bytes, path: path), !read.isEmpty, read.count < 1000
      else { continue }
      for format in XMLFormatTests.formats where !["tmx", "xliff", "xliff12"].contains(format.id) {
        let file = try #require(format.file(holding: read))
        let again = try format.entries(in: file.bytes, path: path)
        #expect(again.count == read.count, "\(path) as \(format.id)")
        if let (left, right) = zip(again, read).first(where: { SampleEntries.settled($0) != SampleEntries.settled($1) })
        {
          Issue.record(
            "\(path) as \(format.id): \(SampleEntries.difference(SampleEntries.settled(left), SampleEntries.settled(right)))"
          )
        }
      }
    }
  }
}
