import TestSupport
import Testing

/// `duizhao glossary add`, `edit`, `remove`, `rank`, `merge`, `history` and `undo`, as a terminologist uses them.
struct GlossaryEditCommandTests {
  private func refused(_ result: Program.Outcome, _ part: String, location: SourceLocation = #_sourceLocation) {
    #expect(result.status == 2, sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(result.error.contains(part), "\(result.error)", sourceLocation: location)
  }

  @Test func `a concept is added, found, changed, removed, and comes back`() throws {
    let program = try Program()
    let added = try program.run(
      "glossary", "add", "--zh", "对照试验村", "--en", "side-by-side village", "--forbid", "control village",
      "--pinyin", "duìzhào shìyàncūn", "--note", "a test")
    #expect(
      added.output == """
          + side-by-side-village  对照试验村 = side-by-side village
              zh-Hans: 对照试验村 (duìzhào shìyàncūn)
              en: side-by-side village; forbidden: control village
              note: a test

        """)
    #expect(try program.run("lookup", "duizhaoshiyancun", "--format", "tsv").output.contains("side-by-side village"))
    let edited = try program.run(
      "glossary", "edit", "对照试验村", "--en", "parallel village", "--note", "", "--who", "li")
    #expect(edited.status == 0)
    #expect(edited.output.contains("note: “a test” is gone") || edited.output.contains("note: “a test” removed"))
    #expect(edited.error.isEmpty)
    #expect(try program.run("lookup", "parallel village").output.contains("对照试验村"))
    let history = try program.run("glossary", "history", "side-by-side-village")
    #expect(history.output.contains("li  edit  mine: 1 concept"))
    #expect(try program.run("glossary", "remove", "对照试验村").status == 0)
    #expect(try program.run("lookup", "对照试验村", "--match", "exact").status == 1)
    #expect(try program.run("glossary", "undo").output.contains("+ side-by-side-village"))
    #expect(try program.run("glossary", "undo", "--change", "2").status == 0)
    #expect(try program.run("lookup", "对照试验村").output.contains("side-by-side village"))
  }

  @Test func `an imported term without pinyin is found by its sound`() throws {
    let program = try Program()
    try program.folder.write("zh,en\n建国文华,Jianguo Wenhua\n", to: "terms.csv")
    #expect(try program.run("import", "terms.csv").status == 0)
    #expect(try program.run("lookup", "jianguowenhua", "--format", "tsv").output.contains("建国文华"))
    #expect(try program.run("lookup", "jgwh", "--format", "tsv").output.contains("建国文华"))
    #expect(try !program.run("export", "--only", "mine", "--format", "csv").output.contains("Jiànguó"))
  }

  @Test func `a concept of the program is changed in a copy that stands before it`() throws {
    let program = try Program()
    let edited = try program.run("glossary", "edit", "淘宝村", "--forbid", "Taobao hamlet")
    #expect(edited.status == 0)
    #expect(edited.error.contains("stands before it in “mine”"))
    let found = try program.run("lookup", "淘宝村", "--limit", "1", "--format", "jsonl").output
    #expect(found.contains("\"glossary\":\"mine\"") && found.contains("Taobao hamlet"))
    try program.folder.write("A Taobao hamlet.\n", to: "a.en.txt")
    #expect(try program.run("lint", "a.en.txt").output.contains("Taobao hamlet"))
    #expect(try program.run("glossary", "edit", "淘宝村", "--drop", "Taobao hamlet").error.isEmpty)
    #expect(try !program.run("lint", "a.en.txt").output.contains("Taobao hamlet"))
  }

  @Test func `what cannot be done is refused, and nothing changes`() throws {
    let program = try Program()
    refused(try program.run("glossary", "add"), "--zh or --en")
    refused(try program.run("glossary", "add", "--zh", "村", "--into", "duizhao"), "not yours to change")
    refused(try program.run("glossary", "edit", "nothing-of-the-kind", "--note", "x"), "there is no concept")
    refused(try program.run("glossary", "remove", "电商"), "not yours to change")
    refused(try program.run("glossary", "rank", "nothing", "5"), "has no glossary “nothing”")
    refused(try program.run("glossary", "undo"), "nothing to undo")
    refused(try program.run("glossary", "undo", "--change", "99"), "no change 99")
    #expect(try program.run("glossary", "add", "--zh", "村甲", "--en", "first village", "--id", "v").status == 0)
    refused(try program.run("glossary", "add", "--zh", "村乙", "--en", "second village", "--id", "v"), "already")
    #expect(try program.run("glossary", "history").output.split(separator: "\n").count == 1)
  }

  @Test func `a term of several concepts must be named by its id`() throws {
    let program = try Program()
    for (id, english) in [("file", "file"), ("document", "document")] {
      #expect(try program.run("glossary", "add", "--zh", "试验文件", "--en", "trial \(english)", "--id", id).status == 0)
    }
    refused(try program.run("glossary", "edit", "试验文件", "--note", "x"), "by its id: document, file")
    #expect(try program.run("glossary", "edit", "file", "--note", "x").status == 0)
  }

  @Test func `the rank decides which glossary comes first`() throws {
    let program = try Program()
    for (glossary, english) in [("client", "client village"), ("house", "house village")] {
      let result = try program.run("glossary", "add", "--zh", "对照试验村", "--en", english, "--into", glossary)
      #expect(result.status == 0)
    }
    func first() throws -> Bool {
      try program.run("lookup", "对照试验村", "--limit", "1").output.contains("client village")
    }
    #expect(try program.run("glossary", "rank", "client", "10").output.hasPrefix("10\tclient\n"))
    #expect(try first())
    #expect(try program.run("glossary", "rank", "house", "5").status == 0)
    #expect(try !first())
    #expect(try program.run("glossary", "undo").status == 0)
    #expect(try first())
  }

  @Test func `a full disk is told, and loses nothing`() throws {
    let program = try Program()
    try program.folder.write(
      "id,zh-Hans,en\n" + (0..<20_000).map { "e\($0),第\($0)号试验村,trial village \($0)\n" }.joined(), to: "large.csv")
    // The shell counts in blocks of 1024 bytes: less than the log of the import needs.
    let result = try program.run(["import", "large.csv"], blockLimit: 6000)
    refused(result, "glossary.sqlite: error: cannot be")
    #expect(try program.run("lookup", "淘宝村").status == 0)
    #expect(try program.run("lookup", "第7号试验村", "--match", "exact").status == 1)
    #expect(try program.run("import", "large.csv").output.contains("20000 added"))
  }

  @Test func `what a killed first start left behind is cleared away`() throws {
    let program = try Program(isFirstRun: true)
    try program.leaveDraft(ofProcess: 4_194_303)
    #expect(try program.run("lookup", "淘宝村").status == 0)
    #expect(try program.dataFiles() == ["glossary.sqlite"])
  }
}
