import ArgumentParser
import DuizhaoKit
import Formats
import Repair
import TextCore

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Gives back damaged text as it was: without pinyin residue, mojibake, tag remnants, lost ligatures.",
    discussion: """
      Clean text comes out byte for byte as it went in. What cannot be recovered stays, and is said on standard error.
      Repairs that are not sure enough are proposed (review, jsonl) and made only when --apply names their kind. Of \
      several files, those that cannot be read or written are said, the rest are repaired, and the exit code is 2.

      EXAMPLES
        duizhao repair scraped.txt > clean.txt
        duizhao repair scraped.txt --format review
        duizhao repair *.txt --in-place
        duizhao repair old.txt --in-place --to-encoding utf-8 --line-ends lf
        duizhao repair mixed.txt --apply stray-script --apply full-width
        duizhao repair scraped.txt --format jsonl
      """)

  @Argument(help: "Files; - is standard input.")
  var paths: [String]
  @Option(
    help:
      "text (the repaired text), review (each repair before and after, for a person), jsonl (each repair with its reason) or diff."
  )
  var format: String = "text"
  @Flag(help: "Write the repaired text back into each file, in its own encoding and with its own line ends.")
  var inPlace = false
  @Option(
    parsing: .singleValue,
    help:
      "Also make the proposed repairs of this kind (joined-words, stray-script, full-width ...), or of all. Repeatable."
  )
  var apply: [String] = []
  @Option(help: "Write in this encoding instead of the one that was read.")
  var toEncoding: String?
  @Option(help: "Write these line ends, lf or crlf, instead of those that were read.")
  var lineEnds: String?
  @OptionGroup var input: InputOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if inPlace, outputOptions.output != nil { throw ValidationError("--in-place and --output exclude each other") }
    if inPlace, paths.contains("-") { throw ValidationError("--in-place needs files, not standard input") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "review", "jsonl", "diff"])
    let ends = try lineEnds.map {
      try checkedFormat($0, among: LineEnds.allCases.map(\.rawValue), option: "--line-ends")
    }
    .flatMap(LineEnds.init(rawValue:))
    let target = try toEncoding.map { try InputOptions.known($0, option: "--to-encoding") }
    let operation = RepairOperation(encoding: try input.textEncoding(), alsoApplied: try kinds())
    let workspace = Workspace()
    let output = Output(path: outputOptions.output)
    var review = RepairReview(usesColor: outputOptions.usesColor)
    let isWhole = try forEachFile(paths) { path in
      let repaired = try operation.run(on: path, in: workspace)
      if inPlace {
        let bytes = try repaired.encoded(as: target, lineEnds: ends)
        if bytes != repaired.source.bytes { try Files.write(bytes, to: path) }
      }
      switch format {
      case "review": output.write(review.report(on: repaired))
      case "jsonl" where !inPlace: output.write(repaired.jsonLines)
      case "diff" where !inPlace: output.write(Self.painted(repaired.diff, outputOptions.usesColor))
      default: if !inPlace { output.write(try repaired.encoded(as: target, lineEnds: ends)) }
      }
      if format != "review" { Self.sayWhatIsLost(repaired) }
    }
    if format == "review" { output.write(review.legend()) }
    try output.finish()
    if !isWhole { throw ExitCode(2) }
  }

  private func kinds() throws(InputError) -> Set<RepairEdit.Kind> {
    let names = RepairEdit.Kind.allCases.map(\.rawValue)
    if apply.contains("all") { return Set(RepairEdit.Kind.allCases) }
    var result: Set<RepairEdit.Kind> = []
    for name in apply {
      if let kind = RepairEdit.Kind(rawValue: try checkedFormat(name, among: names + ["all"], option: "--apply")) {
        result.insert(kind)
      }
    }
    return result
  }

  /// A diff with the colours that people know.
  private static func painted(_ diff: String, _ usesColor: Bool) -> String {
    if !usesColor { return diff }
    return diff.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let style =
        line.hasPrefix("+++") || line.hasPrefix("---")
        ? "1" : line.hasPrefix("@@") ? "36" : line.hasPrefix("+") ? "32" : line.hasPrefix("-") ? "31" : ""
      return style.isEmpty ? String(line) : "\u{1B}[\(style)m\(line)\u{1B}[0m"
    }.joined(separator: "\n")
  }

  private static func sayWhatIsLost(_ repaired: RepairedText) {
    let lost = repaired.edits.filter {
      !$0.isRecoverable && $0.kind != .strayScript || $0.replacement.contains("\u{FFFD}")
    }
    if lost.isEmpty { return }
    let lines = LineIndex(repaired.source.text.utf8)
    for edit in lost.prefix(longestList) {
      Output.error("\(repaired.source.path):\(lines.line(of: edit.span.start)): note: \(edit.reason)")
    }
    if lost.count > longestList {
      Output.error(
        "\(repaired.source.path): note: \(lost.count - longestList) more that cannot be recovered (--format review shows all)"
      )
    }
  }

  /// How many losses of a file are said one by one.
  private static let longestList = 20
}
