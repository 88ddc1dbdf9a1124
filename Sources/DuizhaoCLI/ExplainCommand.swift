import ArgumentParser
import DuizhaoKit
import Formats
import TextCore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule: what it finds, why, examples, how to mend it, how sure it is.",
    discussion: """
      EXAMPLES
        duizhao explain garble/systematic-substitution
        duizhao explain number/split-magnitude
        duizhao explain house/plain-words               a rule of the nearest .duizhao.yml
      """)

  @Argument(help: "A rule's id; duizhao rules lists them.")
  var rule: String
  @Option(help: "text, or markdown: the rule's page of the manual.")
  var format: String = "text"
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "markdown"])
    let found = try RuleCatalogue(Workspace(nil, configurationOptions)).rule(named: rule)
    let output = Output(path: outputOptions.output)
    let page = RuleDocumentation(found)
    output.write(format == "markdown" ? page.markdown : page.terminalText(usesColor: outputOptions.usesColor))
    try output.finish()
  }
}
