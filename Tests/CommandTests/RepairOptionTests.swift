import TestSupport
import Testing

/// Wishes beyond the plain repair.
@Suite struct RepairOptionTests {
  @Test func `encoding and line ends change when asked, and only then`() throws {
    let program = try Program()
    let gbk: [UInt8] = [0xD6, 0xD0, 0xB9, 0xFA, 0x0D, 0x0A, 0xB1, 0xEA, 0xD7, 0xBC, 0x0D, 0x0A]
    try program.folder.write(gbk, to: "a.txt")
    #expect(try program.run("repair", "--in-place", "--encoding", "gbk", "a.txt").status == 0)
    #expect(try program.folder.bytes("a.txt") == gbk)
    let wish = ["repair", "--in-place", "--encoding", "gbk", "--to-encoding", "utf-8", "--line-ends", "lf", "a.txt"]
    #expect(try program.run(wish).status == 0)
    #expect(try program.folder.bytes("a.txt") == Array("中国\n标准\n".utf8))
    #expect(try program.run("repair", "a.txt", "--to-encoding", "klingon").status == 2)
    #expect(try program.run("repair", "a.txt", "--line-ends", "cr").status == 2)
  }

  @Test func `proposals are made when their kind is named`() throws {
    let program = try Program()
    try program.folder.write("人口３２万，经济发展。\n", to: "a.txt")
    #expect(try program.run("repair", "a.txt").output == "人口３２万，经济发展。\n")
    #expect(try program.run("repair", "a.txt", "--apply", "full-width").output == "人口32万，经济发展。\n")
    #expect(try program.run("repair", "a.txt", "--apply", "all").output == "人口32万，经济发展。\n")
    #expect(try program.run("repair", "a.txt", "--apply", "nothing").status == 2)
  }

  @Test func `a review shows before, after, reason and legend`() throws {
    let program = try Program()
    try program.folder.write("It is donâ€™t.\n人口３２万。\n\u{FFFD}\n", to: "a.txt")
    let plain = try program.run("repair", "a.txt", "--format", "review").output
    #expect(plain.contains("It is don[-â€™-]{+’+}t."))
    #expect(plain.contains("~３２~>32~"))
    #expect(plain.contains("1 made") && plain.contains("1 only proposed") && plain.contains("1 lost for good"))
    let colored = try program.run("repair", "a.txt", "--format", "review", "--color", "always").output
    #expect(colored.contains("\u{1B}[32m’\u{1B}[0m"))
    try program.folder.write("Nothing here.\n", to: "b.txt")
    #expect(try program.run("repair", "b.txt", "--format", "review").output == "nothing to repair\n")
  }
}
