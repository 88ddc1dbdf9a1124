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

  /// The names of the articles in a folder: `zh` and `en`, or `zh-1`, `zh-2` and so on.
  private static func articles(_ folder: URL, _ language: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasPrefix(language) && $0.hasSuffix(".sentences") }
      .map { String($0.dropLast(".sentences".count)) }
  }

  private static func withoutSpace(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test func `segments spell their article`() throws {
    for folder in ["parallel", "reordered", "comparable", "events"].flatMap(Self.folders) {
      for language in ["zh", "en"] {
        let articles = try Self.articles(folder, language)
        #expect(!articles.isEmpty, "\(folder.lastPathComponent)")
        for name in articles {
          let article = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
          let segments = try Self.lines(folder.appending(path: "\(name).sentences"))
          #expect(
            Self.withoutSpace(segments.joined()) == Self.withoutSpace(article), "\(folder.lastPathComponent) \(name)")
          #expect(segments.allSatisfy { !$0.isEmpty && $0 == $0.trimmingCharacters(in: .whitespaces) })
        }
      }
    }
  }

  @Test func `articles have their length, and there are enough of them`() throws {
    let folders = Self.folders("parallel") + Self.folders("reordered")
    var long = 0
    for folder in folders {
      let count = Self.withoutSpace(try String(contentsOf: folder.appending(path: "zh.txt"), encoding: .utf8)).count
      #expect((200...1500).contains(count), "\(folder.lastPathComponent): \(count)")
      if try Self.lines(folder.appending(path: "zh.sentences")).count >= 30 { long += 1 }
    }
    #expect(Self.folders("parallel").count >= 20)
    #expect(Self.folders("reordered").count >= 2)
    #expect(long >= 8)
    #expect(Self.folders("comparable").count + Self.folders("events").count >= 6)
  }

  @Test func `beads name every segment once and in order, in all shapes`() throws {
    var shapes: [String: Int] = [:]
    for folder in Self.folders("parallel") {
      let beads = try Self.beads(folder)
      #expect(beads.flatMap(\.chinese) == Array(0..<(try Self.count(folder, "zh"))), "\(folder.lastPathComponent)")
      #expect(beads.flatMap(\.english) == Array(0..<(try Self.count(folder, "en"))), "\(folder.lastPathComponent)")
      for bead in beads { shapes["\(bead.chinese.count)-\(bead.english.count)", default: 0] += 1 }
    }
    for shape in ["1-1", "1-2", "2-1", "2-2", "1-0", "0-1"] { #expect(shapes[shape, default: 0] >= 10, "\(shape)") }
    for shape in ["1-3", "3-1", "3-2", "2-3", "4-1"] { #expect(shapes[shape, default: 0] >= 1, "\(shape)") }
  }

  @Test func `moved paragraphs are moved as they are`() throws {
    for folder in Self.folders("reordered") {
      let beads = try Self.beads(folder)
      let english = beads.flatMap(\.english)
      #expect(beads.flatMap(\.chinese) == Array(0..<(try Self.count(folder, "zh"))), "\(folder.lastPathComponent)")
      #expect(english != english.sorted(), "\(folder.lastPathComponent)")
      #expect(english.sorted() == Array(0..<(try Self.count(folder, "en"))), "\(folder.lastPathComponent)")
      for bead in beads {
        let first = bead.english.first ?? 0
        #expect(bead.english == Array(first..<(first + bead.english.count)), "\(folder.lastPathComponent) \(bead)")
      }
    }
  }

  @Test func `links point at segments`() throws {
    for folder in Self.folders("comparable") {
      #expect(try Self.checkedLinks(folder, "links", chinese: "zh", english: "en") >= 8)
    }
  }

  @Test func `each desk of an event is linked with each of the other language`() throws {
    for folder in Self.folders("events") {
      let (chinese, english) = (try Self.articles(folder, "zh"), try Self.articles(folder, "en"))
      #expect(min(chinese.count, english.count) >= 2, "\(folder.lastPathComponent)")
      var links = 0
      for one in chinese {
        for other in english {
          links += try Self.checkedLinks(folder, "\(one).\(other).links", chinese: one, english: other)
        }
      }
      #expect(links >= 8 * min(chinese.count, english.count), "\(folder.lastPathComponent)")
    }
  }

  @Test func `every damaged text has its clean twin`() throws {
    let folder = TestFolders.inProject("corpus/damaged")
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    let damaged = names.filter { $0.hasSuffix(".txt") && !$0.contains(".clean.") }
    #expect(damaged.count >= 30)
    for name in damaged {
      let twin = name.replacingOccurrences(of: ".txt", with: ".clean.txt")
      try #require(names.contains(twin), "\(name)")
      #expect(try Self.lines(folder.appending(path: name)) != Self.lines(folder.appending(path: twin)), "\(name)")
    }
  }

  @Test func `the list of the corpus names every folder and every damaged text`() throws {
    let list = try String(contentsOf: TestFolders.inProject("corpus/README.md"), encoding: .utf8)
    for folder in ["parallel", "reordered", "comparable", "events"].flatMap(Self.folders) {
      #expect(list.contains("| \(folder.lastPathComponent) |"), "\(folder.lastPathComponent)")
    }
    for url in Self.folders("damaged") where !url.lastPathComponent.contains(".clean.") {
      #expect(list.contains("`\(url.lastPathComponent)`"), "\(url.lastPathComponent)")
    }
  }

  private static func count(_ folder: URL, _ article: String) throws -> Int {
    try lines(folder.appending(path: "\(article).sentences")).count
  }

  private static func beads(_ folder: URL) throws -> [(chinese: [Int], english: [Int])] {
    try lines(folder.appending(path: "beads")).map { line in
      let sides = line.components(separatedBy: ":").map { side in
        side.trimmingCharacters(in: ["[", "]"]).components(separatedBy: ",").compactMap { Int($0) }
      }
      try #require(sides.count == 2 && !(sides[0] + sides[1]).isEmpty, "\(folder.lastPathComponent): \(line)")
      return (sides[0], sides[1])
    }
  }

  /// The number of links in a file, after each has been held against the two articles.
  private static func checkedLinks(_ folder: URL, _ file: String, chinese: String, english: String) throws -> Int {
    let counts = [try count(folder, chinese), try count(folder, english)]
    let links = try lines(folder.appending(path: file))
    var places: [[Int]] = []
    for line in links {
      let fields = line.components(separatedBy: "\t")
      try #require(fields.count == 3, "\(folder.lastPathComponent): \(line)")
      #expect(["1", "2"].contains(fields[2]))
      let sides = fields.prefix(2).map { $0.components(separatedBy: ",").compactMap { Int($0) } }
      for (indices, count) in zip(sides, counts) {
        try #require(
          !indices.isEmpty && indices.allSatisfy { (0..<count).contains($0) }, "\(folder.lastPathComponent): \(line)")
      }
      places.append([sides[0][0], sides[1][0]])
    }
    let sorted = places.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(places == sorted, "\(folder.lastPathComponent) \(file)")
    return links.count
  }
}
