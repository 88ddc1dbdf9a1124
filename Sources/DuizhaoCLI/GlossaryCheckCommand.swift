import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryAudit
import TextCore

struct GlossaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks through a glossary for contradictions, doubles and what is not in order.",
    discussion: """
      Exit code 1 when there is a finding at or above --fail-on.

      EXAMPLES
        duizhao glossary check                        the glossaries in force
        duizhao glossary check house.csv client.tbx   these, together
        duizhao glossary check --select conflict      only one family of checks
        duizhao glossary check --list                 what is looked for
      """)

  @Argument(help: "Glossary files or databases. Default: the glossaries in force.")
  var paths: [String] = []
  @Option(help: "Only these checks or families, with commas between: conflict,pinyin/reading.")
  var select: String?
  @Option(help: "The least severity that makes the exit code 1: error, warning or info.")
  var failOn: String = "warning"
  @Flag(help: "List the checks.")
  var list = false
  @Option(help: "text, json or jsonl.")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json", "jsonl"])
    guard let threshold = Severity(rawValue: failOn) else {
      throw InputError(path: "--fail-on", .unknownFormat(failOn, known: ["error", "warning", "info"]))
    }
    let style = TerminalStyle(usesColor: outputOptions.usesColor)
    let output = Output(path: outputOptions.output)
    if list {
      output.write(GlossaryAuditReport.checks(format, style: style))
      return try output.finish()
    }
    let selection = select?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
    let findings = try Workspace(glossaryOptions).audit(paths, selection: selection)
    output.write(GlossaryAuditReport(findings: findings, width: outputOptions.width).text(format, style: style))
    try output.finish()
    if findings.contains(where: { $0.severity >= threshold }) { throw ExitCode(1) }
  }
}
