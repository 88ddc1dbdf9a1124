import TestSupport
import Testing

/// `duizhao glossary check`, `diff`, `merge` and `stats`.
struct GlossaryAuditCommandTests {
  private static let header = "id,zh-Hans,en,en_forbidden,definition\n"

  @Test func `check names contradictions and ends with 1`() throws {
    let program = try Program()
    try program.folder.write(Self.header + "a,文件,file,,\nb,文件,document,file,\n", to: "house.csv")
    let result = try program.run("glossary", "check", "house.csv")
    #expect(result.status == 1)
    #expect(result.output.contains("“文件” is translated as “file” and “document”"))
    #expect(result.output.contains("“file” is preferred in a and forbidden in b"))
    let lines = try program.run("glossary", "check", "house.csv", "--select", "conflict/status", "--format", "jsonl")
    #expect(
      lines.output == """
        {"check":"conflict/status","severity":"error","conceptIDs":["a","b"],"term":"file",\
        "message":"“file” is preferred in a and forbidden in b"}

        """)
  }

  @Test func `check of a glossary in order ends with 0`() throws {
    let program = try Program()
    try program.folder.write(Self.header + "a,文件,file,,\n", to: "house.csv")
    #expect(try program.run("glossary", "check", "house.csv").status == 0)
    #expect(try program.run("glossary", "check", "--list").output.contains("conflict/status"))
    let unknown = try program.run("glossary", "check", "house.csv", "--select", "nonsense")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("--select"))
  }

  @Test func `diff tells fields, and nothing for equal glossaries`() throws {
    let program = try Program()
    try program.folder.write(Self.header + "a,文件,file,,\nb,村,village,,\n", to: "old.csv")
    try program.folder.write(Self.header + "a,文件,document,,A record.\nc,镇,town,,\n", to: "new.csv")
    let result = try program.run("glossary", "diff", "old.csv", "new.csv")
    #expect(result.status == 1)
    for line in ["- 村 = village", "+ 镇 = town", "definition: + A record.", "1 added, 1 removed, 1 changed"] {
      #expect(result.output.contains(line), "\(line): \(result.output)")
    }
    #expect(try program.run("glossary", "diff", "old.csv", "old.csv").status == 0)
  }

  @Test func `merge unites both sides and tells conflicts`() throws {
    let program = try Program()
    try program.folder.write(Self.header + "a,文件,file,,\nb,村,village,,\n", to: "base.csv")
    try program.folder.write(Self.header + "a,文件,file,,ours\nb,村,village,hamlet,\n", to: "ours.csv")
    try program.folder.write(Self.header + "a,文件,file,,theirs\nb,村,village,,A settlement.\n", to: "theirs.csv")
    let result = try program.run(
      "glossary", "merge", "ours.csv", "theirs.csv", "--base", "base.csv", "-o", "merged.csv")
    #expect(result.status == 1)
    #expect(result.error.contains("conflict in a: definition: was nothing, ours “ours”, theirs “theirs”"))
    let merged = try program.run("export", "--glossary", "merged.csv", "--format", "csv")
    #expect(merged.output.contains("hamlet") && merged.output.contains("A settlement."))
  }

  @Test func `stats count concepts and terms`() throws {
    let program = try Program()
    try program.folder.write(Self.header + "a,文件,file,doc,\nb,村,village,,\n", to: "house.csv")
    let result = try program.run("glossary", "stats", "house.csv", "--format", "json")
    #expect(result.status == 0)
    #expect(result.output.contains("\"concepts\": 2") && result.output.contains("\"forbidden\": 1"))
    #expect(try program.run("glossary", "stats").output.contains("concepts"))
  }

  @Test func `a glossary that is not there is an input error`() throws {
    let program = try Program()
    for arguments in [
      ["check", "no.csv"], ["diff", "no.csv", "no.csv"], ["merge", "no.csv", "no.csv"], ["stats", "no.csv"],
    ] {
      let result = try program.run(["glossary"] + arguments)
      #expect(result.status == 2 && result.error.contains("no.csv"), "\(arguments)")
    }
  }

  @Test func `merge writes every file of a format of several`() throws {
    let program = try Program()
    try program.folder.write(Self.header + "a,文件,file,,\n", to: "ours.csv")
    #expect(try program.run("glossary", "merge", "ours.csv", "ours.csv", "-o", "words.ifo").status == 0)
    #expect(
      try program.folder.names().filter { $0.hasPrefix("words.") } == [
        "words.dict", "words.idx", "words.ifo", "words.syn",
      ])
    let nowhere = try program.run("glossary", "merge", "ours.csv", "ours.csv", "--to", "stardict")
    #expect(nowhere.status == 2 && nowhere.error.contains("is several files"))
  }
}
