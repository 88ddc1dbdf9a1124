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
      """)

  @OptionGroup var glossaryOptions: GlossaryOptions

  func run() throws {
    for store in try Workspace(glossaryOptions).stores() {
      for glossary in try store.glossaries() {
        let count = try store.entryCount(in: glossary.name)
        Output.standard.write("\(glossary.rank)\t\(glossary.name)\t\(glossary.kind.rawValue)\t\(count)\n")
      }
    }
  }
}
