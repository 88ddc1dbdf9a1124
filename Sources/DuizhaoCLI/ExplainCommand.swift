import ArgumentParser
import DuizhaoKit
import Formats
import Lint
import TextCore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule: what it finds, why, examples, how to mend it, how sure it is.",
    discussion: """
      EXAMPLES
        duizhao explain garble/systematic-substitution
        duizhao explain number/split-magnitude
      """)

  @Argument(help: "A rule's id; duizhao rules lists them.")
  var rule: String
  @Option(help: "text, or markdown: the rule's page of the manual.")
  var format: String = "text"
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "markdown"])
    guard let found = RuleRegistry.rule(named: rule) else {
      let hint = RuleRegistry.nearestID(to: rule).map { "; did you mean “\($0)”?" } ?? ""
      throw InputError(path: rule, .malformed("there is no such rule\(hint)"))
    }
    let output = Output(path: outputOptions.output)
    let page = RuleDocumentation(found.metadata)
    output.write(format == "markdown" ? page.markdown : page.terminalText(usesColor: outputOptions.usesColor))
    try output.finish()
  }
}
