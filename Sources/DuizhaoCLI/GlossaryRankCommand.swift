import ArgumentParser
import DuizhaoKit

struct GlossaryRankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract:
      "Gives a glossary another rank: of glossaries that say different things, the one of the lowest rank wins.",
    discussion: """
      EXAMPLES
        duizhao glossary rank client 10
      """)

  @Argument(help: "The name of the glossary: see duizhao glossary list.")
  var name: String
  @Argument(help: "Its rank.")
  var rank: Int
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var origin: OriginOptions

  func run() throws {
    for glossary in try GlossaryEditing(by: origin.origin).rank(name, rank, in: database.workspace) {
      Output.standard.write("\(glossary.rank)\t\(glossary.name)\n")
    }
  }
}
