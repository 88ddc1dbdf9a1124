import Foundation
import TestSupport
import Testing

/// What the commands do, on texts of the corpus and small ones written here.
struct CommandTests {
  /// English words for the checks that need a list, instead of an installed one.
  private static let words = """
    the of and to in is was transformation transform transforming transport transportation transaction transactions
    village county smart logistics platform warehouse goods data form forming formation action actions service a for
    """

  private func programWithWords() throws -> Program {
    let program = try Program()
    let list = try program.folder.write(
      Self.words.split { $0.isWhitespace }.joined(separator: "\n") + "\n", to: "words")
    #expect(try program.run("setup", "--words", list).status == 0)
    return program
  }

  // MARK: lookup

  @Test func `a term is found by every name it has`() throws {
    let program = try Program()
    for query in ["淘宝村", "淘寶村", "taobaocun", "Táobǎo cūn", "Taobao villages", "TAOBAO VILLAGE"] {
      let result = try program.run("lookup", query, "--format", "jsonl", "--limit", "1")
      #expect(result.status == 0)
      #expect(result.output.contains("\"conceptID\":\"term-taobao-village\""), "\(query): \(result.output)")
    }
    let deprecated = try program.run("lookup", "special China pavilion")
    #expect(deprecated.output.contains("特色中国馆"))
    #expect(deprecated.output.contains("✗ “special China Pavilion” is deprecated; use “Featured China Pavilion”"))
  }

  @Test func `nothing found is exit code 1`() throws {
    let program = try Program()
    let result = try program.run("lookup", "qqqqzzzzxxxx", "--match", "exact", "--format", "jsonl")
    #expect(result.status == 1)
    #expect(result.output == "{\"query\":\"qqqqzzzzxxxx\",\"matches\":[]}\n")
  }

  @Test func `terms come from standard input, one a line`() throws {
    let program = try Program()
    let result = try program.run("lookup", "--format", "jsonl", "--limit", "1", input: "淘宝村\r\n\n 城市大脑 \n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("{\"query\":\"淘宝村\"") == true)
    #expect(lines.last?.hasPrefix("{\"query\":\"城市大脑\"") == true)
  }

  @Test func `broken lines of standard input cost themselves alone`() throws {
    let program = try Program()
    let input = Array("淘宝村\n".utf8) + [0xE6, 0xB7, 0x0A] + Array("城市大脑\n\u{1B}[31m🙂\n".utf8)
    let result = try program.run(["lookup", "--format", "count"], input: input)
    #expect(result.status == 0)
    #expect(result.error.contains("-:2: warning: not valid UTF-8"))
    let counts = result.output.split(separator: "\n").map { $0.split(separator: "\t").last ?? "" }
    #expect(counts.count == 4)
    #expect(counts.first != "0" && counts[2] != "0" && counts[1] == "0" && counts[3] == "0")
  }

  @Test func `queries that hold nothing, or too much, are answered`() throws {
    let program = try Program()
    for query in ["", " ", "\u{1B}]0;x\u{7}", "🙂", String(repeating: "村", count: 30_000)] {
      let result = try program.run("lookup", query)
      #expect(result.status == 1)
      #expect(result.output.hasSuffix(": nothing found\n") && result.output.utf8.count < 600)
      #expect(!result.output.utf8.contains(0x1B))
    }
    let none = try program.run("lookup", "淘宝村", "--limit", "0")
    #expect(none.status == 2)
    #expect(none.error.contains("--limit"))
    #expect(try program.run("lookup", "淘宝村", "--region", "mars").status == 2)
  }

  @Test func `a wrong character that sounds right is forgiven`() throws {
    let program = try Program()
    for (query, id) in [
      ("陶宝村", "term-taobao-village"), ("城市大恼", "product-city-brain"), ("Toabao Vilage", "term-taobao-village"),
    ] {
      let result = try program.run("lookup", query, "--format", "jsonl", "--limit", "1")
      #expect(result.output.contains("\"conceptID\":\"\(id)\",\"match\":\"fuzzy\""), "\(query): \(result.output)")
    }
  }

  @Test func `of a sentence the terms are listed where they stand`() throws {
    let program = try Program()
    let result = try program.run("lookup", "城市大脑和淘宝村。", "--format", "jsonl", "--limit", "1")
    #expect(result.output.contains("\"start\":0,\"end\":12"))
    #expect(result.output.contains("\"start\":15,\"end\":24"))
    let view = try program.run("lookup", "They open a special China pavilion in a Taobao village.")
    #expect(view.output.contains("✗ deprecated"))
    #expect(view.output.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
  }

  @Test func `a table serves as glossary as it is`() throws {
    let program = try Program()
    try program.folder.write("zh-Hans,en\n并排,side by side\n", to: "house.csv")
    let result = try program.run("lookup", "并排", "--glossary", "house.csv", "--format", "tsv")
    #expect(result.status == 0)
    #expect(result.output.contains("side by side"))
  }

  @Test func `the nearest configuration names the glossary`() throws {
    let program = try Program()
    try program.folder.write("zh-Hans,en\n并排,side by side\n", to: "house.csv")
    try program.folder.write("glossary: house.csv\n", to: ".duizhao.yml")
    let inner = program.folder.url.appending(path: "deep/er")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    let result = try program.run("lookup", "并排", directory: inner)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("side by side"))
  }

  @Test func `programs that start for the first time at once all answer`() async throws {
    let program = try Program(isFirstRun: true)
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<4 { group.addTask { try program.run("lookup", "淘宝村", "--limit", "1").status } }
      for try await status in group { #expect(status == 0) }
    }
  }

  // MARK: import, export

  @Test func `an import is reported, and importing again changes nothing`() throws {
    let program = try Program()
    try program.folder.write("id,zh-Hans,en,house_code\nx1,对照试验村,side-by-side village,K9\n", to: "good.csv")
    let dry = try program.run("import", "good.csv", "--dry-run")
    #expect(dry.output.contains("1 added, 0 updated, 0 skipped"))
    #expect(try program.run("lookup", "对照试验村", "--match", "exact").status == 1)
    #expect(try program.run("import", "good.csv").output.contains("1 added"))
    #expect(try program.run("import", "good.csv").output.contains("0 added, 0 updated, 1 skipped"))
    #expect(try program.run("export", "--only", "mine", "--format", "csv").output.contains("K9"))
  }

  @Test func `what is exported is imported again`() throws {
    let program = try Program()
    for format in ["csv", "tsv", "xlsx", "json", "jsonl", "tbx"] {
      let name = "out.\(format)"
      #expect(try program.run("export", "-o", name).status == 0)
      let result = try program.run("import", name, "--into", "copy-\(format)", "--dry-run")
      #expect(result.status == 0, "\(result.error)")
      let count = try program.run("export", "--format", "jsonl").output.split(separator: "\n").count
      #expect(result.output.contains("\(count) added"), "\(format): \(result.output.prefix(200))")
    }
  }

  @Test func `a table is read as the user says`() throws {
    let program = try Program()
    try program.folder.write("甲方用语;译名;X\n对照试验村、庄;hamlet;side-by-side village\n", to: "client.csv")
    let arguments = ["--map", "甲方用语=zh-Hans", "--map", "3=en", "--separator", "、"]
    #expect(try program.run(["import", "client.csv"] + arguments).output.contains("1 added"))
    let found = try program.run("lookup", "对照试验村", "--match", "exact", "--format", "jsonl")
    #expect(found.output.contains("side-by-side village") && found.output.contains("\"庄\""))
    #expect(try program.run("import", "client.csv", "--map", "zh-Hans").status != 0)
  }

  @Test func `a dictionary of several files is put in place whole`() throws {
    let program = try Program()
    let written = try program.run("export", "-o", "words.ifo")
    #expect(written.status == 0 && written.error.contains("left out"))
    #expect(try program.run("import", "words.ifo", "--dry-run").output.contains(" added"))
    #expect(try program.run("export", "--format", "stardict").status == 2)
  }

  @Test func `an export is the same every time`() throws {
    let program = try Program()
    for format in ["csv", "tbx", "json", "markdown", "xlsx", "html", "yomitan"] {
      let first = try program.run("export", "--format", format)
      #expect(first.status == 0)
      #expect(!first.output.isEmpty)
      #expect(first.output == (try program.run("export", "--format", format).output))
    }
  }

  // MARK: repair

  @Test func `damaged texts of the corpus come out as their clean twins, but for what is lost`() throws {
    let program = try Program()
    let name = "lanpu-one-visit.pinyin.zh"
    let damaged = TestFolders.inProject("corpus/damaged/\(name).txt").path
    let result = try program.run("repair", damaged)
    #expect(result.status == 0)
    #expect(!result.output.contains("(zhàn)"))
    let clean = try String(contentsOf: TestFolders.inProject("corpus/damaged/\(name).clean.txt"), encoding: .utf8)
    let same = zip(result.output.split(separator: "\n"), clean.split(separator: "\n")).count { $0 == $1 }
    #expect(same >= clean.split(separator: "\n").count * 8 / 10, "\(same)")
  }

  @Test func `clean texts come out byte for byte`() throws {
    let program = try Program()
    let folder = TestFolders.inProject("corpus/parallel")
    for slug in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      for language in ["zh", "en"] {
        let url = folder.appending(path: "\(slug)/\(language).txt")
        #expect(
          try program.run("repair", url.path).output == String(contentsOf: url, encoding: .utf8), "\(slug) \(language)")
      }
    }
  }

  @Test func `in place keeps encoding and line ends, and touches only what is damaged`() throws {
    let program = try Program()
    let text = "他說&nbsp;好。\r\n第二行。\r\n"
    let units: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try program.folder.write(units, to: "a.txt")
    #expect(try program.run("repair", "--in-place", "a.txt").status == 0)
    let after = try program.folder.bytes("a.txt")
    #expect(after.starts(with: [0xFF, 0xFE]))
    let decoded = stride(from: 2, to: after.count, by: 2).map { UInt16(after[$0]) | UInt16(after[$0 + 1]) << 8 }
    let result = String(decoding: decoded, as: UTF16.self)
    #expect(!result.contains("&nbsp;"))
    #expect(result.hasSuffix("好。\r\n第二行。\r\n"))
    #expect(try program.folder.names() == ["a.txt"])
  }

  @Test func `the diff says what each hunk mends`() throws {
    let program = try Program()
    try program.folder.write("first &amp;amp; line\nthe last.&nbsp;&nbsp;He left. /DIV>\n", to: "a.txt")
    let diff = try program.run("repair", "--format", "diff", "a.txt").output
    #expect(diff.contains("@@ -1,2 +1,2 @@ 1 html-remnant, 3 entity\n"), "\(diff)")
  }

  @Test func `of very many losses some are said, and how many more there are`() throws {
    let program = try Program()
    try program.folder.write(String(repeating: "a \u{FFFD} b\n", count: 500), to: "a.txt")
    let result = try program.run("repair", "a.txt")
    #expect(result.status == 0)
    #expect(result.error.split(separator: "\n").count { $0.contains("U+FFFD stands for") } == 20)
    #expect(result.error.contains("480 more"))
  }

  @Test func `the diff is what in place does`() throws {
    let program = try Program()
    try program.folder.write("first &amp;amp; line\nsecond\n", to: "a.txt")
    let diff = try program.run("repair", "--format", "diff", "a.txt").output
    #expect(diff.hasPrefix("--- a.txt\n+++ a.txt\n@@"))
    #expect(try program.run("repair", "--in-place", "a.txt").status == 0)
    let after = String(decoding: try program.folder.bytes("a.txt"), as: UTF8.self)
    for line in diff.split(separator: "\n") where line.hasPrefix("+") && !line.hasPrefix("+++") {
      #expect(after.contains(line.dropFirst()))
    }
  }

  // MARK: lint

  @Test func `garbled words get their reading, from the words of the page alone`() throws {
    let program = try programWithWords()
    try program.folder.write("The pformation of pport and the pactions of goods.\n", to: "a.txt")
    let result = try program.run("lint", "a.txt", "--format", "jsonl", "--select", "garble")
    #expect(result.status == 1)
    for reading in ["transformation", "transport", "transactions"] {
      #expect(result.output.contains("\"suggestions\":[\"\(reading)\"]"), "\(result.output)")
    }
  }

  @Test func `fix mends what is safe, keeps the rest, and leaves nothing to mend`() throws {
    let program = try programWithWords()
    try program.folder.write("The pformation of pport cost 7 billion 900 million yuan in the village.\r\n", to: "a.txt")
    let diff = try program.run("lint", "a.txt", "--diff")
    #expect(diff.output.contains("+The transformation of transport cost 7.9 billion yuan in the village."))
    _ = try program.run("lint", "a.txt", "--fix")
    let after = String(decoding: try program.folder.bytes("a.txt"), as: UTF8.self)
    #expect(after == "The transformation of transport cost 7.9 billion yuan in the village.\r\n")
    #expect(try program.run("lint", "a.txt", "--diff").output.isEmpty)
  }

  @Test func `positions are those of the file, a byte order mark and wide characters before them`() throws {
    let program = try Program()
    let text = "\u{FEFF}🙂é It cost 7 billion 900 million yuan.\n"
    try program.folder.write(text, to: "a.txt")
    let output = try program.run("lint", "a.txt", "--format", "jsonl", "--select", "number").output
    let start = Array(text.utf8).count - Array("7 billion 900 million yuan.\n".utf8).count
    #expect(output.contains("\"start\":\(start),"), "\(output)")
    #expect(output.contains("\"line\":1,\"column\":12,"), "\(output)")
  }

  @Test func `rows of a table are compared by value`() throws {
    let program = try Program()
    try program.folder.write(
      "id\tzh\ten\nr1\t投资480亿元。\tThe investment is 4.8 billion yuan.\nr2\t投资480亿元。\tThe investment is 48 billion yuan.\n",
      to: "t.tsv")
    let output = try program.run("lint", "t.tsv", "--format", "jsonl", "--select", "number").output
    #expect(output.contains("\"segment\":\"r1\""), "\(output)")
    #expect(!output.contains("\"segment\":\"r2\""), "\(output)")
  }

  @Test func `every rule can be listed and explained`() throws {
    let program = try Program()
    let rules = try program.run("rules").output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(rules.count >= 20)
    for rule in rules { #expect(try program.run("explain", String(rule)).output.contains(rule), "\(rule)") }
  }

  // MARK: align, link, entities

  @Test func `beads name every segment once, whichever file comes first`() throws {
    let program = try Program()
    let folder = TestFolders.inProject("corpus/parallel/linjiang-city-brain")
    let (zh, en) = (folder.appending(path: "zh.sentences").path, folder.appending(path: "en.sentences").path)
    let beads = try program.run("align", zh, en, "--presegmented", "--mode", "parallel", "--format", "beads").output
    #expect(
      beads == (try program.run("align", en, zh, "--presegmented", "--mode", "parallel", "--format", "beads").output))
    let chinese = beads.split(separator: "\n").flatMap {
      $0.split(separator: ":")[0].split { "[],".contains($0) }.compactMap { Int($0) }
    }
    let lines = try String(contentsOfFile: zh, encoding: .utf8).split(separator: "\n").count
    #expect(chinese == Array(0..<lines))
  }

  @Test func `the page of an alignment needs nothing beside itself`() throws {
    let program = try Program()
    let folder = TestFolders.inProject("corpus/parallel/linjiang-city-brain")
    let html = try program.run(
      "align", folder.appending(path: "zh.txt").path, folder.appending(path: "en.txt").path, "--format", "html"
    ).output
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("<mark"))
    for word in ["http://", "https://", "<script src", "<link "] { #expect(!html.contains(word)) }
  }

  @Test func `comparable articles are linked, and each pair of the corpus finds itself`() throws {
    let program = try Program()
    for slug in ["anhe-fruit-train", "dongyu-drone-mail", "luoshan-seed-fair"] {
      let folder = TestFolders.inProject("corpus/comparable/\(slug)")
      for language in ["zh", "en"] {
        let target = program.folder.url.appending(path: language)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          at: folder.appending(path: "\(language).txt"), to: target.appending(path: "\(slug).txt"))
      }
    }
    for direction in ["zh", "en"] {
      let result = try program.run("link", "--zh", "zh", "--en", "en", "--for", direction, "--format", "tsv")
      let rows = result.output.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
      #expect(rows.count == 3, "\(result.error)")
      for row in rows { #expect(row[0] == row[1], "\(row)") }
    }
  }

  @Test func `texts that do not belong together are told, in formats that do not show it`() throws {
    let program = try Program()
    let pair = ["zh", "en"].map { language in
      let slug = language == "zh" ? "donghe-taobao-village" : "beiwan-quake-wire"
      return TestFolders.inProject("corpus/parallel/\(slug)/\(language).txt").path
    }
    for format in ["beads", "tsv", "html"] {
      let result = try program.run(["align"] + pair + ["--format", format])
      #expect(result.status == 0 && result.error.contains("not a translation"), "\(format): \(result.error)")
      #expect(result.error.contains("--mode parallel"))
    }
    let forced = try program.run(["align"] + pair + ["--mode", "parallel", "--format", "beads"])
    #expect(forced.status == 0 && !forced.error.contains("not a translation"), "\(forced.error)")
  }

  @Test func `links make a page that needs nothing beside itself`() throws {
    let program = try Program()
    try program.folder.write(
      """
      {"id":"甲","lang":"zh","text":"淘宝在杭州建了120个村。"}
      {"id":"乙","lang":"zh","text":"春天。"}
      {"id":"one","lang":"en","text":"Taobao built 120 villages in Hangzhou."}

      """, to: "d.jsonl")
    let result = try program.run("link", "d.jsonl", "-o", "links.html")
    #expect(result.status == 0, "\(result.error)")
    let page = String(decoding: try program.folder.bytes("links.html"), as: UTF8.self)
    #expect(page.contains("2 Chinese and 1 English documents: 1 with a partner, 1 alone."), "\(page)")
    #expect(page.contains("杭州") && page.contains("<li lang=\"zh\">乙</li>") && !page.contains("http"))
  }

  @Test func `mentions point into the file as it is, damage included`() throws {
    let program = try Program()
    let text = "戰(zhàn)略、協(xié)議、務(wù)實(shí)、經(jīng)濟(jì)、動(dòng)力，馬云來到廣東。"
    try program.folder.write(text, to: "a.txt")
    let output = try program.run("entities", "a.txt", "--format", "jsonl").output
    let start = Array(text.utf8).count - Array("馬云來到廣東。".utf8).count
    #expect(output.contains("\"start\":\(start),\"end\":\(start + 6),\"type\":\"person\""), "\(output)")
  }

  @Test func `ordinary words are listed on request, impossible dates are said to be none`() throws {
    let program = try Program()
    try program.folder.write("2021年2月30日，记者来到淘宝村，看到123,456人。", to: "a.txt")
    let output = try program.run("entities", "a.txt", "--format", "jsonl").output
    #expect(output.contains("\"value\":\"2021-02-30\",\"valid\":false"), "\(output)")
    #expect(output.contains("\"value\":\"count:123456\"") && output.contains("淘宝村"), "\(output)")
    #expect(!output.contains("\"type\":\"word\""), "\(output)")
    let all = try program.run("entities", "a.txt", "--format", "jsonl", "--all").output
    #expect(all.contains("\"type\":\"word\",\"text\":\"记者\""), "\(all)")
    #expect(try program.run("entities", "a.txt").output.contains("2021-02-30, no such date"))
  }

  // MARK: pipes

  @Test func `a closed pipe is no error`() throws {
    let program = try Program()
    #expect(try program.statusWithClosedPipe(["export", "--format", "jsonl"]) == 0)
  }
}
