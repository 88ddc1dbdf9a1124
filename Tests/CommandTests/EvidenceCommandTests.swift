import TestSupport
import Testing

/// `duizhao align --record`, and what it leads to.
struct EvidenceCommandTests {
  private static let chinese = "淘宝村是互联网时代的产物。\n城市大脑让杭州的交通更顺畅。\n支付宝改变了人们的生活。\n"
  private static let english =
    "Taobao Villages are a product of the Internet era.\nThe City Brain makes traffic in Hangzhou smoother.\n"
    + "Alipay has changed people's lives.\n"

  private func aligned(_ program: Program, _ arguments: String...) throws -> Program.Outcome {
    try program.folder.write(Self.chinese, to: "a.zh.txt")
    try program.folder.write(Self.english, to: "a.en.txt")
    return try program.run(["align", "a.zh.txt", "a.en.txt", "--presegmented", "--mode", "parallel"] + arguments)
  }

  @Test func `evidence is recorded once, told by lookup, exported, and taken back`() throws {
    let program = try Program()
    #expect(try !aligned(program).error.contains("evidence"))
    let first = try aligned(program, "--record", "--who", "li")
    #expect(first.status == 0)
    #expect(first.error.contains("evidence recorded:") && !first.error.contains(": 0 new"), "\(first.error)")
    #expect(try aligned(program, "--record").error.contains("evidence recorded: 0 new"))
    let found = try program.run("lookup", "淘宝村")
    #expect(found.output.contains("1 time in aligned texts, as in a.zh.txt:1"), "\(found.output)")
    let json = try program.run("lookup", "城市大脑", "--format", "jsonl").output
    #expect(json.contains(#""seen":{"count":1"#) && json.contains(#""zhLine":2"#), "\(json)")
    #expect(try program.run("glossary", "history").output.contains("li  record  evidence:"))
    let tbx = try program.run("export", "--format", "tbx", "--select", "term-taobao-village", "--examples", "1").output
    #expect(tbx.contains("淘宝村是互联网时代的产物。") && tbx.contains("a.zh.txt:1"))
    #expect(
      try !program.run("export", "--format", "tbx", "--select", "term-taobao-village").output.contains("a.zh.txt"))
    #expect(try program.run("glossary", "undo").output.contains("record  evidence"))
    #expect(try !program.run("lookup", "淘宝村").output.contains("aligned texts"))
  }

  @Test func `a corpus is recorded as one change`() throws {
    let program = try Program()
    try program.folder.write(Self.chinese, to: "a.zh.txt")
    try program.folder.write(Self.english, to: "a.en.txt")
    try program.folder.write("a.zh.txt\ta.en.txt\n", to: "pairs.tsv")
    let result = try program.run(
      "align", "--pairs", "pairs.tsv", "--mode", "parallel", "--presegmented", "--keep", "all", "--record", "-o",
      "c.tsv")
    #expect(result.error.contains("evidence recorded:"), "\(result.error)")
    #expect(try program.run("glossary", "history", "--format", "jsonl").output.split(separator: "\n").count == 1)
  }
}
