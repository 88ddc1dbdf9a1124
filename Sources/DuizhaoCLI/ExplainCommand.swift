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
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    guard let found = RuleRegistry.rule(named: rule) else {
      let hint = RuleRegistry.nearestID(to: rule).map { "; did you mean “\($0)”?" } ?? ""
      throw InputError(path: rule, .malformed("there is no such rule\(hint)"))
    }
    let output = Output(path: outputOptions.output)
    output.write(RuleDocumentation(found.metadata).terminalText(usesColor: outputOptions.usesColor))
    try output.finish()
  }
}
