import Foundation
import TestSupport
import Testing

/// Input that cannot be used gets one clear line with the path, exit code 2, and leaves nothing half-written.
struct BadInputTests {
  /// Commands that read one text.
  private static let readers = [["repair"], ["lint"], ["entities"]]

  private func expectError(
    _ result: Program.Outcome, _ parts: String..., location: SourceLocation = #_sourceLocation
  ) {
    #expect(result.status == 2, "\(result.error)", sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    let errors = result.error.split(separator: "\n").filter { $0.contains("error:") || $0.hasPrefix("Error:") }
    #expect(errors.count == 1, "\(result.error)", sourceLocation: location)
    for part in parts { #expect(result.error.contains(part), "\(result.error)", sourceLocation: location) }
  }

  @Test func `a missing file`() throws {
    let program = try Program()
    for command in Self.readers {
      expectError(try program.run(command + ["none.txt"]), "none.txt: error: no such file")
    }
    expectError(try program.run("align", "none.txt", "neither.txt"), "none.txt: error: no such file")
    expectError(try program.run("import", "none.csv"), "none.csv: error: no such file")
    expectError(try program.run("lookup", "x", "--glossary", "none.csv"), "none.csv: error: no such file")
    expectError(try program.run("link", "none.jsonl"), "none.jsonl: error: no such file")
    expectError(try program.run("link", "--zh", "none", "--en", "none"), "none: error: no such file")
  }

  @Test func `of several files the readable ones are done, and the exit code says that one was not`() throws {
    let program = try Program()
    try program.folder.write("两国的戰(zhàn)略合作。\n", to: "a.txt")
    try program.folder.write("&amp;nbsp;今天的淘宝村和过去不一样。\n", to: "b.txt")
    let shown = try program.run("entities", "a.txt", "none.txt", "b.txt", "--format", "jsonl")
    #expect(shown.status == 2 && shown.error.contains("none.txt: error: no such file"))
    #expect(shown.output.contains("淘宝村"))
    let repaired = try program.run("repair", "none.txt", "a.txt", ".", "b.txt", "--in-place")
    #expect(repaired.status == 2)
    #expect(repaired.error.contains("none.txt: error: no such file") && repaired.error.contains(".: error: is a dir"))
    #expect(try program.folder.bytes("b.txt") == Array(" 今天的淘宝村和过去不一样。\n".utf8))
  }

  @Test func `a folder where a file is wanted`() throws {
    let program = try Program()
    for command in Self.readers where command != ["lint"] {  // which checks the files in it
      expectError(try program.run(command + ["."]), ".: error: is a directory")
    }
  }

  @Test func `a binary file`() throws {
    let program = try Program()
    let bytes =
      [UInt8]([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 1, 2, 3, 0xFF, 0xFE, 0, 7])
      + [UInt8](repeating: 3, count: 99)
    try program.folder.write(bytes, to: "a.out")
    for command in Self.readers { expectError(try program.run(command + ["a.out"]), "a.out: error: is not text") }
  }

  @Test func `an empty file`() throws {
    let program = try Program()
    try program.folder.write("", to: "empty.txt")
    for command in Self.readers {
      expectError(try program.run(command + ["empty.txt"]), "empty.txt: error: the file is empty")
    }
    try program.folder.write("", to: "empty.csv")
    expectError(try program.run("import", "empty.csv"), "empty.csv", "empty")
  }

  @Test func `the wrong encoding`() throws {
    let program = try Program()
    try program.folder.write("淘宝村和跨境电商", to: "a.txt")
    expectError(try program.run("repair", "a.txt", "--encoding", "big5"), "a.txt:1: error: byte", "not valid big5")
    expectError(try program.run("repair", "a.txt", "--encoding", "klingon"), "“klingon” is not an encoding we know")
  }

  @Test func `invalid UTF-8 is told with its line`() throws {
    let program = try Program()
    let text = Array("第一行是好的，足够长的一行中文。\nsecond line\n第三行".utf8) + [0xFF] + Array("坏了，但后面还有很多正常的文字。\n".utf8)
    try program.folder.write(text, to: "a.txt")
    for command in Self.readers {
      expectError(try program.run(command + ["a.txt"]), "a.txt:3: error: byte", "not valid UTF-8")
    }
  }

  @Test func `a line of some megabytes`() throws {
    let program = try Program()
    try program.folder.write([UInt8](repeating: 0x61, count: 4_000_000), to: "long.txt")
    let result = try program.run("repair", "long.txt")
    #expect(result.status == 0)
    #expect(result.output.utf8.count == 4_000_000)
  }

  @Test func `an unknown option, command, format, rule`() throws {
    let program = try Program()
    try program.folder.write("Good text.", to: "a.txt")
    expectError(try program.run("lint", "a.txt", "--colour", "red"), "--colour")
    expectError(try program.run("frobnicate"), "frobnicate")
    expectError(
      try program.run("lint", "a.txt", "--format", "pdf"), "--format: error: “pdf” is not a format we know", "jsonl")
    expectError(try program.run("export", "--format", "docx"), "“docx” is not a format we know", "tbx")
    expectError(try program.run("import", "a.txt", "--as", "odt"), "“odt” is not a format we know")
    expectError(
      try program.run("lint", "a.txt", "--select", "garble/sistematic-substitution"),
      "did you mean “garble/systematic-substitution”?")
    expectError(try program.run("explain", "number/split"), "did you mean “number/split-magnitude”?")
    expectError(try program.run("align", "a.txt", "a.txt", "--mode", "loose"), "--mode: error: “loose” is not")
  }

  @Test func `two texts of one language`() throws {
    let program = try Program()
    try program.folder.write("An English text about villages.", to: "a.txt")
    try program.folder.write("Another English text.", to: "b.txt")
    expectError(try program.run("align", "a.txt", "b.txt"), "b.txt: error: is English, like a.txt")
  }

  @Test func `a glossary row without a needed cell, with an id twice, without a column`() throws {
    let program = try Program()
    try program.folder.write("id,zh-Hans,en\na,淘宝村,Taobao Village\nb,,city brain\n", to: "cell.csv")
    expectError(try program.run("import", "cell.csv"), "cell.csv:3: error:")
    try program.folder.write("id,zh-Hans,en\na,淘宝村,Taobao Village\na,城市大脑,City Brain\n", to: "twice.csv")
    expectError(try program.run("import", "twice.csv"), "twice.csv:3: error: the id “a” is already used in line 2")
    try program.folder.write("id,zh-Hans\na,淘宝村\n", to: "column.csv")
    expectError(try program.run("import", "column.csv"), "column.csv:1: error: the header has no column “en”")
    // Nothing of them was imported.
    #expect(try program.run("lookup", "淘宝村", "--format", "jsonl").output.contains("\"glossary\":\"mine\"") == false)
  }

  @Test func `one bad file among several leaves the glossary as it was`() throws {
    let program = try Program()
    try program.folder.write("id,zh-Hans,en\nx1,对照试验村,side-by-side village\n", to: "good.csv")
    try program.folder.write("id,zh-Hans\na,淘宝村\n", to: "bad.csv")
    expectError(try program.run("import", "good.csv", "bad.csv"), "bad.csv:1: error:")
    #expect(try program.run("lookup", "对照试验村", "--match", "exact").status == 1)
  }

  @Test func `a database that is none, is newer, or is another program's`() throws {
    let program = try Program()
    try program.folder.write(
      "SQLite format 3\0 and then nothing of the kind, but long enough to look like one ....", to: "fake.sqlite")
    expectError(try program.run("lookup", "x", "--glossary", "fake.sqlite"), "fake.sqlite: error:")
    #expect(try program.run("lookup", "淘宝村").status == 0)
    let good = try Data(contentsOf: URL(filePath: program.database))
    // The header of SQLite's file format: user_version at byte 60, application_id at byte 68, big endian.
    var newer = good
    newer.replaceSubrange(60..<64, with: [0, 0, 0x27, 0x0F])
    try program.folder.write([UInt8](newer), to: "newer.sqlite")
    expectError(try program.run("lookup", "x", "--glossary", "newer.sqlite"), "newer.sqlite: error:", "newer")
    var foreign = good
    foreign.replaceSubrange(68..<72, with: [0x12, 0x34, 0x56, 0x78])
    try program.folder.write([UInt8](foreign), to: "foreign.sqlite")
    expectError(try program.run("lookup", "x", "--glossary", "foreign.sqlite"), "foreign.sqlite: error:")
  }

  @Test func `a data folder that cannot be written still answers`() throws {
    let program = try Program()
    let blocked = try program.folder.write("a file where the folder should be", to: "duizhao")
    defer { _ = blocked }
    let process = Program.Environment(dataHome: program.folder.url.path)
    let result = try program.run(["lookup", "淘宝村"], environment: process)
    #expect(result.status == 0)
    #expect(result.output.contains("Taobao Village"))
    #expect(result.error.contains("cannot be written"))
  }

  @Test func `an output that cannot be written leaves no trace`() throws {
    let program = try Program()
    expectError(
      try program.run("export", "--format", "csv", "-o", "no/such/folder/out.csv"),
      "no/such/folder/out.csv: error: cannot be written")
    #expect(try program.folder.names().isEmpty)
  }

  @Test func `a table row with too few cells is told with its line`() throws {
    let program = try Program()
    try program.folder.write("id\tzh\ten\n1\t你好。\tHello.\n2\t再见。\n", to: "t.tsv")
    expectError(
      try program.run("lint", "t.tsv"),
      "t.tsv:3: error: the row ends after 2 of 3 cells: the column “en” is missing")
  }

  @Test func `a document without its fields is told with its line`() throws {
    let program = try Program()
    try program.folder.write("{\"id\":\"a\",\"lang\":\"zh\",\"text\":\"你好\"}\n{\"id\":\"b\"}\n", to: "d.jsonl")
    expectError(try program.run("link", "d.jsonl"), "d.jsonl:2: error:")
    try program.folder.write(
      "{\"id\":\"a\",\"lang\":\"zh\",\"text\":\"你好\"}\n{\"id\":\"a\",\"lang\":\"zh\",\"text\":\"你好\"}\n", to: "e.jsonl")
    expectError(try program.run("link", "e.jsonl"), "e.jsonl:2: error: the id “a” is already used in line 1")
  }

  @Test func `a configuration with an unknown key`() throws {
    let program = try Program()
    try program.folder.write("# ours\nglosary: house.csv\n", to: ".duizhao.yml")
    expectError(
      try program.run("lookup", "x"), ".duizhao.yml:2: error: “glosary” is no setting; did you mean “glossary”?")
    try program.folder.write("glossary: [house.csv\n", to: ".duizhao.yml")
    expectError(try program.run("lookup", "x"), ".duizhao.yml", "not valid YAML")
  }

  @Test func `one unreadable file among several does not stop the others`() throws {
    let program = try Program()
    try program.folder.write("It cost 7 billion 900 million yuan.\n", to: "a.txt")
    let result = try program.run("lint", "none.txt", "a.txt", "--format", "jsonl")
    #expect(result.status == 2)
    #expect(result.error.contains("none.txt: error: no such file"))
    #expect(result.output.contains("number/split-magnitude"))
  }

  @Test func `a locked database is told`() throws {
    let program = try Program()
    #expect(try program.run("lookup", "淘宝村").status == 0)
    try program.folder.write("id,zh-Hans,en\nx1,对照试验村,side-by-side village\n", to: "good.csv")
    let lock = try DatabaseLock(path: program.database)
    expectError(try program.run("import", "good.csv"), "glossary.sqlite: error:", "is in use by another program")
    lock.release()
    #expect(try program.run("import", "good.csv").status == 0)
  }
}
