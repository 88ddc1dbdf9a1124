import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryStore

struct GlossaryHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Who changed what, when, and what was before: newest first.",
    discussion: """
      EXAMPLES
        duizhao glossary history
        duizhao glossary history 淘宝村
        duizhao glossary history --change 17 --format json
      """)

  @Argument(help: "The id of a concept, or a term of it. Default: all changes.")
  var concept: String?
  @Option(help: "What the change of this number did, concept by concept.")
  var change: Int64?
  @Option(help: "How much to show.")
  var limit: Int = 20
  @Option(help: "text, json or jsonl.")
  var format: String = "text"
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
    if concept != nil, change != nil { throw ValidationError("name a concept or a change, not both") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json", "jsonl"])
    let history = GlossaryHistory(limit: limit)
    if let concept {
      write(try history.changes(to: concept, in: database.workspace), format)
    } else if let change {
      write(try history.entries(of: change, in: database.workspace), format)
    } else {
      let changes = try history.changes(in: database.workspace)
      if format == "text" {
        for change in changes { Output.standard.write(GlossaryChangeReport.line(change) + "\n") }
      } else {
        write(changes.map { GlossaryChangeReport.json($0, entries: nil) }, format)
      }
    }
  }

  private func write(_ entries: [EntryChange], _ format: String) {
    guard format == "text" else { return write(entries.map { GlossaryChangeReport.json($0) }, format) }
    for entry in entries {
      Output.standard.write(GlossaryChangeReport.line(entry.change) + "\n")
      Output.standard.write(GlossaryChangeReport.text(entry.before, entry.after, format: "text"))
    }
  }

  private func write(_ values: [JSONValue], _ format: String) {
    Output.standard.write(
      format == "json" ? JSONValue.array(values).pretty + "\n" : values.map { $0.compact + "\n" }.joined())
  }
}
