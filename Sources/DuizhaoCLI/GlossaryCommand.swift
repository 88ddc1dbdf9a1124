import ArgumentParser

/// The family of commands that look after the glossary itself: one subcommand is one file, `Glossary…Command.swift`.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Looks after your glossary: what is in it, who changed it, and back again.",
    discussion: """
      EXAMPLES
        duizhao glossary list                     the glossaries of your database, the first wins
        duizhao glossary add --zh 淘宝村 --en "Taobao Village" --forbid "Taobao hamlet"
        duizhao glossary edit 淘宝村 --note "official name since 2013"
        duizhao glossary history 淘宝村           who changed it, when, what was before
        duizhao glossary undo                     takes the last change or import back
        duizhao glossary check house.csv          contradictions, doubles, what is not in order
        duizhao glossary diff old.csv new.csv     what changed, field by field
        duizhao glossary merge ours.csv theirs.csv --base common.csv -o merged.csv
        duizhao glossary stats                    what is in it, counted
      """,
    subcommands: [
      GlossaryListCommand.self, GlossaryAddCommand.self, GlossaryEditCommand.self, GlossaryRemoveCommand.self,
      GlossaryHistoryCommand.self, GlossaryUndoCommand.self, GlossaryRankCommand.self, GlossaryStatsCommand.self,
      GlossaryCheckCommand.self, GlossaryDiffCommand.self,
      GlossaryMergeCommand.self,
    ])
}
