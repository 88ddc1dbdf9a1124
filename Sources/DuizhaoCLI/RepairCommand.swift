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

      EXAMPLES
        duizhao repair scraped.txt > clean.txt
        duizhao repair scraped.txt --format diff
        duizhao repair *.txt --in-place
        duizhao repair scraped.txt --format jsonl
      """)

  @Argument(help: "Files; - is standard input.")
  var paths: [String]
  @Option(help: "text (the repaired text), jsonl (each repair with its reason) or diff.")
  var format: String = "text"
  @Flag(help: "Write the repaired text back into each file, in its own encoding.")
  var inPlace = false
  @OptionGroup var input: InputOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if inPlace, outputOptions.output != nil { throw ValidationError("--in-place and --output exclude each other") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "jsonl", "diff"])
    let encoding = try input.textEncoding()
    let workspace = Workspace()
    let output = Output(path: outputOptions.output)
    for path in paths {
      let repaired = try RepairOperation(encoding: encoding).run(on: path, in: workspace)
      if inPlace {
        if repaired.isChanged { try Files.write(try repaired.source.encoded(repaired.text.utf8), to: path) }
      } else {
        output.write(try Self.report(repaired, format))
      }
      Self.sayWhatIsLost(repaired)
    }
    try output.finish()
  }

  private static func report(_ repaired: RepairedText, _ format: String) throws -> [UInt8] {
    switch format {
    case "jsonl": Array(repaired.jsonLines.utf8)
    case "diff":
      Array(repaired.diff.utf8)
    default: try repaired.source.encoded(repaired.text.utf8)
    }
  }

  private static func sayWhatIsLost(_ repaired: RepairedText) {
    let lines = LineIndex(repaired.source.text.utf8)
    for edit in repaired.edits where !edit.isRecoverable || edit.replacement.contains("\u{FFFD}") {
      Output.error("\(repaired.source.path):\(lines.line(of: edit.span.start)): note: \(edit.reason)")
    }
  }
}
