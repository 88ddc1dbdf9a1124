import Foundation
import TestSupport
import Testing

/// `duizhao link --index`: what goes in, what comes out, and what happens to files meanwhile.
struct LinkIndexCommandTests {
  private static let slugs = ["anhe-fruit-train", "dongyu-drone-mail", "luoshan-seed-fair"]

  private func articles(_ program: Program) throws {
    for language in ["zh", "en"] {
      let folder = program.folder.url.appending(path: language)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for slug in Self.slugs {
        try FileManager.default.copyItem(
          at: TestFolders.inProject("corpus/comparable/\(slug)/\(language).txt"),
          to: folder.appending(path: "\(slug).txt"))
      }
    }
  }

  private let add = ["link", "--index", "i.sqlite", "--add", "--zh", "zh", "--en", "en"]

  @Test func `the index links as the folders do, in both directions, and for an article that is not in it`() throws {
    let program = try Program()
    try articles(program)
    let added = try program.run(add)
    #expect(added.status == 0)
    #expect(added.error.contains("i.sqlite: 6 added, 0 changed, 0 removed, 0 as they were"), "\(added.error)")
    for direction in ["zh", "en"] {
      let rows = try program.run("link", "--index", "i.sqlite", "--for", direction, "--format", "tsv").output
        .split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
      #expect(rows.count == 3)
      for row in rows { #expect(row[0] == row[1], "\(row)") }
    }
    let folders = try program.run("link", "--zh", "zh", "--en", "en", "--format", "tsv").output.split(separator: "\n")
    let index = try program.run("link", "--index", "i.sqlite", "--format", "tsv").output.split(separator: "\n")
    for (a, b) in zip(folders.dropFirst(), index.dropFirst()) {
      let (one, two) = (a.split(separator: "\t"), b.split(separator: "\t"))
      #expect(one[0] == two[0] && one[1] == two[1] && one[4] == two[4])
      #expect(abs((Double(one[3]) ?? 0) - (Double(two[3]) ?? 1)) < 0.001)
    }
    let article = TestFolders.inProject("corpus/comparable/luoshan-seed-fair/en.txt").path
    let answer = try program.run("link", "--index", "i.sqlite", article, "--format", "tsv").output
    #expect(answer.contains("luoshan-seed-fair.txt\t\(article)\t1\t"), "\(answer)")
    #expect(try program.folder.names() == ["en", "i.sqlite", "zh"])
  }

  @Test func `new, changed and deleted files are noticed`() throws {
    let program = try Program()
    try articles(program)
    #expect(try program.run(add).status == 0)
    #expect(try program.run(add).error.contains("0 added, 0 changed, 0 removed, 6 as they were"))
    try program.folder.write("新的一篇，讲安河的水果列车。\n", to: "zh/new.txt")
    try FileManager.default.removeItem(atPath: program.folder.path("en/dongyu-drone-mail.txt"))
    try program.folder.write("The seed fair of Luoshan opened.\n", to: "en/luoshan-seed-fair.txt")
    let asked = try program.run("link", "--index", "i.sqlite", "zh/dongyu-drone-mail.txt", "--top", "3")
    #expect(asked.error.contains("en/dongyu-drone-mail.txt is gone since it was indexed"), "\(asked.error)")
    let result = try program.run(add)
    #expect(result.error.contains("1 added, 1 changed, 1 removed, 4 as they were"), "\(result.error)")
    let links = try program.run("link", "--index", "i.sqlite", "--top", "9", "--format", "tsv").output
    #expect(!links.contains("\tdongyu-drone-mail.txt\t"))
  }

  @Test func `documents of a JSON Lines file, unreadable files, names that are taken`() throws {
    let program = try Program()
    try articles(program)
    try program.folder.write(
      """
      {"id":"a","lang":"zh","text":"2031年，Zorblax 公司在安河开了 417 家店。"}
      {"id":"b","lang":"en","text":"In 2031 Zorblax opened 417 shops in Anhe."}
      """, to: "d.jsonl")
    let first = try program.run("link", "--index", "i.sqlite", "--add", "d.jsonl", "zh", "en")
    #expect(first.error.contains("8 added"), "\(first.error)")
    #expect(try program.run("link", "--index", "i.sqlite", "--format", "tsv").output.contains("a\tb\t1\t"))
    try program.folder.write("", to: "zh/empty.txt")
    try FileManager.default.createDirectory(
      at: program.folder.url.appending(path: "more"), withIntermediateDirectories: true)
    try program.folder.write("另一篇。又一句。\n", to: "more/\(Self.slugs[0]).txt")
    let second = try program.run("link", "--index", "i.sqlite", "--add", "zh", "more")
    #expect(second.status == 2)
    #expect(second.error.contains("zh/empty.txt: error: the file is empty"), "\(second.error)")
    // A name stands for one document of a language: the later one does not push out the earlier.
    let taken = "more/\(Self.slugs[0]).txt: error: has the name of"
    #expect(second.error.contains(taken), "\(second.error)")
  }

  @Test func `what is no index, or cannot be one, is told`() throws {
    let program = try Program()
    try articles(program)
    let ask = ["link", "--index", "i.sqlite", "zh/\(Self.slugs[0]).txt"]
    #expect(try program.run(ask).error.contains("i.sqlite: error: no such index"))
    try program.folder.write(String(repeating: "no database ", count: 99), to: "i.sqlite")
    #expect(try program.run(ask).error.contains("i.sqlite: error: is not an index of documents"))
    #expect(try program.run(add).status == 2)
    #expect(try program.run("link", "--index", "no/i.sqlite", "--add", "zh").error.contains("cannot be opened"))
    let foreign = try program.run("link", "--index", program.database, "zh/\(Self.slugs[0]).txt")
    #expect(foreign.error.contains("is a database of another program"), "\(foreign.error)")
    #expect(try program.run("link", "--add", "zh").status == 2)
    #expect(try program.run("link", "--index", "i.sqlite", "--add").status == 2)
  }
}
