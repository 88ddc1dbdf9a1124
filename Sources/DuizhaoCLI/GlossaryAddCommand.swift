import ArgumentParser
import DuizhaoKit
import Formats

struct GlossaryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds a concept to your glossary.",
    discussion: """
      EXAMPLES
        duizhao glossary add --zh 淘宝村 --en "Taobao Village" --subject e-commerce
        duizhao glossary add --zh 城市大脑 --en "City Brain" --forbid "urban brain" --note "Alibaba's product"
      """)

  @OptionGroup var draft: GlossaryDraftOptions
  @Option(help: "The id of the concept. Default: made from the English term.")
  var id: String?
  @Option(help: "The glossary to add to; made when it is not there.")
  var into: String = GlossaryEditing.ownGlossary
  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var origin: OriginOptions

  func validate() throws {
    if draft.zh.isEmpty && draft.en.isEmpty { throw ValidationError("name a term with --zh or --en") }
    if into.isEmpty || id?.isEmpty == true { throw ValidationError("a name must not be empty") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: GlossaryChangeReport.formats)
    let editing = GlossaryEditing(by: origin.origin, glossary: into)
    let entry = try editing.add(try draft.draft(), id: id, in: database.workspace)
    Output.standard.write(GlossaryChangeReport.text(nil, entry, format: format))
  }
}
