import ArgumentParser
import DuizhaoKit
import Formats

struct GlossaryEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes a concept of your glossary.",
    discussion: """
      The concept is named by its id or by one of its terms. What you do not name stays as it is. A concept that ships \
      with the program is changed in a copy of your own, which stands before it.

      EXAMPLES
        duizhao glossary edit 淘宝村 --forbid "Taobao hamlet"
        duizhao glossary edit taobao-village --en "Taobao village" --definition "A village that lives by selling online"
        duizhao glossary edit 淘宝村 --drop "Taobao hamlet" --note ""
      """)

  @Argument(help: "The id of the concept, or a term of it.")
  var concept: String
  @OptionGroup var draft: GlossaryDraftOptions
  @Option(help: "A term that goes. May be given again.")
  var drop: [String] = []
  @Option(help: "The glossary that a copy goes into, where the concept is not yours.")
  var into: String = GlossaryEditing.ownGlossary
  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var origin: OriginOptions

  func run() throws {
    let format = try checkedFormat(format, among: GlossaryChangeReport.formats)
    var draft = try draft.draft()
    draft.dropped = drop
    let editing = GlossaryEditing(by: origin.origin, glossary: into)
    let result = try editing.edit(concept, draft, in: database.workspace)
    Output.standard.write(GlossaryChangeReport.text(result.before, result.after, format: format))
    if let origin = result.copiedFrom {
      Output.error("duizhao: “\(origin)” stays as it is; the changed concept stands before it in “\(into)”")
    }
  }
}
