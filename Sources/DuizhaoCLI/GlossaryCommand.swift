import ArgumentParser

/// The family of commands that look after the glossary itself: one subcommand is one file, `Glossary…Command.swift`.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Looks after your glossary: what is in it, who changed it, and back again.",
    discussion: """
      EXAMPLES
        duizhao glossary list                     the glossaries of your database, the first wins
      """,
    subcommands: [GlossaryListCommand.self])
}
