import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports glossary files into your glossary.",
    discussion: """
      Merges by concept id: what is there already is skipped, what a file does not say stays as it is, and importing a \
      file again changes nothing. A file that cannot be read leaves everything as it was.

      EXAMPLES
        duizhao import house.csv
        duizhao import client.tbx --into client --dry-run
        duizhao import table.txt --as tsv
      """)

  @Argument(help: "Glossary files.")
  var files: [String]
  @Option(
    name: .customLong("as"),
    help:
      "The format: \(GlossaryFormat.all.filter(\.isReadable).map(\.id).joined(separator: ", ")). Default: by content and name."
  )
  var format: String?
  @Option(help: "The glossary to import into; made when it is not there.")
  var into: String = "mine"
  @Flag(help: "Only say what would happen.")
  var dryRun = false

  func run() throws {
    let operation = ImportOperation(format: format, glossary: into, isDryRun: dryRun)
    for result in try operation.run(on: files, in: Workspace()) {
      let report = result.report
      Output.standard.write(
        "\(result.path): \(report.added) added, \(report.updated) updated, \(report.skipped) skipped, \(report.conflicts.count) conflicts\(dryRun ? " (nothing was written)" : "")\n"
      )
      for conflict in report.conflicts {
        Output.standard.write(
          "  \(conflict.conceptID): \(conflict.field) was “\(conflict.stored)”, is now “\(conflict.imported)”\n")
      }
      for entry in report.rejected { Output.standard.write("  \(entry.conceptID): \(entry.reason.rawValue), left out\n") }
      for remark in result.remarks { Output.standard.write("  \(remark)\n") }
    }
  }
}
