import Formats
import Lint
import Repair
import Testing
import TextCore

@testable import DuizhaoKit

@Suite struct TableReaderTests {
  private static let lines = [
    "签约12亿元。\tContracts of 12 million yuan were signed.", "3月5日开会。\tThe meeting is on March 6.",
    "农民收入增加。\tThe  income of farmers rose .", "共有30个村。\tThere are 30 villages.",
  ]

  private static func read(_ lines: [String], threads: Int = 1) throws -> (LintDocument, [Finding]) {
    let file = try SourceText(path: "a.tsv", bytes: Array((["zh\ten"] + lines).joined(separator: "\n").utf8))
    let table = try #require(try BilingualTable(file))
    let linter = Linter(rules: RuleRegistry.all.map { $0.init() }, context: LintContext())
    return TableReader(path: "a.tsv", repairer: TextRepairer(), linter: linter).read(table.rows, threads: threads)
  }

  @Test func `a row that comes again has the findings of the first one`() throws {
    let (_, single) = try Self.read(Self.lines)
    #expect(Set(single.compactMap(\.segment)) == ["1", "2", "3"])
    let order = [0, 1, 0, 2, 3, 3, 1, 0]
    for threads in [1, 3] {
      let (document, findings) = try Self.read(order.map { Self.lines[$0] }, threads: threads)
      #expect(document.units.map(\.id) == (1...order.count).map(String.init))
      #expect(document.units[7].target === document.units[0].target)
      #expect(document.units[1].target !== document.units[0].target)
      for (row, line) in order.enumerated() {
        let told = findings.filter { $0.segment == String(row + 1) }.map { "\($0.rule) \($0.span) \($0.message)" }
        let expected = single.filter { $0.segment == String(line + 1) }.map { "\($0.rule) \($0.span) \($0.message)" }
        #expect(told.sorted() == expected.sorted(), "row \(row + 1)")
      }
    }
  }

  @Test func `rows that differ in one text, or in a space, are no repetitions`() throws {
    let (document, _) = try Self.read(["村\tvillage", "村\tvillage ", "村\thamlet", "乡\tvillage", "村\tvillage"])
    let targets = document.units.compactMap(\.target)
    #expect(targets.count == 5 && targets[4] === targets[0])
    #expect((1...3).allSatisfy { targets[$0] !== targets[0] })
  }

  @Test func `rows with one id are told apart`() throws {
    let file = try SourceText(
      path: "a.tsv", bytes: Array("id\tzh\ten\na\t村\tvillage\na\t城\tcity\n2\t乡\ttownship\n\t镇\ttown\n".utf8))
    let table = try #require(try BilingualTable(file))
    #expect(table.rows.map(\.id) == ["a", "a (line 3)", "2", "4"])
    #expect(Set(table.rows.map(\.id)).count == table.rows.count)
  }
}
