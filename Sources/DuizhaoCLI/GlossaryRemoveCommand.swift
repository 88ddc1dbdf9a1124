import ArgumentParser
import DuizhaoKit

struct GlossaryRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes concepts from your glossary, as one change.",
    discussion: """
      EXAMPLES
        duizhao glossary remove taobao-village
        duizhao glossary remove 淘宝村 城市大脑
      """)

  @Argument(help: "The ids of concepts, or terms of theirs.")
  var concepts: [String]
  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var origin: OriginOptions

  func run() throws {
    let format = try checkedFormat(format, among: GlossaryChangeReport.formats)
    let removed = try GlossaryEditing(by: origin.origin).remove(concepts, in: database.workspace)
    for entry in removed { Output.standard.write(GlossaryChangeReport.text(entry, nil, format: format)) }
  }
}
