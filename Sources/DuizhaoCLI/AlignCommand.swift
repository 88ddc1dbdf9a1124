import ArgumentParser
import DuizhaoKit
import Formats

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Aligns a Chinese and an English text, sentence by sentence or passage by passage.",
    discussion: """
      Which file is Chinese is detected. Translations are aligned from beginning to end (parallel); articles that merely \
      report the same are linked where they say comparable things, best first (comparable); auto decides and says why. \
      Damaged text is repaired first; positions are those of the files as they are.

      EXAMPLES
        duizhao align article.zh.txt article.en.txt
        duizhao align article.zh.txt article.en.txt --format html -o article.html
        duizhao align a.zh a.en --presegmented --format beads
        duizhao align one.zh.txt other.en.txt --mode comparable --format jsonl
      """)

  @Argument(help: "One of the texts.")
  var first: String
  @Argument(help: "The other.")
  var second: String
  @Flag(help: "Each line is a segment.")
  var presegmented = false
  @Option(help: "auto, parallel or comparable.")
  var mode: String = "auto"
  @Option(help: "text, beads, tsv, jsonl, tmx, xliff or html.")
  var format: String = "text"
  @OptionGroup var input: InputOptions
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text"] + BitextFormat.all.map(\.id))
    let mode = try checkedFormat(mode, among: AlignOperation.Mode.allCases.map(\.rawValue), option: "--mode")
    let operation = AlignOperation(
      mode: AlignOperation.Mode(rawValue: mode)!, isPresegmented: presegmented, encoding: try input.textEncoding())
    let report = try operation.run(on: first, second, in: Workspace(glossaryOptions))
    let output = Output(path: outputOptions.output)
    if let bitext = BitextFormat.all.first(where: { $0.id == format }) {
      output.write(bitext.write(report))
    } else {
      output.write(report.terminalText(usesColor: outputOptions.usesColor))
    }
    try output.finish()
  }
}
