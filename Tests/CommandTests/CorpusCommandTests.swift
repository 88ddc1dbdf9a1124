import Foundation
import TestSupport
import Testing

/// `duizhao align` over folders and lists: what becomes of good pairs, and of bad ones.
struct CorpusCommandTests {
  private static let slugs = ["donghe-taobao-village", "linjiang-city-brain", "qiaotou-rural-bus", "yunling-library"]

  /// Writes the beginnings of articles of the corpus as `zh/SLUG.txt` and `en/SLUG.txt`.
  private func articles(_ program: Program, _ slugs: [String] = slugs) throws {
    for language in ["zh", "en"] {
      try makeFolder(program, language)
      for slug in slugs {
        let url = TestFolders.inProject("corpus/parallel/\(slug)/\(language).txt")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").prefix(5)
        try program.folder.write(lines.joined(separator: "\n\n") + "\n", to: "\(language)/\(slug).txt")
      }
    }
  }

  private func makeFolder(_ program: Program, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: program.folder.url.appending(path: name), withIntermediateDirectories: true)
  }

  private func text(_ program: Program, _ name: String) throws -> String {
    String(decoding: try program.folder.bytes(name), as: UTF8.self)
  }

  @Test func `folders become one corpus, the same whatever the number of jobs`() throws {
    let program = try Program()
    try articles(program)
    for (jobs, name) in [("1", "a.tmx"), ("4", "b.tmx")] {
      let result = try program.run("align", "zh", "en", "--mode", "parallel", "--jobs", jobs, "-o", name)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output.isEmpty)
      #expect(result.error.contains("units of 4 of 4 pairs"), "\(result.error)")
    }
    let tmx = try text(program, "a.tmx")
    #expect(tmx == (try text(program, "b.tmx")))
    #expect(tmx.contains("<tu tuid=\"1\">") && tmx.hasSuffix("</tmx>\n"))
    for slug in Self.slugs { #expect(tmx.contains("<prop type=\"x-zh-document\">zh/\(slug).txt</prop>")) }
    let numbers = tmx.split(separator: "\n").filter { $0.contains("<tu ") }
    #expect(Set(numbers).count == numbers.count)
    // Nothing is left beside the corpus.
    #expect(try program.folder.names() == ["a.tmx", "b.tmx", "en", "zh"])
  }

  @Test func `every format of a corpus has the same units`() throws {
    let program = try Program()
    try articles(program)
    func run(_ arguments: String...) throws -> Program.Outcome {
      try program.run(["align", "zh", "en", "--mode", "parallel"] + arguments)
    }
    let tsv = try run().output.split(separator: "\n")
    #expect(tsv.first == "zhIndices\tenIndices\tscore\tzh\ten\tconfidence\tzhDocument\tenDocument")
    let lines = try run("--format", "jsonl").output.split(separator: "\n")
    #expect(lines.count == tsv.count - 1)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"zhDocument\":\"zh/") })
    let xliff = try run("--format", "xliff").output
    #expect(xliff.components(separatedBy: "<unit ").count == tsv.count)
    #expect(xliff.components(separatedBy: "<file ").count == Self.slugs.count + 1)
    #expect(try run("--format", "html").error.contains("“html” is not a format we know (tsv, jsonl, tmx, xliff)"))
  }

  @Test func `files find each other by their names, in one folder or in two`() throws {
    let program = try Program()
    let texts = (zh: "罗小梅在村里开了一家网店。她卖苹果。\n", en: "Luo Xiaomei runs an online shop in the village. She sells apples.\n")
    for (chinese, english) in [
      ("one/a.zh.txt", "one/a.en.txt"), ("one/b_zh-CN.md", "one/b_EN.md"), ("one/sub/zh.txt", "one/sub/en.txt"),
      ("one/c.txt", "one/c.en.txt"), ("one/sub/zh.md", "one/sub/en.md"), ("one/zh/d.txt", "one/en/d.txt"),
      ("one/e.zh", "one/e.en"),
    ] {
      for (name, text) in [(chinese, texts.zh), (english, texts.en)] {
        try makeFolder(program, String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]))
        try program.folder.write(text, to: name)
      }
    }
    let result = try program.run("align", "one", "--mode", "parallel", "--keep", "all", "--format", "tsv")
    #expect(result.error.contains("of 7 of 7 pairs"), "\(result.error)")
    let documents = Set(
      result.output.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t").suffix(2).joined(separator: " ")
      })
    #expect(documents.count == 7)
    #expect(documents.contains("one/zh/d.txt one/en/d.txt"))
    #expect(documents.contains("one/c.txt one/c.en.txt"))
    // What the run itself writes into the folder is no text of it, the second time neither.
    for _ in 0..<2 {
      let inside = try program.run(
        "align", "one", "--mode", "parallel", "-o", "one/corpus.tsv", "--dropped", "one/dropped.txt")
      #expect(inside.status == 0 && !inside.error.contains("has no partner"), "\(inside.error)")
    }
  }

  @Test func `what a corpus should not have is left out, counted, and listed on request`() throws {
    let program = try Program()
    try makeFolder(program, "zh")
    try makeFolder(program, "en")
    let chinese = [
      "罗小梅在村里开了一家网店，专门卖苹果。", "她每天早上六点起床打包。", "她每天早上六点起床打包。", "12,500 / 30%", "Apple iPhone 15 Pro Max",
      "2019年，村里的老人都很高兴，因为年轻人回来了。",
    ]
    let english = [
      "Luo Xiaomei opened an online shop in the village that sells apples.",
      "She gets up at six every morning to pack.",
      "She gets up at six every morning to pack.", "12,500 / 30%", "Apple iPhone 15 Pro Max",
      "En 2019, les personnes âgées du village sont heureuses parce que les jeunes reviennent.",
    ]
    try program.folder.write(chinese.joined(separator: "\n") + "\n", to: "zh/a.txt")
    try program.folder.write(english.joined(separator: "\n") + "\n", to: "en/a.txt")
    let list = ["align", "zh", "en", "--mode", "parallel", "--presegmented", "--min-confidence", "0"]
    let result = try program.run(list + ["-o", "c.tsv", "--dropped", "d.tsv"])
    #expect(result.status == 0, "\(result.error)")
    let reasons = try text(program, "d.tsv").split(separator: "\n").dropFirst().map { $0.split(separator: "\t")[0] }
    #expect(reasons == ["duplicate", "no-words", "same-text", "language"], "\(result.error)")
    #expect(result.error.contains("left out 4: 1 without a word on a side (no-words)"), "\(result.error)")
    #expect(try text(program, "c.tsv").split(separator: "\n").count == 3)
    let all = try program.run(list + ["--keep", "all"])
    #expect(all.output.split(separator: "\n").count == 7)
    let some = try program.run(list + ["--keep", "duplicate,language"])
    #expect(some.output.split(separator: "\n").count == 5, "\(some.output)")
    #expect(try program.run(list + ["--max-length-ratio", "1.01"]).error.contains("(length)"))
    #expect(try program.run(list + ["--keep", "nonsense"]).error.contains("--keep: error: “nonsense” is not"))
  }

  @Test func `a pair that fails is told, and the others go on`() throws {
    let program = try Program()
    try articles(program, ["linjiang-city-brain"])
    try program.folder.write("", to: "zh/empty.txt")
    try program.folder.write("Something.\n", to: "en/empty.txt")
    try program.folder.write("Both are English here.\n", to: "zh/same.txt")
    try program.folder.write("Both are English here, too.\n", to: "en/same.txt")
    try program.folder.write([0, 1, 2, 3, 0xFF, 0, 7, 0, 0, 0x1B, 0, 3], to: "zh/binary.txt")
    try program.folder.write("Something.\n", to: "en/binary.txt")
    try program.folder.write("独自一人。\n", to: "zh/alone.txt")
    try program.folder.write("两个。\n", to: "zh/twice.txt")
    try program.folder.write("两个。\n", to: "zh/twice_zh.txt")
    try program.folder.write("Two.\n", to: "en/twice.txt")
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("zh/loop"), withDestinationPath: program.folder.path("zh"))
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("zh/gone.txt"), withDestinationPath: "nowhere")
    try program.folder.write("Gone.\n", to: "en/gone.txt")
    let result = try program.run("align", "zh", "en", "--mode", "parallel", "-o", "c.tmx")
    #expect(result.status == 2)
    for part in [
      "zh/empty.txt: error: the file is empty", "en/same.txt: error: is English, like zh/same.txt",
      "zh/binary.txt: error: is not text", "zh/alone.txt: has no partner, left out", "zh/gone.txt: error: no such file",
      "zh/twice.txt: error: goes by the same name as zh/twice_zh.txt", "units of 1 of 5 pairs",
    ] {
      #expect(result.error.contains(part), "\(part): \(result.error)")
    }
    #expect(try text(program, "c.tmx").contains("linjiang-city-brain"))
  }

  @Test(.timeLimit(.minutes(5))) func `a pipe in a folder is not waited for`() throws {
    let program = try Program()
    try articles(program, ["linjiang-city-brain"])
    for language in ["zh", "en"] { #expect(mkfifo(program.folder.path("\(language)/pipe.txt"), 0o600) == 0) }
    let aligned = try program.run("align", "zh", "en", "--mode", "parallel", "-o", "c.tmx")
    #expect(aligned.status == 0 && aligned.error.contains("units of 1 of 1 pairs"), "\(aligned.error)")
    let linked = try program.run("link", "--zh", "zh", "--en", "en", "--format", "tsv")
    #expect(linked.status == 0 && linked.output.split(separator: "\n").count == 2, "\(linked.output)")
  }

  @Test func `sides may be swapped, pair by pair`() throws {
    let program = try Program()
    try articles(program)
    let straight = try program.run("align", "zh", "en", "--mode", "parallel").output
    #expect(straight == (try program.run("align", "en", "zh", "--mode", "parallel").output))
  }

  @Test func `a list names pairs, from a file or from standard input`() throws {
    let program = try Program()
    try articles(program)
    let rows = Self.slugs.map { "zh/\($0).txt\ten/\($0).txt" }
    try program.folder.write("# pairs\n\n" + rows.joined(separator: "\n") + "\n", to: "pairs.tsv")
    let byFolder = try program.run("align", "zh", "en", "--mode", "parallel").output
    #expect(try program.run("align", "--pairs", "pairs.tsv", "--mode", "parallel").output == byFolder)
    let input = rows.joined(separator: "\n")
    #expect(try program.run("align", "--pairs", "-", "--mode", "parallel", input: input).output == byFolder)
    try program.folder.write("zh/a.txt\n", to: "bad.tsv")
    #expect(try program.run("align", "--pairs", "bad.tsv").error.contains("bad.tsv:1: error: two paths"))
    try program.folder.write(rows[0] + "\n" + rows[0] + "\n", to: "double.tsv")
    #expect(try program.run("align", "--pairs", "double.tsv").error.contains("double.tsv:2: error: the id"))
    try program.folder.write("# nothing\n", to: "none.tsv")
    #expect(try program.run("align", "--pairs", "none.tsv").error.contains("none.tsv: error: names no pair"))
  }

  @Test func `an interrupted run goes on where it was`() throws {
    let program = try Program()
    try articles(program)
    let run = ["align", "zh", "en", "--mode", "parallel", "-o", "c.tsv"]
    #expect(try program.run(run).status == 0)
    let whole = try text(program, "c.tsv")
    // A run that keeps its state, cut off in the middle of a line, is what an interrupted one leaves.
    #expect(try program.run(run + ["--state", "c.tsv.progress"]).status == 0)
    let state = try program.folder.bytes("c.tsv.progress")
    let lines = state.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count == 5)
    try program.folder.write(Array(lines[0]) + [0x0A] + Array(lines[1].prefix(200)), to: "c.tsv.progress")
    let resumed = try program.run(run)
    #expect(resumed.error.contains("units of 4 of 4 pairs, 1 of them in a run before"), "\(resumed.error)")
    #expect(try text(program, "c.tsv") == whole)
    #expect(try program.folder.names() == ["c.tsv", "en", "zh"])
  }

  @Test func `a kept state spares the pairs that have not changed`() throws {
    let program = try Program()
    try articles(program)
    let run = ["align", "zh", "en", "--mode", "parallel", "-o", "c.tsv", "--state", "state"]
    #expect(try program.run(run).status == 0)
    #expect(try program.run(run).error.contains("4 of them in a run before"))
    let path = program.folder.path("en/\(Self.slugs[0]).txt")
    try (try String(contentsOfFile: path, encoding: .utf8) + "\nOne more sentence.\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try program.run(run).error.contains("3 of them in a run before"))
    // A damaged record is done again, and does no harm.
    let state = try text(program, "state").replacing("\"segments\":[", with: "\"segments\":[7,")
    try program.folder.write(state, to: "state")
    let result = try program.run(run)
    #expect(result.status == 0)
    #expect(result.error.contains("units of 4 of 4 pairs"), "\(result.error)")
  }

  @Test func `what leans on a glossary that nobody can look at again is not taken over`() throws {
    let program = try Program()
    try articles(program)
    try program.folder.write("zh,en\n电商,e-commerce\n", to: "g.csv")
    let glossary = try program.run("export", "--glossary", "g.csv", "--format", "tbx").output
    let run = ["align", "zh", "en", "--mode", "parallel", "-o", "c.tsv", "--state", "state", "--glossary", "-"]
    #expect(try program.run(run, input: Array(glossary.utf8)).status == 0)
    let again = try program.run(run, input: Array(glossary.utf8))
    #expect(again.status == 0)
    #expect(!again.error.contains("in a run before"), "\(again.error)")
  }

  @Test func `folders in which nothing goes together say so`() throws {
    let program = try Program()
    try makeFolder(program, "zh")
    try makeFolder(program, "en")
    var result = try program.run("align", "zh", "en")
    #expect(result.status == 2)
    #expect(result.error.contains("zh, en: error: there are no files here"))
    try program.folder.write("一。\n", to: "zh/a.txt")
    try program.folder.write("One.\n", to: "en/b.txt")
    result = try program.run("align", "zh", "en")
    #expect(result.status == 2)
    #expect(result.error.contains("no two files go together (2 without a partner)"), "\(result.error)")
    #expect(try program.run("align", "zh", "nowhere").error.contains("nowhere: error: no such file"))
    #expect(try program.run("align", "zh", "en/b.txt").status == 2)
  }

  @Test func `an output that cannot be written is told before anything is aligned`() throws {
    let program = try Program()
    try articles(program, ["linjiang-city-brain"])
    for path in ["nowhere/c.tmx", "zh"] {
      let result = try program.run("align", "zh", "en", "--format", "tmx", "-o", path)
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("\(path): error: "), "\(result.error)")
    }
    #expect(try program.folder.names() == ["en", "zh"])
  }

  @Test func `pairs by content need no names`() throws {
    let program = try Program()
    try articles(program)
    for (number, slug) in Self.slugs.enumerated() {
      try FileManager.default.moveItem(
        atPath: program.folder.path("en/\(slug).txt"), toPath: program.folder.path("en/\(number).txt"))
    }
    let result = try program.run("align", "zh", "en", "--pair-by", "content", "--mode", "parallel", "--format", "tsv")
    #expect(result.error.contains("of 4 of 4 pairs"), "\(result.error)")
    let documents = Set(
      result.output.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t").suffix(2).joined(separator: " ")
      })
    #expect(documents == Set(Self.slugs.enumerated().map { "zh/\($1).txt en/\($0).txt" }))
  }

  @Test func `a review lists the weakest beads with their places, the weakest first`() throws {
    let program = try Program()
    try articles(program)
    let (zh, en) = ("zh/linjiang-city-brain.txt", "en/linjiang-city-brain.txt")
    let table = try program.run("align", zh, en, "--mode", "parallel", "--review", "5", "--format", "tsv").output
    let rows = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 5)
    let confidences = rows.compactMap { Double($0[1]) }
    #expect(confidences == confidences.sorted())
    #expect(rows.allSatisfy { $0[4].hasPrefix("\(zh):") && $0[5].hasPrefix("\(en):") && !$0[3].isEmpty })
    let terminal = try program.run("align", zh, en, "--mode", "parallel", "--review", "5")
    #expect(terminal.output.contains("\(zh):") && terminal.output.contains("5 of "))
    let page = try program.run("align", "zh", "en", "--mode", "parallel", "--review", "9", "--format", "html").output
    #expect(page.components(separatedBy: "<section").count == 10)
    #expect(try program.run("align", zh, en, "--review", "0").status == 2)
  }

  @Test func `the format follows the name of the output`() throws {
    let program = try Program()
    try articles(program, ["linjiang-city-brain"])
    let (zh, en) = ("zh/linjiang-city-brain.txt", "en/linjiang-city-brain.txt")
    for (name, beginning) in [
      ("a.tmx", "<?xml"), ("a.xlf", "<?xml"), ("a.tsv", "zhIndices"), ("a.jsonl", "{\"zh\""),
      ("a.html", "<!DOCTYPE html>"),
    ] {
      #expect(try program.run("align", zh, en, "--mode", "parallel", "-o", name).status == 0)
      #expect(try text(program, name).hasPrefix(beginning), "\(name)")
    }
  }
}
