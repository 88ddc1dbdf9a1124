import Foundation
import TestSupport
import Testing

/// What surrounds the rules: folders, suppressions, baselines, changes, markup, the cache.
struct LintCommandTests {
  private static let split = "It cost 7 billion 900 million yuan.\n"

  private func makeFolder(_ program: Program, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: program.folder.url.appending(path: name), withIntermediateDirectories: true)
  }

  private func text(_ program: Program, _ name: String) throws -> String {
    String(decoding: try program.folder.bytes(name), as: UTF8.self)
  }

  private func git(_ program: Program, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", program.folder.url.path, "-c", "user.name=a", "-c", "user.email=a@b.c"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  // MARK: Folders

  @Test func `of a folder the texts are checked that Git and the configuration leave in`() throws {
    let program = try Program()
    for folder in ["deep", "built", ".hidden", "drafts"] { try makeFolder(program, folder) }
    for file in ["a.txt", "deep/b.md", "built/c.txt", ".hidden/d.txt", "drafts/e.txt", "deep/f.swift", "deep/g.html"] {
      try program.folder.write(Self.split, to: file)
    }
    try program.folder.write("zh-Hans,en\n并排,side by side\n", to: "glossary.csv")
    try program.folder.write("zh\ten\n投资480亿元。\tIt cost 4.8 billion yuan.\n", to: "t.tsv")
    try program.folder.write("built/\n", to: ".gitignore")
    try program.folder.write("files:\n  exclude: drafts\n", to: ".duizhao.yml")
    let result = try program.run("lint", "--select", "number", "--format", "jsonl")
    let paths = result.output.split(separator: "\n").compactMap { $0.split(separator: "\"").dropFirst(3).first }
    #expect(paths == ["a.txt", "deep/b.md", "deep/g.html", "t.tsv"], "\(result.output)\(result.error)")
    #expect(try program.run("lint", "built/c.txt", "--select", "number").status == 1)
    let serial = try program.run("lint", ".", "--jobs", "1", "--no-cache", "--select", "number", "--format", "jsonl")
    #expect(serial.output == result.output)
  }

  @Test func `a column missing in a late row is told with its line, and the other files are checked`() throws {
    let program = try Program()
    let rows = (1...10_000).map { $0 == 9_999 ? "\($0)\t苹果\n" : "\($0)\t苹果\tapple\n" }
    try program.folder.write("id\tzh\ten\n" + rows.joined(), to: "t.tsv")
    try program.folder.write("The the cat.\n", to: "a.txt")
    let result = try program.run("lint", "t.tsv", "a.txt", "--format", "jsonl")
    #expect(result.status == 2)
    #expect(result.error.contains("t.tsv:10000: error: "), "\(result.error)")
    #expect(!result.error.contains("header"), "\(result.error)")
    #expect(result.output.contains("duplicate/word"))
  }

  @Test func `the rows of a large table are checked on several threads, in their order`() throws {
    let program = try Program()
    let rows = (1...700).map { "\($0)\t销售额为\($0 % 9 + 2)亿元。\tThe pformation cost \($0 % 9 + 3)00 million yuan.\n" }
    try program.folder.write("id\tzh\ten\n" + rows.joined(), to: "t.tsv")
    let serial = try program.run("lint", "t.tsv", "--jobs", "1", "--no-cache", "--format", "jsonl")
    let threaded = try program.run("lint", "t.tsv", "--jobs", "4", "--no-cache", "--format", "jsonl")
    #expect(serial.output == threaded.output && serial.output.split(separator: "\n").count >= 700)
    let countless = try program.run("lint", "t.tsv", "--jobs", "\(Int.max)", "--no-cache", "--format", "jsonl")
    #expect(serial.output == countless.output)
  }

  @Test func `an unreadable file does not keep the others from being checked`() throws {
    let program = try Program()
    try program.folder.write(Self.split, to: "a.txt")
    try program.folder.write([0x00, 0x01, 0x02, 0x00, 0x03], to: "b.txt")
    let result = try program.run("lint", "b.txt", "missing.txt", "a.txt", "--format", "jsonl")
    #expect(result.status == 2)
    #expect(result.error.contains("b.txt: error: is not text"))
    #expect(result.error.contains("missing.txt: error: no such file"))
    #expect(result.output.contains("\"path\":\"a.txt\""))
  }

  @Test func `a file that cannot be written back does not keep the others from being mended`() throws {
    let program = try Program()
    // No draft fits beside a name of 254 bytes.
    let long = String(repeating: "a", count: 250) + ".txt"
    for name in [long, "b.txt"] { try program.folder.write("It cost 7 billion 900 million yuan.\n", to: name) }
    let result = try program.run("lint", long, "b.txt", "--fix", "--select", "number")
    #expect(result.status == 2)
    #expect(result.error.contains("\(long): error: cannot be written") && result.error.contains("1 repairs made"))
    #expect(try program.folder.bytes(long) == Array("It cost 7 billion 900 million yuan.\n".utf8))
    #expect(try program.folder.bytes("b.txt") == Array("It cost 7.9 billion yuan.\n".utf8))
  }

  @Test func `standard input goes by the name it is given`() throws {
    let program = try Program()
    try program.folder.write("overrides:\n  - files: quiet.md\n    ignore: number\n", to: ".duizhao.yml")
    let text = "`7 billion 900 million`\n\n" + Self.split
    let result = try program.run("lint", "-", "--stdin-filename", "a.md", "--format", "jsonl", input: text)
    #expect(result.output.contains("\"path\":\"a.md\",\"line\":3,"), "\(result.output)\(result.error)")
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(try program.run("lint", "-", "--stdin-filename", "quiet.md", input: text).status == 0)
    #expect(try program.run("lint", "a.txt", "--stdin-filename", "quiet.md").status == 2)
  }

  // MARK: Suppressions

  @Test func `a finding can be suppressed with a reason, and an idle suppression is reported`() throws {
    let program = try Program()
    try program.folder.write(
      """
      <!-- duizhao-ignore number/split-magnitude: quoted -->
      \(Self.split)
      \(Self.split)
      <!-- duizhao-disable number: a table of the report -->
      \(Self.split)
      <!-- duizhao-enable number -->

      <!-- duizhao-ignore number/mismatch, number: nothing here -->
      Nothing.

      <!-- duizhao-ignore numbr: why -->
      <!-- duizhao-ignore spacing/extra -->
      """, to: "a.md")
    let result = try program.run("lint", "a.md", "--format", "jsonl", "--select", "number,suppression,spacing")
    let found = result.output.split(separator: "\n").map(String.init)
    #expect(found.count == 5, "\(result.output)\(result.error)")
    #expect(found.first?.contains("\"line\":4,") == true && found.first?.contains("number/split-magnitude") == true)
    #expect(found.count { $0.contains("suppression/unused") } == 2)
    #expect(found.contains { $0.contains("suppression/unclear") && $0.contains("did you mean “number") })
    #expect(found.contains { $0.contains("suppression/unexplained") })
    // Rules that did not run leave their suppressions alone.
    #expect(try program.run("lint", "a.md", "--select", "url,suppression/unused").output.isEmpty)
    #expect(try program.run("lint", "a.md", "--select", "number/split-magnitude").output.contains("a.md:4:"))
  }

  @Test func `rows and plain files are suppressed from a column and from the configuration`() throws {
    let program = try Program()
    try program.folder.write(
      "zh\ten\tduizhao-ignore\n投资480亿元。\tIt cost 4.8 billion yuan.\tnumber: as in the report\n"
        + "投资480亿元。\tIt cost 4.8 billion yuan.\t\n", to: "t.tsv")
    let table = try program.run("lint", "t.tsv", "--format", "jsonl", "--select", "number")
    #expect(
      !table.output.contains("\"segment\":\"1\"") && table.output.contains("\"segment\":\"2\""), "\(table.output)")
    try program.folder.write(Self.split, to: "a.txt")
    try program.folder.write(
      """
      suppressions:
        - {files: a.txt, rules: number, text: 7 billion 900 million, reason: quoted}
        - {files: a.txt, rules: number, text: 8 billion, reason: gone}
      """, to: ".duizhao.yml")
    let plain = try program.run("lint", "a.txt", "--select", "number")
    #expect(plain.status == 0 && plain.output.isEmpty, "\(plain.output)")
    #expect(plain.error.contains(".duizhao.yml:3: warning: there is no finding of number in a.txt"), "\(plain.error)")
  }

  // MARK: Baseline

  @Test func `a baseline knows findings wherever they move, and may only become smaller`() throws {
    let program = try Program()
    try makeFolder(program, "deep")
    try program.folder.write(Self.split, to: "a.txt")
    let baseline = ["--baseline", "known.json", "--select", "number"]
    #expect(try program.run(["lint", "a.txt", "--update-baseline"] + baseline).status == 0)
    try program.folder.write("A new paragraph.\n\n" + Self.split, to: "a.txt")
    let moved = try program.run(["lint", "a.txt"] + baseline)
    #expect(moved.status == 0 && moved.output.isEmpty, "\(moved.output)")
    #expect(moved.error.contains("1 finding that the baseline knows is left out"))
    let elsewhere = try program.run(
      ["lint", "../a.txt", "--baseline", "../known.json"], directory: program.folder.url.appending(path: "deep"))
    #expect(elsewhere.status == 0, "\(elsewhere.output)")
    try program.folder.write(Self.split + "\nIt earned 3 billion 200 million yuan.\n", to: "a.txt")
    let new = try program.run(["lint", "a.txt"] + baseline)
    #expect(new.status == 1 && new.output.contains("3 billion 200 million") && !new.output.contains("7 billion 900"))
    let grown = try program.run(["lint", "a.txt", "--update-baseline"] + baseline)
    #expect(grown.status == 2 && grown.error.contains("would grow by a new finding"), "\(grown.error)")
    #expect(try program.run(["lint", "a.txt", "--update-baseline", "--allow-growth"] + baseline).status == 0)
    try program.folder.write("Nothing.\n", to: "a.txt")
    #expect(try program.run(["lint", "a.txt"] + baseline).error.contains("2 findings of the baseline are gone"))
    #expect(try program.run(["lint", "a.txt", "--update-baseline"] + baseline).error.contains("knows 0 findings"))
  }

  @Test func `a baseline of another version, and what is none, are errors`() throws {
    let program = try Program()
    try program.folder.write(Self.split, to: "a.txt")
    for (content, error) in [
      ("{\"version\": 9, \"findings\": []}", "is a baseline of version 9, this program knows version 1"),
      ("{\"findings\": []}", "is no baseline"), ("{\"version\": 1, \"findings\": [{}]}", "finding 1 is not whole"),
      ("[1,\n", "known.json:2: error:"),
    ] {
      try program.folder.write(content, to: "known.json")
      let result = try program.run("lint", "a.txt", "--baseline", "known.json")
      #expect(result.status == 2 && result.error.contains(error), "\(result.error)")
    }
    #expect(try program.run("lint", "a.txt", "--update-baseline").status == 2)
    let missing = try program.run("lint", "a.txt", "--baseline", "knwon.json")
    #expect(missing.status == 1 && missing.error.contains("knwon.json: warning: there is no such baseline yet"))
  }

  // MARK: Git

  @Test func `only lines that differ from a revision are reported`() throws {
    let program = try Program()
    try git(program, "init", "-q")
    try program.folder.write(Self.split + "\nFine.\n", to: "a.txt")
    try program.folder.write(Self.split, to: "b.txt")
    try git(program, "add", "-A")
    try git(program, "commit", "-q", "-m", "a")
    try program.folder.write(Self.split + "\nIt earned 3 billion 200 million yuan.\n", to: "a.txt")
    try program.folder.write("It lost 5 billion 100 million yuan.\n", to: "new.txt")
    let result = try program.run("lint", "--changed", "HEAD", "--select", "number", "--format", "jsonl")
    #expect(result.output.contains("3 billion 200 million"), "\(result.error)")
    #expect(result.output.contains("5 billion 100 million"))
    #expect(!result.output.contains("7 billion 900 million"))
    let unknown = try program.run("lint", "--changed", "nowhere")
    #expect(unknown.status == 2 && unknown.error.contains("there is no such revision"), "\(unknown.error)")
  }

  // MARK: Markup

  @Test func `of markup only the prose is judged and mended`() throws {
    let program = try Program()
    let markdown =
      "---\ncost: 7 billion 900 million yuan\n---\n# Title\n\n`7 billion 900 million yuan`, and it *cost*\n"
      + "[7 billion 900 million yuan](http://x.y/7).\r\n"
    try program.folder.write(markdown, to: "a.md")
    try program.folder.write(
      "<p title=\"7 billion 900 million yuan\">It cost 7 billion 900 million yuan.</p><p>7 <b>billion</b> 900 million yuan</p>",
      to: "a.html")
    _ = try program.run("lint", "a.md", "a.html", "--select", "number", "--fix")
    #expect(try text(program, "a.md") == markdown.replacing("[7 billion 900 million", with: "[7.9 billion"))
    let html = try text(program, "a.html")
    #expect(html.hasPrefix("<p title=\"7 billion 900 million yuan\">It cost 7.9 billion yuan.</p>"), "\(html)")
    // What marks stand in the middle of is reported, not mended.
    #expect(html.hasSuffix("<p>7 <b>billion</b> 900 million yuan</p>"))
    #expect(try program.run("lint", "a.html", "--select", "number").status == 1)
  }

  // MARK: Cache

  @Test func `the cache gives what a check gives, and notices every change`() throws {
    let program = try Program()
    try program.folder.write(Self.split, to: "a.txt")
    let arguments = ["lint", "a.txt", "--select", "number", "--format", "jsonl"]
    let first = try program.run(arguments)
    #expect(try program.run(arguments).output == first.output)
    #expect(try program.run(arguments + ["--no-cache"]).output == first.output)
    try program.folder.write("lint:\n  severity: {number: info}\n", to: ".duizhao.yml")
    #expect(try program.run(arguments).output.contains("\"severity\":\"info\""))
    try program.folder.write("It cost 8 billion 900 million yuan.\n", to: "a.txt")
    #expect(try program.run(arguments).output.contains("8.9 billion"))
  }

  @Test func `what each step took is told beside the findings`() throws {
    let program = try Program()
    try program.folder.write(Self.split, to: "a.txt")
    let arguments = ["lint", "a.txt", "--select", "number", "--format", "jsonl"]
    let timed = try program.run(arguments + ["--timings"])
    #expect(try timed.output == program.run(arguments).output)
    for step in ["repair", "words", "number/split-magnitude"] {
      #expect(timed.error.split(separator: "\n").contains { $0.hasSuffix("%  \(step)") }, "\(timed.error)")
    }
  }

  @Test func `the style of a project is its own`() throws {
    let program = try Program()
    try program.folder.write("It rose by 5% in May.\n", to: "a.txt")
    #expect(try program.run("lint", "a.txt").output.isEmpty)
    try program.folder.write("style: {percent: word}\n", to: ".duizhao.yml")
    #expect(try program.run("lint", "a.txt").output.contains("style/percent"))
    #expect(try program.run("lint", "a.txt", "--fix").status == 0)
    #expect(try text(program, "a.txt") == "It rose by 5 percent in May.\n")
  }

  // MARK: Reports

  @Test func `the page of a report needs nothing beside itself`() throws {
    let program = try Program()
    try program.folder.write("<script>alert(1)</script> " + Self.split, to: "a.txt")
    let page = try program.run("lint", "a.txt", "--format", "html", "--select", "number").output
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<mark class=\"error\">7 billion 900 million</mark>"), "\(page)")
    for word in ["http://", "https://", "<script", "<link "] { #expect(!page.contains(word)) }
  }

  @Test func `both sides of a pair have their carets`() throws {
    let program = try Program()
    try program.folder.write("zh\ten\n投资480亿元。\tThe investment is 4.8 billion yuan.\n", to: "t.tsv")
    let lines = try program.run("lint", "t.tsv", "--select", "number").output.split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix("投资480亿元。") })
    #expect(lines.count { $0.contains("^^^") } == 2, "\(lines.joined(separator: "\n"))")
  }
}
