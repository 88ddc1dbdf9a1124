import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryAudit

struct GlossaryStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts what a glossary holds: concepts, terms, subject fields, and what is still missing.",
    discussion: """
      EXAMPLES
        duizhao glossary stats
        duizhao glossary stats house.csv --format json
      """)

  @Argument(help: "Glossary files or databases. Default: the glossaries in force.")
  var paths: [String] = []
  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json"])
    let statistics = GlossaryStatistics(of: try Workspace(glossaryOptions).concepts(ofGlossaries: paths))
    let output = Output(path: outputOptions.output)
    output.write(
      format == "json"
        ? Self.json(statistics).pretty + "\n"
        : Self.text(statistics, TerminalStyle(usesColor: outputOptions.usesColor)))
    try output.finish()
  }

  private static func groups(_ statistics: GlossaryStatistics) -> [(
    key: String, title: String, whole: Int, counts: [GlossaryStatistics.Count]
  )] {
    [
      ("languages", "Terms by language", statistics.termCount, statistics.languages),
      ("statuses", "Terms by status", statistics.termCount, statistics.statuses),
      ("coverage", "Concepts with", statistics.conceptCount, statistics.coverage),
      ("subjectFields", "Concepts by subject field", statistics.conceptCount, statistics.subjectFields),
      ("types", "Concepts by type", statistics.conceptCount, statistics.types),
    ]
  }

  private static func json(_ statistics: GlossaryStatistics) -> JSONValue {
    let members =
      [
        JSONValue.Member("concepts", .integer(statistics.conceptCount)),
        JSONValue.Member("terms", .integer(statistics.termCount)),
      ]
      + groups(statistics).map { group in
        JSONValue.Member(group.key, .object(group.counts.map { JSONValue.Member($0.name, .integer($0.count)) }))
      }
    return .object(members)
  }

  /// A bar a line: how large a part of the whole it is.
  private static func text(_ statistics: GlossaryStatistics, _ style: TerminalStyle) -> String {
    var result = style.bold("\(statistics.conceptCount) concepts, \(statistics.termCount) terms") + "\n"
    for group in groups(statistics) {
      result += "\n\(style.bold(group.title))\n"
      let names = group.counts.map { $0.name.isEmpty ? "(none)" : $0.name }
      let width = names.map { TerminalStyle.width(of: $0) }.max() ?? 0
      for (name, count) in zip(names, group.counts.map(\.count)) {
        let share = group.whole == 0 ? 0 : Double(count) / Double(group.whole)
        let bar = String(repeating: "█", count: Int((share * 30).rounded()))
        let number = String(count)
        let padding = String(repeating: " ", count: width - TerminalStyle.width(of: name) + max(0, 7 - number.count))
        result += "  \(name)\(padding)\(number)  \(style.cyan(bar))\n"
      }
    }
    return result
  }
}
