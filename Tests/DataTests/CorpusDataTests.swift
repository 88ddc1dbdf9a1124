import Foundation
import TestSupport
import Testing

/// Checks the corpus itself: that segments spell their article, and that beads and links fit them.
struct CorpusDataTests {
  private static func folders(_ kind: String) -> [URL] {
    let folder = TestFolders.inProject("corpus/\(kind)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }

  private static func lines(_ url: URL) throws -> [String] {
    var lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func withoutSpace(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func `segments spell their article`() throws {
    for folder in Self.folders("parallel") + Self.folders("comparable") {
      for language in ["zh", "en"] {
        let article = try String(contentsOf: folder.appending(path: "\(language).txt"), encoding: .utf8)
        let segments = try Self.lines(folder.appending(path: "\(language).sentences"))
        #expect(
          Self.withoutSpace(segments.joined()) == Self.withoutSpace(article), "\(folder.lastPathComponent) \(language)")
        #expect(segments.allSatisfy { !$0.isEmpty && $0 == $0.trimmingCharacters(in: .whitespaces) })
      }
    }
  }

  @Test func `articles have their length, and there are enough of them`() throws {
    let folders = Self.folders("parallel")
    #expect(folders.count >= 8)
    for folder in folders {
      let count = Self.withoutSpace(try String(contentsOf: folder.appending(path: "zh.txt"), encoding: .utf8)).count
      #expect((300...900).contains(count), "\(folder.lastPathComponent): \(count)")
    }
    #expect(Self.folders("comparable").count >= 3)
  }

  @Test func `beads name every segment once and in order, in all shapes`() throws {
    var shapes: [String: Int] = [:]
    for folder in Self.folders("parallel") {
      var next = (chinese: 0, english: 0)
      for line in try Self.lines(folder.appending(path: "beads")) {
        let sides = line.components(separatedBy: ":").map { side in
          side.trimmingCharacters(in: ["[", "]"]).components(separatedBy: ",").compactMap { Int($0) }
        }
        try #require(sides.count == 2, "\(folder.lastPathComponent): \(line)")
        #expect(
          sides[0] == Array(next.chinese..<(next.chinese + sides[0].count)), "\(folder.lastPathComponent): \(line)")
        #expect(
          sides[1] == Array(next.english..<(next.english + sides[1].count)), "\(folder.lastPathComponent): \(line)")
        next = (next.chinese + sides[0].count, next.english + sides[1].count)
        shapes["\(sides[0].count)-\(sides[1].count)", default: 0] += 1
      }
      #expect(next.chinese == (try Self.lines(folder.appending(path: "zh.sentences"))).count)
      #expect(next.english == (try Self.lines(folder.appending(path: "en.sentences"))).count)
    }
    for shape in ["1-1", "1-2", "2-1", "1-0", "0-1"] { #expect(shapes[shape, default: 0] >= 5, "\(shape)") }
  }

  @Test func `links point at segments`() throws {
    for folder in Self.folders("comparable") {
      let counts = try ["zh", "en"].map { try Self.lines(folder.appending(path: "\($0).sentences")).count }
      let links = try Self.lines(folder.appending(path: "links"))
      #expect(links.count >= 8)
      for line in links {
        let fields = line.components(separatedBy: "\t")
        try #require(fields.count == 3, "\(folder.lastPathComponent): \(line)")
        #expect(["1", "2"].contains(fields[2]))
        for (field, count) in zip(fields, counts) {
          let indices = field.components(separatedBy: ",").compactMap { Int($0) }
          #expect(
            !indices.isEmpty && indices.allSatisfy { (0..<count).contains($0) }, "\(folder.lastPathComponent): \(line)")
        }
      }
    }
  }

  @Test func `every damaged text has its clean twin`() throws {
    let folder = TestFolders.inProject("corpus/damaged")
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    let damaged = names.filter { $0.hasSuffix(".txt") && !$0.contains(".clean.") }
    #expect(damaged.count >= 6)
    for name in damaged {
      #expect(names.contains(name.replacingOccurrences(of: ".txt", with: ".clean.txt")), "\(name)")
    }
  }
}
