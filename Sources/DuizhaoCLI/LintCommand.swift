import ArgumentParser
import DuizhaoKit
import Formats
import Glibc
import Lint
import TextCore

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks translated text: garbles, numbers, terms, names, residue, layout. Explains and mends.",
    discussion: """
      Reads text, Markdown, HTML, and bilingual tables (.tsv or .csv with the columns zh and en); of a folder every such \
      file that Git does not ignore. With --source, or where a pair of .duizhao.yml names the original, the text is \
      aligned with it first and compared with it. Exit code 1 when there is a finding at or above --fail-on, 2 when a \
      file could not be read.

      EXAMPLES
        duizhao lint                                 the texts of this folder
        duizhao lint article.en.txt --source article.zh.txt
        duizhao lint table.tsv --format jsonl
        duizhao lint article.en.txt --diff           what --fix would change
        duizhao lint article.en.txt --fix            make the safe repairs
        duizhao lint docs --format html -o report.html
        duizhao lint docs --changed main --format github
        duizhao lint docs --baseline known.json --update-baseline
        cat a.md | duizhao lint - --stdin-filename a.md --select garble,number --fail-on error
      """)

  @Argument(help: "Files and folders; - is standard input. Default: this folder.")
  var paths: [String] = []
  @Option(help: "The original of the text, to compare with.")
  var source: String?
  @Option(help: "text, jsonl, json, sarif, html, github, checkstyle or junit.")
  var format: String = "text"
  @Flag(help: "Make the safe repairs in the files.")
  var fix = false
  @Flag(help: "Print what --fix would change, as a unified diff.")
  var diff = false
  @Option(help: "Only these rules or families, with commas between: garble,number/mismatch.")
  var select: String?
  @Option(help: "These rules or families besides those that would run.")
  var extendSelect: String?
  @Option(help: "Not these rules or families.")
  var ignore: String?
  @Option(help: "The least severity that makes the exit code 1: error, warning (the default) or info.")
  var failOn: Severity?
  @Option(help: "Leave out the findings that this file knows.")
  var baseline: String?
  @Flag(help: "Write what is found now into the baseline, which may only become smaller.")
  var updateBaseline = false
  @Flag(help: "With --update-baseline: it may grow.")
  var allowGrowth = false
  @Option(help: "Only what differs from this revision of Git.")
  var changed: String?
  @Option(help: "The name that standard input goes by: it decides the format and the configuration.")
  var stdinFilename: String?
  @Option(help: "How many files to check at once. Default: one for each core.")
  var jobs: Int?
  @Flag(help: "Check files that have not changed since the last run, too.")
  var noCache = false
  @Flag(help: "Tell what each rule and each analysis that rules share took, one file at a time, without the cache.")
  var timings = false
  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if fix, diff { throw ValidationError("--fix and --diff exclude each other") }
    if source != nil, paths.count != 1 { throw ValidationError("--source goes with one text") }
    if fix, paths.contains("-") { throw ValidationError("--fix needs a file; standard input cannot be written back") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is 1 at least") }
    if updateBaseline, fix || diff || changed != nil {
      throw ValidationError("--update-baseline needs a whole run: not --fix, --diff or --changed")
    }
    if stdinFilename != nil, !paths.contains("-") { throw ValidationError("--stdin-filename goes with -") }
  }

  func run() throws {
    keepFreedMemory()
    let format = try checkedFormat(format, among: ReportFormat.all.map(\.id))
    let workspace = Workspace(glossaryOptions, configurationOptions)
    let operation = try operation()
    var run = try operation.run(on: paths.isEmpty ? ["."] : paths, in: workspace)
    for failure in run.failures { Output.error(failure.description) }
    if updateBaseline { return try writeBaseline(run) }
    run.leaveOutKnown()
    var repairs = 0
    if fix {
      var failures = run.failures
      for result in run.results {
        do {
          try result.writeFixes()
          repairs += result.fixCount
        } catch let error as InputError {
          Output.error(error.description)
          failures.append(error)
        }
      }
      run = try operation.run(on: run.results.map(\.path), in: workspace)
      run.leaveOutKnown()
      run.add(failures)
    }
    try report(run, as: format)
    if let timings = operation.timings { tell(timings) }
    if fix { Output.error("duizhao: \(repairs) repairs made") }
    tellAboutKnown(run)
    if !run.failures.isEmpty { throw ExitCode(2) }
    let threshold = failOn ?? run.failOn ?? .warning
    if !diff, run.results.contains(where: { $0.findings.contains { $0.severity >= threshold } }) { throw ExitCode(1) }
  }

  private func operation() throws(InputError) -> LintOperation {
    var operation = LintOperation()
    operation.source = source
    operation.encoding = try input.textEncoding()
    operation.choices.selected = list(select)
    operation.choices.extended = list(extendSelect)
    operation.choices.ignored = list(ignore)
    operation.standardInputName = stdinFilename
    operation.changedSince = changed
    operation.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    operation.timings = timings ? StepTimings() : nil
    operation.cacheFolder = noCache || timings ? nil : CacheFolder.ofFindings(environment: processEnvironment)
    operation.baseline = baseline
    return operation
  }

  private func report(_ run: LintRun, as format: String) throws(InputError) {
    let output = Output(path: outputOptions.output)
    if diff {
      for result in run.results { output.write(result.diff) }
    } else if let report = ReportFormat.format(named: format) {
      let style = ReportStyle(isColored: outputOptions.usesColor, width: outputOptions.width)
      report.write(LintReport(files: run.results.flatMap(\.reports)), style) { output.write($0) }
    }
    try output.finish()
  }

  /// A line a step: milliseconds, and its share of the whole.
  private func tell(_ timings: StepTimings) {
    let totals = timings.totals
    let all = totals.reduce(Duration.zero) { $0 + $1.duration }
    for total in totals {
      let tenths = Int((total.duration / .microseconds(100)).rounded())
      let share = all == .zero ? 0 : Int((total.duration / all * 100).rounded())
      let time = "\(tenths / 10).\(tenths % 10) ms"
      Output.error("\(padded(time, to: 12))  \(padded("\(share)%", to: 4))  \(total.step)")
    }
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func writeBaseline(_ run: LintRun) throws {
    let change = try run.updateBaseline(allowsGrowth: allowGrowth)
    Output.error("duizhao: \(change.path) knows \(findings(change.after)) now; before, it knew \(change.before)")
    if !run.failures.isEmpty { throw ExitCode(2) }
  }

  private func tellAboutKnown(_ run: LintRun) {
    for missing in run.missingOriginals { Output.error("\(missing.path): warning: \(missing.explanation)") }
    for unused in run.results.flatMap(\.unusedSuppressions) {
      Output.error("\(unused.path):\(unused.line ?? 1): warning: \(unused.explanation)")
    }
    if let missing = run.missingBaseline { Output.error("\(missing.path): warning: \(missing.explanation)") }
    if run.knownCount > 0 {
      let verb = run.knownCount == 1 ? "is" : "are"
      Output.error("duizhao: \(findings(run.knownCount)) that the baseline knows \(verb) left out")
    }
    if run.goneCount > 0 {
      let (verb, them) = run.goneCount == 1 ? ("is", "it") : ("are", "them")
      Output.error(
        "duizhao: \(findings(run.goneCount)) of the baseline \(verb) gone; --update-baseline takes \(them) out")
    }
  }

  private func findings(_ count: Int) -> String { count == 1 ? "1 finding" : "\(count) findings" }

  private func list(_ option: String?) -> [String] {
    option?.split(separator: ",").map { $0.filter { !$0.isWhitespace } } ?? []
  }
}

extension Severity: ExpressibleByArgument {}
