import TestSupport
import Testing

@testable import DuizhaoKit

/// Which files a folder stands for.
struct FileWalkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func files(at path: String) throws -> [String] {
    var walk = FileWalk(.none)
    return try walk.files(at: [folder.path(path)]).map { String($0.dropFirst(folder.url.path.count + 1)) }
  }

  @Test func `ignored files are passed over, whatever script the names of the folders are in`() throws {
    try Files.makeDirectory(folder.path("语料库/.git"))
    try Files.makeDirectory(folder.path("语料库/草稿"))
    try folder.write("/草稿/\nold*\n!old-but-good.txt\n", to: "语料库/.gitignore")
    for name in ["a.txt", "old.txt", "old-but-good.txt", "草稿/b.txt"] { try folder.write("x\n", to: "语料库/\(name)") }
    #expect(try files(at: "语料库") == ["语料库/a.txt", "语料库/old-but-good.txt"])
  }

  @Test func `of the tables only bilingual ones are texts to check`() throws {
    try folder.write("zh\ten\n你好\tHello\n", to: "pairs.tsv")
    try folder.write("name,size\na,1\n", to: "list.csv")
    try folder.write("# Title\n", to: "a.md")
    try folder.write("x", to: "a.png")
    var walk = FileWalk(.none)
    let found = try walk.files(at: [folder.url.path, folder.path("a.md"), folder.path("a.png")])
    #expect(found == ["a.md", "pairs.tsv", "a.png"].map { folder.path($0) })
  }
}
