import Configuration
import Foundation
import TestSupport
import Testing

@testable import Formats
@testable import Lint

/// The pages under docs/rules are those that the rules make.
struct RuleDocsTests {
  @Test func `every rule has its page, and no page is stale`() throws {
    let folder = TestFolders.inProject("docs/rules")
    var expected: Set<String> = ["README.md"]
    for rule in StandardRules.all {
      let name = rule.id.replacingOccurrences(of: "/", with: "-") + ".md"
      expected.insert(name)
      let page = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(page == RuleDocumentation(rule).markdown, "\(name) is stale: run tools/rule-docs")
    }
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == expected)
  }
}
