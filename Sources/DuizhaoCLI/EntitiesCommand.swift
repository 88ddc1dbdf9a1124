import ArgumentParser
import DuizhaoKit
import Entities
import Formats
import TextCore

struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Shows the people, places, organisations, terms, quantities and dates of a text.",
    discussion: """
      Each mention comes with its reason and how sure it is. People whom the glossary does not have are given in pinyin; \
      an office such as 省发改委 is given with the province that the text speaks of. Ordinary words that the glossary has \
      (记者, website) name nothing: they are listed with --all only.

      EXAMPLES
        duizhao entities article.txt
        duizhao entities article.txt --format jsonl
        duizhao entities article.txt --type person,place
        duizhao entities article.txt --all
        duizhao entities article.txt --format html -o article.html
      """)

  @Argument(help: "Files; - is standard input.")
  var paths: [String]
  @Option(help: "text, jsonl or html (one file at a time).")
  var format: String = "text"
  @Option(help: "Only these kinds, apart by commas: person, place, organisation, product, term, title, ...")
  var type: String?
  @Flag(help: "List the ordinary words of the glossary too.")
  var all = false
  @OptionGroup var input: InputOptions
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if format == "html", paths.count > 1 { throw ValidationError("--format html takes one file at a time") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: EntitiesReport.formats)
    let operation = EntitiesOperation(encoding: try input.textEncoding(), kinds: try kinds(), listsWords: all)
    let workspace = Workspace(glossaryOptions)
    let output = Output(path: outputOptions.output)
    var isFirst = true
    let isWhole = try forEachFile(paths) { path in
      let report = try operation.run(on: path, in: workspace)
      switch format {
      case "jsonl": report.writeJSONLines { output.write($0) }
      case "html": output.write(report.html)
      default: output.write((isFirst ? "" : "\n") + report.terminalText(usesColor: outputOptions.usesColor))
      }
      isFirst = false
    }
    try output.finish()
    if !isWhole { throw ExitCode(2) }
  }

  private func kinds() throws(InputError) -> Set<EntityKind>? {
    guard let type else { return nil }
    var result: Set<EntityKind> = []
    for name in type.split(separator: ",") {
      guard let kind = EntityKind(rawValue: String(name)) else {
        throw InputError(path: "--type", .unknownFormat(String(name), known: EntityKind.allCases.map(\.rawValue)))
      }
      result.insert(kind)
    }
    return result
  }
}
