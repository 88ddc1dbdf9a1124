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

      With --index, the documents are kept in a database: --add reads what is new or has changed, and takes out what is \
      gone; an article is then linked in milliseconds, without reading the others again.

      EXAMPLES
        duizhao link --zh articles/zh --en articles/en
        duizhao link --zh articles/zh --en articles/en --top 3 --format tsv
        duizhao link --zh articles/zh --en articles/en --for en
        duizhao link documents.jsonl --format jsonl
        duizhao link --zh articles/zh --en articles/en -o links.html
        duizhao link --index news.sqlite --add --zh articles/zh --en articles/en
        duizhao link --index news.sqlite today.zh.txt --top 5
        duizhao link --index news.sqlite --format tsv
      """)

  @Argument(
    help: "A JSON Lines file of documents: id, lang, and text or sents. With --index: articles, folders, or such.")
  var documents: [String] = []
  @Option(help: "A folder of Chinese documents.")
  var zh: String?
  @Option(help: "A folder of English documents.")
  var en: String?
  @Option(help: "A database that keeps the documents for the next time.")
  var index: String?
  @Flag(help: "Bring the index up to date with the documents named.")
  var add = false
  @Option(help: "How many documents of the other language to list for each.")
  var top: Int = 1
  @Option(name: .customLong("for"), help: "The language of the documents to find partners for: zh or en.")
  var language: String = "zh"
  @Option(help: "text, tsv, jsonl or html. Default: by the name of the output, else text.")
  var format: String?
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top must be at least 1") }
    if index == nil {
      if add { throw ValidationError("--add needs --index FILE") }
      if documents.count > 1 || documents.isEmpty != (zh != nil && en != nil) || (zh == nil) != (en == nil) {
        throw ValidationError("name either a JSON Lines file or both folders: duizhao link --zh DIR --en DIR")
      }
    } else if add {
      if documents.isEmpty, zh == nil, en == nil {
        throw ValidationError("name what to add: duizhao link --index FILE --add --zh DIR --en DIR")
      }
    } else if zh != nil || en != nil {
      throw ValidationError("folders are added with --add; then ask for an article, or for all")
    }
  }

  func run() throws {
    let format = try checkedFormat(format ?? formatOfOutput, among: LinkReport.formats)
    let name = try checkedFormat(language, among: Language.allCases.map(\.rawValue), option: "--for")
    let language = Language(rawValue: name) ?? .chinese
    let workspace = Workspace(glossaryOptions)
    if let index {
      let operation = LinkIndexOperation(path: index, count: top, jobs: CollectionOptions.processorCount)
      if add { return try report(operation, workspace) }
      let answers =
        try documents.isEmpty
        ? operation.links(of: language, in: workspace) : operation.links(of: documents, in: workspace)
      let sides = [Language.chinese, .english].map { side in answers.filter { $0.language == side }.flatMap(\.links) }
      let names = try documents.isEmpty && format == "html" ? operation.names(in: workspace) : ([], [])
      return try write(LinkReport(chinese: sides[0], english: sides[1], names: names), format)
    }
    let operation = LinkOperation(count: top, language: language)
    let result =
      if let documents = documents.first {
        try operation.run(documents: documents, in: workspace)
      } else {
        try operation.run(chineseFolder: zh ?? "", englishFolder: en ?? "", in: workspace)
      }
    let isByEnglish = language == .english
    try write(
      LinkReport(
        chinese: isByEnglish ? [] : result.links, english: isByEnglish ? result.links : [], names: result.names),
      format)
  }

  private var formatOfOutput: String {
    let name = outputOptions.output ?? ""
    return LinkReport.formats.first { name.hasSuffix("." + $0) } ?? (name.hasSuffix(".htm") ? "html" : "text")
  }

  private func write(_ report: LinkReport, _ format: String) throws {
    let output = Output(path: outputOptions.output)
    output.write(report.text(format, style: TerminalStyle(usesColor: outputOptions.usesColor)))
    try output.finish()
  }

  /// Brings the index up to date and tells what has changed.
  /// - Throws: `ExitCode` 2 when a document could not be read; the index has the others.
  private func report(_ operation: LinkIndexOperation, _ workspace: Workspace) throws {
    let sources =
      documents.map { LinkIndexOperation.Source(path: $0) }
      + [(zh, Language.chinese), (en, .english)].compactMap { path, language in
        path.map { LinkIndexOperation.Source(path: $0, language: language) }
      }
    let meter = ProgressMeter(what: "documents")
    let changes = try operation.add(sources, in: workspace) { meter.show(done: $0, of: $1) }
    meter.clear()
    for failure in changes.failures { Output.error(failure.description) }
    let counts = "\(changes.added) added, \(changes.changed) changed, \(changes.removed) removed"
    Output.error("\(operation.path): \(counts), \(changes.unchanged) as they were")
    if !changes.failures.isEmpty { throw ExitCode(2) }
  }
}
