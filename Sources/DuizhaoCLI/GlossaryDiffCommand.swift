import ArgumentParser
import DuizhaoKit
import Formats
import Terminology

struct GlossaryDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what sets one glossary apart from another, field by field.",
    discussion: """
      Concepts belong together by id, else by headword and translation. Formats may differ. Exit code 1 when there is a \
      difference.

      EXAMPLES
        duizhao glossary diff old.csv new.csv
        duizhao glossary diff house.tbx client.xlsx --format json
      """)

  @Argument(help: "The earlier glossary: a file or a database.")
  var before: String
  @Argument(help: "The later glossary.")
  var after: String
  @Option(help: "text, json or jsonl.")
  var format: String = "text"
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json", "jsonl"])
    let workspace = Workspace()
    let difference = GlossaryDifference(
      from: try workspace.concepts(ofGlossary: before), to: try workspace.concepts(ofGlossary: after))
    let output = Output(path: outputOptions.output)
    let report = GlossaryDiffReport(difference)
    output.write(report.text(format, style: TerminalStyle(usesColor: outputOptions.usesColor)))
    try output.finish()
    if !difference.isEmpty { throw ExitCode(1) }
  }
}

/// The difference of two glossaries, for people and for programs.
struct GlossaryDiffReport {
  private let difference: GlossaryDifference

  init(_ difference: GlossaryDifference) { self.difference = difference }

  func text(_ format: String, style: TerminalStyle) -> String {
    switch format {
    case "json": JSONValue.array(records).pretty + "\n"
    case "jsonl": records.map { $0.compact + "\n" }.joined()
    default: terminalText(style)
    }
  }

  private var records: [JSONValue] {
    difference.removed.map { Self.record("removed", $0, []) }
      + difference.changed.map { Self.record("changed", $0.after, $0.changes) }
      + difference.added.map { Self.record("added", $0, []) }
  }

  private static func record(_ kind: String, _ entry: ConceptEntry, _ changes: [FieldChange]) -> JSONValue {
    .object([
      "change": .string(kind), "conceptID": .string(entry.id), "headword": JSONValue(entry.headword),
      "english": JSONValue(entry.preferredTerm(in: .english)?.text),
      "fields": changes.isEmpty
        ? nil
        : .array(
          changes.map { change in
            .object([
              "field": .string(change.field), "before": JSONValue(change.before), "after": JSONValue(change.after),
            ])
          }),
    ])
  }

  private func terminalText(_ style: TerminalStyle) -> String {
    var result = ""
    for entry in difference.removed { result += style.red("- ") + Self.title(entry, style) + "\n" }
    for changed in difference.changed {
      result += style.yellow("~ ") + Self.title(changed.after, style) + "\n"
      for change in changed.changes {
        if let before = change.before { result += "    \(change.field): " + style.red("- \(before)") + "\n" }
        if let after = change.after { result += "    \(change.field): " + style.green("+ \(after)") + "\n" }
      }
    }
    for entry in difference.added { result += style.green("+ ") + Self.title(entry, style) + "\n" }
    let counts =
      "\(difference.added.count) added, \(difference.removed.count) removed, \(difference.changed.count) changed, \(difference.unchangedCount) unchanged"
    return result + style.dim(counts) + "\n"
  }

  private static func title(_ entry: ConceptEntry, _ style: TerminalStyle) -> String {
    let terms = [entry.headword, entry.preferredTerm(in: .english)?.text].compactMap { $0 }
    return style.bold(terms.joined(separator: " = ")) + " " + style.dim(entry.id)
  }
}
