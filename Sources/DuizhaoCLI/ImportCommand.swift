import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryStore
import TextCore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports glossary files into your glossary.",
    discussion: """
      What is there already is skipped, what a file does not say stays as it is, and importing a file again changes \
      nothing. A file that cannot be read leaves everything as it was. An import is one change in the history: \
      duizhao glossary undo takes it back.

      EXAMPLES
        duizhao import house.csv
        duizhao import client.tbx --into client --dry-run
        duizhao import client.tbx --into client --match concept --keep-existing
        duizhao import table.txt --as tsv
        duizhao import client.xlsx --sheet 2 --map "甲方用语=zh-Hans" --map "3=en" --separator "、"
      """)

  @Argument(help: "Glossary files.")
  var files: [String]
  @Option(
    name: .customLong("as"),
    help:
      "The format: \(GlossaryFormat.all.filter(\.isReadable).map(\.id).joined(separator: ", ")). Default: by content and name."
  )
  var fileFormat: String?
  @Option(help: "The glossary to import into; made when it is not there.")
  var into: String = GlossaryEditing.ownGlossary
  @Option(
    help: "How stored concepts are found: id; concept (else a Chinese and an English term); term (else one term).")
  var match: String = ImportMatching.id.rawValue
  @Flag(help: "Where a file contradicts what is stored, the stored value stays.")
  var keepExisting = false
  @Flag(help: "Only say what would happen, concept by concept and field by field.")
  var dryRun = false
  @Flag(help: "Say what happened, concept by concept and field by field.")
  var diff = false
  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var tableOptions: TableOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var origin: OriginOptions

  func run() throws {
    let reading = try tableOptions.reading(encoding: inputOptions.textEncoding())
    let format = try checkedFormat(format, among: GlossaryChangeReport.formats)
    guard let matching = ImportMatching(rawValue: match) else {
      throw InputError(path: "--match", .unknownFormat(match, known: ImportMatching.allCases.map(\.rawValue)))
    }
    let options = ImportOptions(matching: matching, keepsStored: keepExisting, listsChanges: dryRun || diff)
    let operation = ImportOperation(
      format: fileFormat, glossary: into, isDryRun: dryRun, options: options, reading: reading,
      by: origin.origin)
    let results = try operation.run(on: files, in: database.workspace)
    if format == "json" {
      let values = results.map { ImportReportView(result: $0, isDryRun: dryRun).json }
      return Output.standard.write(JSONValue.array(values).pretty + "\n")
    }
    for result in results { Output.standard.write(ImportReportView(result: result, isDryRun: dryRun).text) }
  }
}

/// Options that tell what a table does not say itself.
struct TableOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A column of a table, by name or number, and what it is: zh-Hans, en_admitted, note ... May be given again.",
      valueName: "name=column"))
  var map: [String] = []
  @Option(help: "What stands between the terms of a cell. Default: “ | ”, or a semicolon in other people's tables.")
  var separator: String?
  @Option(help: "The sheet of a workbook or the table of a document, by name or number.")
  var sheet: String?
  @Flag(help: "The first row of a table is data: name the columns by number with --map, or let them be guessed.")
  var noHeader = false

  /// The options in the terms of the formats.
  func reading(encoding: TextEncoding?) throws -> GlossaryReadingOptions {
    let columns = try map.map { text in
      guard let mapping = ColumnMapping(text) else {
        throw ValidationError("--map: “\(text)” is not of the form NAME=COLUMN, as in 中文=zh-Hans")
      }
      return mapping
    }
    return GlossaryReadingOptions(
      encoding: encoding, columns: columns, termSeparator: separator?.isEmpty ?? true ? nil : separator, sheet: sheet,
      hasHeader: noHeader ? false : nil)
  }
}
