import Foundation
import TestSupport
import Testing
import TextCore

@testable import DuizhaoKit

/// Repairs are written only into what was checked.
struct FixWritingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func result(of path: String) throws -> LintResult {
    let glossary = try folder.write("zh-Hans,en\n村,village\n", to: "glossary.csv")
    let workspace = Workspace(
      data: DataFolder(environment: ["XDG_DATA_HOME": folder.path("data")]), glossaries: [glossary],
      configurationFolder: folder.url.path, configurationChoice: .none, onNotice: { _ in })
    let run = try LintOperation().run(on: [path], in: workspace)
    return try #require(run.results.first)
  }

  @Test func `a file that changed since it was checked stays as it is`() throws {
    let path = try folder.write("Alibaba\u{2019}S village.\n", to: "a.txt")
    let result = try result(of: path)
    try #require(result.fixCount == 1)
    let changed = "Alibaba\u{2019}S village, and more.\n"
    _ = try folder.write(changed, to: "a.txt")
    let error = #expect(throws: InputError.self) { try result.writeFixes() }
    #expect(error?.description.contains("the file has changed since it was checked; check it again") == true)
    #expect(try Files.bytes(of: path) == Array(changed.utf8))
  }

  @Test func `a file that did not change is mended`() throws {
    let path = try folder.write("Alibaba\u{2019}S village.\n", to: "a.txt")
    try result(of: path).writeFixes()
    #expect(try Files.bytes(of: path) == Array("Alibaba\u{2019}s village.\n".utf8))
  }
}
