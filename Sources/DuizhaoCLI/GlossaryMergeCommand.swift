import ArgumentParser
import DuizhaoKit
import Formats
import Terminology

struct GlossaryMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes one glossary of two that grew apart from a common one.",
    discussion: """
      What one side changed is taken, field by field and term by term; where both changed the same field differently, \
      ours stays and the conflict is told. Exit code 1 when there are conflicts. Without --base, concepts of one id are \
      united.

      EXAMPLES
        duizhao glossary merge ours.csv theirs.csv --base common.csv -o merged.csv
        duizhao glossary merge house.tbx client.xlsx --to csv > both.csv
      """)

  @Argument(help: "Our glossary: a file or a database.")
  var ours: String
  @Argument(help: "The other one.")
  var theirs: String
  @Option(help: "The glossary that both began from.")
  var base: String?
  @Option(help: "The format to write. Default: by the name of the output, else that of ours.")
  var to: String?
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try GlossaryFormat.writing(outputOptions.output ?? ours, named: to)
    let merge = try Workspace().merged(base: base, ours: ours, theirs: theirs)
    let written = try format.file(holding: merge.entries, at: outputOptions.output)
    try Output.put(written, at: outputOptions.output)
    for conflict in merge.conflicts {
      let said = [("was", conflict.base), ("ours", conflict.ours), ("theirs", conflict.theirs)]
        .map { "\($0) \($1.map { "“\($0)”" } ?? "nothing")" }.joined(separator: ", ")
      Output.error("duizhao: conflict in \(conflict.conceptID): \(conflict.field): \(said)")
    }
    for line in FormatLoss.summary(of: written.losses) { Output.error("duizhao: \(line)") }
    Output.error(
      "duizhao: \(merge.entries.count) concepts, \(merge.takenCount) new or changed by the other side, \(merge.removedCount) removed by it, \(merge.conflicts.count) conflicts"
    )
    if !merge.conflicts.isEmpty { throw ExitCode(1) }
  }
}
