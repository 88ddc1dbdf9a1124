import ArgumentParser
import DuizhaoKit
import Formats

struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Shows the people, places, organisations, terms, quantities and dates of a text.",
    discussion: """
      EXAMPLES
        duizhao entities article.txt
        duizhao entities article.txt --format jsonl
        duizhao entities article.txt --format html -o article.html
      """)

  @Argument(help: "Files; - is standard input.")
  var paths: [String]
  @Option(help: "text, jsonl or html (one file at a time).")
  var format: String = "text"
  @OptionGroup var input: InputOptions
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if format == "html", paths.count > 1 { throw ValidationError("--format html takes one file at a time") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: EntitiesReport.formats)
    let operation = EntitiesOperation(encoding: try input.textEncoding())
    let workspace = Workspace(glossaryOptions)
    let output = Output(path: outputOptions.output)
    for (index, path) in paths.enumerated() {
      let report = try operation.run(on: path, in: workspace)
      switch format {
      case "jsonl": output.write(report.jsonLines)
      case "html": output.write(report.html)
      default: output.write((index == 0 ? "" : "\n") + report.terminalText(usesColor: outputOptions.usesColor))
      }
    }
    try output.finish()
  }
}
