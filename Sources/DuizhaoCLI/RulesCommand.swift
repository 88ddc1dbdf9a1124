import ArgumentParser
import DuizhaoKit
import Formats
import Lint
import TextCore

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules of the checker.",
    discussion: """
      EXAMPLES
        duizhao rules
        duizhao rules --format json
      """)

  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json"])
    let rules = RuleRegistry.all.map { $0.metadata }.sorted { $0.id < $1.id }
    let output = Output(path: outputOptions.output)
    if format == "json" {
      let values = rules.map { rule in
        JSONValue.object([
          "id": .string(rule.id), "severity": .string(rule.severity.rawValue), "default": .bool(rule.isOnByDefault),
          "summary": .string(rule.summary),
        ])
      }
      output.write(JSONValue.array(values).pretty + "\n")
    } else {
      let style = TerminalStyle(usesColor: outputOptions.usesColor)
      let width = rules.map(\.id.count).max() ?? 0
      for rule in rules {
        let severity = rule.isOnByDefault ? rule.severity.rawValue : "off"
        let padded = severity + String(repeating: " ", count: 8 - severity.count)
        let id = rule.id + String(repeating: " ", count: width - rule.id.count)
        output.write("\(style.bold(id))  \(style.dim(padded)) \(rule.summary)\n")
      }
    }
    try output.finish()
  }
}
