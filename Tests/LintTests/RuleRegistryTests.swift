import Foundation
import Lint
import TestSupport
import Testing

@Suite struct RuleRegistryTests {
  @Test func `the registry holds every rule of the folder`() throws {
    let folder = TestFolders.inProject("Sources/Lint/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let registered = RuleRegistry.all.map { "\($0).swift" }
    #expect(registered.sorted() == files.sorted())
  }

  @Test func `ids are sorted and unique`() {
    let ids = RuleRegistry.all.map { $0.metadata.id }
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a rule is found by its id, and a misspelt id leads to the nearest`() {
    #expect(RuleRegistry.rule(named: "residue/stock-link") == StockLink.self)
    #expect(RuleRegistry.rule(named: "residue/stock") == nil)
    #expect(RuleRegistry.nearestID(to: "residue/stok-link") == "residue/stock-link")
  }
}
