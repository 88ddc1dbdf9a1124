import ArgumentParser
import DuizhaoKit
import Formats

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Finds for each Chinese document the English ones that may report the same.",
    discussion: """
      Documents are compared by what they share: concepts of the glossary, people, places, organisations, quantities, \
      dates, and words through the dictionary; rare things count most.

      EXAMPLES
        duizhao link --zh articles/zh --en articles/en
        duizhao link --zh articles/zh --en articles/en --top 3 --format tsv
        duizhao link documents.jsonl --format jsonl
      """)

  @Argument(help: "A JSON Lines file of documents: id, lang, and text or sents.")
  var documents: String?
  @Option(help: "A folder of Chinese documents.")
  var zh: String?
  @Option(help: "A folder of English documents.")
  var en: String?
  @Option(help: "How many English documents to list for each Chinese one.")
  var top: Int = 1
  @Option(help: "text, tsv or jsonl.")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top must be at least 1") }
    if (documents == nil) != (zh != nil && en != nil) || (zh == nil) != (en == nil) {
      throw ValidationError("name either a JSON Lines file or both folders: duizhao link --zh DIR --en DIR")
    }
  }

  func run() throws {
    let format = try checkedFormat(format, among: LinkReport.formats)
    let operation = LinkOperation(count: top)
    let workspace = Workspace(glossaryOptions)
    let links =
      if let documents {
        try operation.run(documents: documents, in: workspace)
      } else {
        try operation.run(chineseFolder: zh ?? "", englishFolder: en ?? "", in: workspace)
      }
    let output = Output(path: outputOptions.output)
    output.write(LinkReport(links: links).text(format, style: TerminalStyle(usesColor: outputOptions.usesColor)))
    try output.finish()
  }
}
