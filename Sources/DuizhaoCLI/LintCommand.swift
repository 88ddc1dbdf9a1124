import ArgumentParser
import DuizhaoKit
import Formats
import Lint
import TextCore

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks translated text: garbles, numbers, terms, names, residue, layout. Explains and mends.",
    discussion: """
      Reads text, and bilingual tables (.tsv or .csv with the columns zh and en). With --source the text is aligned with \
      its original first and compared with it. Exit code 1 when there is a finding at or above --fail-on.

      EXAMPLES
        duizhao lint article.en.txt
        duizhao lint article.en.txt --source article.zh.txt
        duizhao lint table.tsv --format jsonl
        duizhao lint article.en.txt --diff           what --fix would change
        duizhao lint article.en.txt --fix            make the safe repairs
        duizhao lint article.en.txt --select garble,number --fail-on error
      """)

  @Argument(help: "Files; - is standard input.")
  var paths: [String]
  @Option(help: "The original of the text, to compare with.")
  var source: String?
  @Option(help: "text, json, jsonl and more; see the README.")
  var format: String = "text"
  @Flag(help: "Make the safe repairs in the files.")
  var fix = false
  @Flag(help: "Print what --fix would change, as a unified diff.")
  var diff = false
  @Option(help: "Only these rules or families, with commas between: garble,number/mismatch.")
  var select: String?
  @Option(help: "Not these rules or families.")
  var ignore: String?
  @Option(help: "The least severity that makes the exit code 1: error, warning or info.")
  var failOn: String = "warning"
  @OptionGroup var input: InputOptions
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if fix, diff { throw ValidationError("--fix and --diff exclude each other") }
    if source != nil, paths.count > 1 { throw ValidationError("--source goes with one text") }
    if fix, paths.contains("-") { throw ValidationError("--fix needs a file; standard input cannot be written back") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: ReportFormat.all.map(\.id))
    guard let threshold = Severity(rawValue: failOn) else {
      throw InputError(path: "--fail-on", .unknownFormat(failOn, known: ["error", "warning", "info"]))
    }
    var operation = LintOperation()
    operation.source = source
    operation.encoding = try input.textEncoding()
    operation.selected = list(select)
    operation.ignored = list(ignore)
    let workspace = Workspace(glossaryOptions)
    let (results, failures) = try operation.run(on: paths, in: workspace)
    for failure in failures { Output.error(failure.description) }
    if fix { for result in results { try result.writeFixes() } }
    let shown = fix ? try operation.run(on: results.map(\.path), in: workspace).results : results
    let output = Output(path: outputOptions.output)
    if diff {
      for result in results { output.write(result.diff) }
    } else if let report = ReportFormat.format(named: format) {
      let style = ReportStyle(isColored: outputOptions.usesColor, width: outputOptions.width)
      output.write(report.write(LintReport(files: shown.flatMap(\.reports)), style))
    }
    if fix { Output.error("duizhao: \(results.reduce(0) { $0 + $1.fixCount }) repairs made") }
    try output.finish()
    if !failures.isEmpty { throw ExitCode(2) }
    if !diff, shown.contains(where: { $0.findings.contains { $0.severity >= threshold } }) { throw ExitCode(1) }
  }

  private func list(_ option: String?) -> [String] {
    option?.split(separator: ",").map { $0.filter { !$0.isWhitespace } } ?? []
  }
}
