import ArgumentParser
import DuizhaoKit
import Formats
import TextCore

struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Spells Chinese names in English, or says how well an English name fits a Chinese one.",
    discussion: """
      Shows what the glossary calls the person, pinyin, the given name first, initials, Wade-Giles, Jyutping and a Hong \
      Kong spelling. With --pairs it reads lines of a Chinese and an English name with a tab between, and writes each with \
      the way it matches (pinyin, wadeGiles, cantonese, approximate, initials, surnameOnly or -), how sure that is, and \
      how alike they sound as a foreign name. Exit code 1 when no name can be read.

      EXAMPLES
        duizhao names 梁振英
        duizhao names 张勇 蔡崇信 --format jsonl
        duizhao names --pairs pairs.tsv
      """)

  @Argument(help: "Chinese names.")
  var names: [String] = []
  @Option(help: "A file of pairs to compare; - is standard input.")
  var pairs: String?
  @Option(help: "text or jsonl, for spellings.")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if names.isEmpty == (pairs == nil) { throw ValidationError("give names, or a file with --pairs") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: NamesReport.formats)
    let workspace = Workspace(glossaryOptions)
    let output = Output(path: outputOptions.output)
    if let pairs {
      let matches = NamesOperation().matches(of: try read(pairs), in: workspace)
      for match in matches { output.write(match.line) }
      try output.finish()
      return
    }
    let report = try NamesOperation().spellings(of: names, in: workspace)
    switch format {
    case "jsonl": output.write(report.jsonLines)
    default: output.write(report.terminalText(style: TerminalStyle(usesColor: outputOptions.usesColor)))
    }
    try output.finish()
    if report.names.allSatisfy({ $0.known.isEmpty && $0.spellings.isEmpty }) { throw ExitCode(1) }
  }

  private func read(_ path: String) throws(InputError) -> [(chinese: String, english: String)] {
    var result: [(chinese: String, english: String)] = []
    let lines = try Files.source(at: path).text.string.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 2 else {
        throw InputError(path: path, line: index + 1, .malformed("a line needs two names with a tab between"))
      }
      result.append((cells[0], cells[1]))
    }
    return result
  }
}
