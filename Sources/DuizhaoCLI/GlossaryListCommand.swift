import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryStore

struct GlossaryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the glossaries of your database in the order of their rank: the first one wins.",
    discussion: """
      EXAMPLES
        duizhao glossary list
        duizhao glossary list --format json
      """)

  @Option(help: "text or json.")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions

  func run() throws {
    let format = try checkedFormat(format, among: ["text", "json"])
    var rows: [(info: GlossaryInfo, count: Int)] = []
    for store in try Workspace(glossaryOptions).stores() {
      for info in try store.glossaries() { rows.append((info, try store.entryCount(in: info.name))) }
    }
    if format == "json" {
      return Output.standard.write(JSONValue.array(rows.map { Self.json($0.info, $0.count) }).pretty + "\n")
    }
    let width = rows.map { TerminalStyle.width(of: $0.info.name) }.max() ?? 0
    for (info, count) in rows {
      let name = info.name + String(repeating: " ", count: width - TerminalStyle.width(of: info.name))
      Output.standard.write("\(info.rank)\t\(name)\t\(info.kind.rawValue)\t\(count) concept\(count == 1 ? "" : "s")\n")
    }
  }

  private static func json(_ info: GlossaryInfo, _ count: Int) -> JSONValue {
    .object([
      "name": .string(info.name), "rank": .integer(info.rank), "kind": .string(info.kind.rawValue),
      "concepts": .integer(count), "licence": JSONValue(info.licence), "version": JSONValue(info.version),
      "source": JSONValue(info.source),
    ])
  }
}
