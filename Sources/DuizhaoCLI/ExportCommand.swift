import ArgumentParser
import DuizhaoKit
import Formats
import Terminology

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the glossary in a format that other programs read.",
    discussion: """
      What a format cannot hold is said on standard error, never dropped in silence.

      EXAMPLES
        duizhao export --format tbx -o glossary.tbx
        duizhao export -o glossary.csv --select e-commerce
        duizhao export --format markdown
      """)

  @Option(
    help:
      "\(GlossaryFormat.all.filter(\.isWritable).map(\.id).joined(separator: ", ")). Default: by the name of the output."
  )
  var format: String?
  @Option(help: "Only concepts of this subject field or type, or with this id. May be given again.")
  var select: [String] = []
  @Option(help: "Only this glossary of your database, for example CC-CEDICT.")
  var only: String?
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    if format == nil, outputOptions.output == nil {
      throw ValidationError("name a format (--format csv) or a file whose name tells it (-o glossary.csv)")
    }
    let operation = ExportOperation(format: format, selection: select, glossary: only)
    let written = try operation.run(output: outputOptions.output, in: Workspace(glossaryOptions))
    let output = Output(path: outputOptions.output)
    output.write(written.bytes)
    try output.finish()
    for line in FormatLoss.summary(of: written.losses) { Output.error("duizhao: \(line)") }
  }
}
