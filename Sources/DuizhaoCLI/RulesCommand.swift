import ArgumentParser
import DuizhaoKit
import Formats
import TextCore

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules of the checker, those of the project among them.",
    discussion: """
      EXAMPLES
        duizhao rules
        duizhao rules --format json
        duizhao rules --check         run the examples of the rules in .duizhao.yml
      """)

  @Option(help: "text or json.")
  var format: String = "text"
  @Flag(help: "Run the examples of the project's own rules; exit code 2 when one is not judged as it says.")
  var check = false
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json"])
    // A rule that its examples refute makes the whole configuration invalid.
    let catalogue = try RuleCatalogue(Workspace(nil, configurationOptions))
    let output = Output(path: outputOptions.output)
    if check {
      for rule in catalogue.houseRules {
        output.write("\(rule.id): \(rule.bad.count) bad and \(rule.good.count) good examples are judged right\n")
      }
      if catalogue.houseRules.isEmpty { Output.error("duizhao: the project has no rules of its own") }
      return try output.finish()
    }
    let rules = catalogue.rules
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
