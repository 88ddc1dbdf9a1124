import Foundation
import TestSupport
import Testing

/// What `.duizhao.yml` does to the commands.
struct ConfigurationCommandTests {
  private static let split = "It cost 7 billion 900 million yuan.\n"

  private func folder(_ program: Program, _ name: String) throws -> URL {
    let url = program.folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test func `the configuration is that of the file, not of the working folder`() throws {
    let program = try Program()
    _ = try folder(program, "quiet/deep")
    try program.folder.write("lint:\n  ignore: number\n", to: "quiet/.duizhao.yml")
    try program.folder.write(Self.split, to: "quiet/deep/a.txt")
    try program.folder.write(Self.split, to: "b.txt")
    let result = try program.run("lint", "quiet/deep/a.txt", "b.txt", "--format", "jsonl")
    #expect(!result.output.contains("quiet/deep/a.txt"), "\(result.output)")
    #expect(result.output.contains("\"path\":\"b.txt\""))
    #expect(try program.run("lint", "quiet/deep/a.txt", "--no-config").output.contains("7.9 billion"))
    #expect(try program.run("lint", "b.txt", "--config", "quiet/.duizhao.yml").status == 0)
    #expect(try program.run("lint", "b.txt", "--config", "x.yml", "--no-config").status == 2)
  }

  @Test func `severities, fail-on and overrides decide the exit code`() throws {
    let program = try Program()
    _ = try folder(program, "legal")
    try program.folder.write(Self.split, to: "a.txt")
    try program.folder.write(Self.split, to: "legal/a.txt")
    try program.folder.write(
      """
      lint:
        select: number
        severity: {number/split-magnitude: info}
      overrides:
        - files: legal/**
          severity: {number/split-magnitude: error}
      """, to: ".duizhao.yml")
    #expect(try program.run("lint", "a.txt").status == 0)
    #expect(try program.run("lint", "a.txt", "--fail-on", "info").status == 1)
    #expect(try program.run("lint", "legal/a.txt").status == 1)
    try program.folder.write("lint:\n  fail-on: info\n  severity: {number: info}\n", to: ".duizhao.yml")
    #expect(try program.run("lint", "a.txt").status == 1)
    #expect(try program.run("lint", "a.txt", "--fail-on", "error").status == 0)
    #expect(try program.run("lint", "a.txt", "--fail-on", "never").status == 2)
  }

  @Test func `a file is compared with its original when a pair names it`() throws {
    let program = try Program()
    try program.folder.write("pairs:\n  - {source: \"{name}.zh.txt\", target: \"{name}.en.txt\"}\n", to: ".duizhao.yml")
    try program.folder.write("这座工厂投资了480亿元。\n", to: "a.zh.txt")
    try program.folder.write("The plant cost 4.8 billion yuan.\n", to: "a.en.txt")
    try program.folder.write("The plant cost 4.8 billion yuan.\n", to: "alone.en.txt")
    let result = try program.run("lint", "a.en.txt", "alone.en.txt", "a.zh.txt", "--select", "number")
    #expect(result.output.contains("a.en.txt:1:"), "\(result.output)\(result.error)")
    #expect(!result.output.contains("alone.en.txt"))
    #expect(
      result.error.contains("alone.en.txt: warning: is checked by itself: its original alone.zh.txt is not there\n"),
      "\(result.error)")
  }

  @Test func `rules of the project find, fix, are listed and explained`() throws {
    let program = try Program()
    try program.folder.write(
      """
      rules:
        - id: house/plain-words
          words: {utilise: use}
          safe: true
          bad: We utilise it.
          good: We use it.
      """, to: ".duizhao.yml")
    try program.folder.write("Utilise the warehouse.\n", to: "a.txt")
    let found = try program.run("lint", "a.txt", "--select", "house", "--format", "jsonl")
    #expect(found.output.contains("\"rule\":\"house/plain-words\""), "\(found.output)\(found.error)")
    #expect(found.status == 1)
    #expect(try program.run("rules").output.contains("house/plain-words"))
    #expect(try program.run("explain", "house/plain-words").output.contains("We ⟦utilise⟧ it."))
    #expect(try program.run("rules", "--check").output.contains("1 bad and 1 good examples"))
    _ = try program.run("lint", "a.txt", "--select", "house", "--fix")
    #expect(String(decoding: try program.folder.bytes("a.txt"), as: UTF8.self) == "Use the warehouse.\n")
  }

  @Test func `a broken configuration and a catastrophic pattern are errors with their place`() throws {
    let program = try Program()
    try program.folder.write("Some text.\n", to: "a.txt")
    try program.folder.write("lint:\n  selct: all\n", to: ".duizhao.yml")
    let broken = try program.run("lint", "a.txt")
    #expect(broken.status == 2)
    #expect(broken.error.contains(".duizhao.yml:2: error: “selct” is no setting of “lint”; did you mean “select”?"))
    try program.folder.write(
      "rules:\n  - id: house/slow\n    pattern: '(a+)+$x|bad'\n    bad: bad\n", to: ".duizhao.yml")
    try program.folder.write(String(repeating: "a", count: 80) + "\n", to: "slow.txt")
    let slow = try program.run("lint", "slow.txt", "a.txt", "--format", "jsonl")
    #expect(slow.status == 2)
    #expect(slow.error.contains(":2: error: house/slow: the pattern takes too long"), "\(slow.error)")
    #expect(slow.error.contains("in slow.txt"))
  }
}
