import ArgumentParser
import DuizhaoKit
import Formats
import TextCore

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Finds for each Chinese document the English ones that may report the same, or the other way round.",
    discussion: """
      Documents are compared by what they share: concepts of the glossary, people, places, organisations, quantities, \
      dates, and words through the dictionary; rare things count most.

      EXAMPLES
        duizhao link --zh articles/zh --en articles/en
        duizhao link --zh articles/zh --en articles/en --top 3 --format tsv
        duizhao link --zh articles/zh --en articles/en --for en
        duizhao link documents.jsonl --format jsonl
      """)

  @Argument(help: "A JSON Lines file of documents: id, lang, and text or sents.")
  var documents: String?
  @Option(help: "A folder of Chinese documents.")
  var zh: String?
  @Option(help: "A folder of English documents.")
  var en: String?
  @Option(help: "How many documents of the other language to list for each.")
  var top: Int = 1
  @Option(name: .customLong("for"), help: "The language of the documents to find partners for: zh or en.")
  var language: String = "zh"
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
    let language = try checkedFormat(language, among: Language.allCases.map(\.rawValue), option: "--for")
    let operation = LinkOperation(count: top, language: Language(rawValue: language) ?? .chinese)
    let workspace = Workspace(glossaryOptions)
    let links =
      if let documents {
        try operation.run(documents: documents, in: workspace)
      } else {
        try operation.run(chineseFolder: zh ?? "", englishFolder: en ?? "", in: workspace)
      }
    let output = Output(path: outputOptions.output)
    output.write(
      LinkReport(links: links, isByEnglish: language == Language.english.rawValue).text(
        format, style: TerminalStyle(usesColor: outputOptions.usesColor)))
    try output.finish()
  }
}
