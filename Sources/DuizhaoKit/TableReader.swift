import Formats
import Lint
import Repair
import TextCore

/// Reads the rows of a bilingual table, and runs the rules that look at each row by itself.
struct TableReader: Sendable {
  /// The path as the user gave it.
  let path: String
  let repairer: TextRepairer
  let linter: Linter

  /// So many rows go through all rules before the next ones are read: the processor has them at hand.
  private static let rowsOfPart = 64

  /// The document of the rows, and what the rules find in them; a row that comes again is checked once.
  ///
  /// The rows are checked on several `threads`; what is found does not depend on their number.
  func read(_ rows: [BilingualTable.Row], threads: Int) -> (LintDocument, [Finding]) {
    let repeats = RepeatedRows(rows)
    let vocabularies = VocabularyPool()
    func work<Output: Sendable>(
      on indices: [Int], _ body: @escaping @Sendable (ArraySlice<Int>, [LintUnit]) -> Output
    ) -> OrderedWork<ArraySlice<Int>, Output> {
      OrderedWork(Self.parts(of: indices), jobs: threads) { part in
        vocabularies.withVocabulary { vocabulary in body(part, part.map { unit(of: rows[$0], vocabulary) }) }
      }
    }
    var checked = [LintUnit?](repeating: nil, count: rows.count)
    var findings: [Finding] = []
    work(on: repeats.single) { ($0, $1, unitFindings(in: $1)) }.forEachResult { _, part in
      for (index, unit) in zip(part.0, part.1) { checked[index] = unit }
      findings += part.2
    }
    var findingsOfRow: [Int: [Finding]] = [:]
    work(on: repeats.repeated) { zip($0, $1).map { ($0, $1, unitFindings(in: [$1])) } }.forEachResult { _, part in
      for (index, unit, found) in part { (checked[index], findingsOfRow[index]) = (unit, found) }
    }
    let units = rows.indices.compactMap { index -> LintUnit? in
      let (first, id) = (repeats.firsts[index], rows[index].id)
      for var finding in findingsOfRow[first] ?? [] {
        finding.segment = id
        findings.append(finding)
      }
      guard let unit = checked[first], first < index else { return checked[index] }
      return LintUnit(id: id, source: unit.source, target: unit.target)
    }
    return (LintDocument(path: path, units: units, isBilingual: true), findings)
  }

  private static func parts(of indices: [Int]) -> [ArraySlice<Int>] {
    stride(from: 0, to: indices.count, by: rowsOfPart).map { indices[$0...].prefix(rowsOfPart) }
  }

  private func unit(of row: BilingualTable.Row, _ vocabulary: Vocabulary) -> LintUnit {
    func text(_ string: String, _ language: Language) -> LintText {
      LintText(
        MappedText(string), language: language, repairer: repairer, vocabulary: vocabulary,
        timer: linter.context.timer)
    }
    return LintUnit(id: row.id, source: text(row.chinese, .chinese), target: text(row.english, .english))
  }

  private func unitFindings(in units: [LintUnit]) -> [Finding] {
    defer { for unit in units { unit.forgetComparison() } }
    return linter.unitFindings(in: LintDocument(path: path, units: units, isBilingual: true))
  }
}
