import ArgumentParser
import DuizhaoKit
import Formats

struct GlossaryUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back the last changes: edits, or whole imports.",
    discussion: """
      An undo is in the history itself, and can be undone by its number. What was changed again since is never \
      overwritten.

      EXAMPLES
        duizhao glossary undo
        duizhao glossary undo 3
        duizhao glossary undo --change 17
      """)

  @Argument(help: "How many changes to take back.")
  var count: Int = 1
  @Option(help: "The number of the one change to take back: see duizhao glossary history.")
  var change: Int64?
  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var origin: OriginOptions

  func validate() throws {
    if count < 1 { throw ValidationError("the number of changes must be at least 1") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: GlossaryChangeReport.formats)
    let editing = GlossaryEditing(by: origin.origin)
    // Nobody reads a hundred thousand entries; a program may.
    let limit = format == "json" ? .max : 1000
    let undone = try editing.undo(last: count, change: change, listingAtMost: limit, in: database.workspace)
    if format == "json" {
      let values = undone.map { GlossaryChangeReport.json($0.change, entries: $0.entries) }
      return Output.standard.write(JSONValue.array(values).pretty + "\n")
    }
    for (change, entries) in undone {
      Output.standard.write("undone: \(GlossaryChangeReport.line(change))\n")
      for entry in entries {
        Output.standard.write(GlossaryChangeReport.text(entry.before, entry.after, format: "text"))
      }
    }
  }
}
