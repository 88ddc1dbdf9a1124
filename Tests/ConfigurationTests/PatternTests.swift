import Configuration
import Testing
import TextCore

@Suite struct PatternTests {
  @Test func `patterns of paths mean what they mean to Git`() throws {
    let table: [(pattern: String, path: String, isFolder: Bool, fits: Bool)] = [
      ("*.md", "a.md", false, true), ("*.md", "deep/er/a.md", false, true), ("*.md", "a.txt", false, false),
      ("/a.md", "a.md", false, true), ("/a.md", "b/a.md", false, false),
      ("legal/*", "legal/a.md", false, true), ("legal/*", "legal/x/a.md", false, false),
      ("legal/**", "legal/x/a.md", false, true), ("legal/**", "legal", true, false),
      ("**/zh/*.txt", "zh/a.txt", false, true), ("**/zh/*.txt", "x/y/zh/a.txt", false, true),
      ("a/**/b", "a/b", false, true), ("a/**/b", "a/x/y/b", false, true), ("a/**/b", "a/x", false, false),
      ("build/", "build", true, true), ("build/", "build", false, false),
      ("?.txt", "村.txt", false, true), ("??.txt", "村.txt", false, false), ("[a-c].txt", "b.txt", false, true),
      ("[!a-c].txt", "b.txt", false, false), ("[!a].txt", "村.txt", false, true), ("[村镇].txt", "镇.txt", false, true),
      ("[村镇].txt", "杓.txt", false, false), ("*a*a*a*b", String(repeating: "a", count: 5000), false, false),
      (#"\*.md"#, "*.md", false, true), (#"\*.md"#, "a.md", false, false), ("**", "a/b", false, true),
    ]
    for (pattern, path, isFolder, fits) in table {
      let compiled = try #require(PathPattern(pattern))
      #expect(compiled.matches(path, isFolder: isFolder) == fits, "\(pattern) \(path.prefix(40))")
    }
    #expect(PathPattern("") == nil && PathPattern("/") == nil)
    #expect(try #require(PathPattern("!keep.md")).isNegated)
  }

  @Test func `a pattern of a folder covers what lies in it`() throws {
    #expect(try #require(PathPattern("legal")).covers("legal/x/a.md"))
    #expect(try #require(PathPattern("legal/")).covers("legal/a.md"))
    #expect(try !#require(PathPattern("legal/")).covers("legal"))
    #expect(try !#require(PathPattern("legal")).covers("illegal/a.md"))
  }

  @Test func `the original follows from the path of the translation`() throws {
    let names = try #require(PairPattern(source: "{name}.zh.md", target: "{name}.en.md"))
    #expect(names.source(ofTarget: "docs/a.en.md") == "docs/a.zh.md")
    #expect(names.source(ofTarget: "docs/a.zh.md") == nil)
    let folders = try #require(PairPattern(source: "{top}/zh/{name}.txt", target: "{top}/en/{name}.txt"))
    #expect(folders.source(ofTarget: "x/en/en/a.txt") == "x/zh/en/a.txt")
    #expect(PairPattern(source: "a.zh.md", target: "a.en.md") == nil)
    #expect(PairPattern(source: "{a}{b}.zh", target: "{a}{b}.en") == nil)
    #expect(PairPattern(source: "{other}.zh", target: "{name}.en") == nil)
  }

  @Test func `a search is bounded`() throws {
    let expression = try RegularExpression("(a+)+$x")
    #expect(throws: RegularExpression.Failure.tooSlow) {
      try expression.matches(in: Array(repeating: UInt8(ascii: "a"), count: 60))
    }
    #expect(try expression.matches(in: Array("b".utf8)).isEmpty)
  }

  @Test func `matches are given in bytes, with their groups`() throws {
    let matches = try RegularExpression("村(x)?(.)$").matches(in: Array("淘宝村a\n村xb".utf8))
    #expect(matches.map(\.span) == [TextSpan(6, 10), TextSpan(11, 16)])
    #expect(matches[0].groups == [nil, TextSpan(9, 10)])
    #expect(throws: RegularExpression.Failure.self) { try RegularExpression("(") }
  }
}
