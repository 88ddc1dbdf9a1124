import ArgumentParser
import Glibc
import GlossaryStore
import LinkStore
import TextCore

/// The program: one subcommand is one file of this folder.
struct Duizhao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duizhao",
    abstract: "Puts Chinese and English side by side: aligns, keeps terms, checks and repairs.",
    discussion: """
      EXAMPLES
        duizhao lookup 淘宝村 "smart city"        what a term is called in the other language
        duizhao lint article.en.txt               what is wrong with a translated text, and why
        duizhao lint article.en.txt --fix         the same, with the safe repairs made
        duizhao repair scraped.zh.txt             the text without pinyin residue and mojibake
        duizhao align a.zh.txt a.en.txt           which sentence translates which
        duizhao align a.zh.txt a.en.txt --format html -o a.html
        duizhao export --format tbx -o glossary.tbx
      """,
    version: "duizhao \(programVersion)",
    subcommands: [
      LookupCommand.self, LintCommand.self, ExplainCommand.self, RulesCommand.self, RepairCommand.self,
      AlignCommand.self, LinkCommand.self, EntitiesCommand.self, NamesCommand.self, ImportCommand.self,
      ExportCommand.self,
      GlossaryCommand.self, SetupCommand.self,
    ])
}

/// The release of the program.
let programVersion = "0.1.0"

@main
enum Main {
  /// Parses the command line and runs the command.
  ///
  /// Exit codes: 0 done, 1 findings (or nothing found), 2 wrong usage or wrong input.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow any more is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try Duizhao.parseAsRoot()
      try command.run()
      Output.standard.flush()
    } catch let error as InputError {
      fail(error.description)
    } catch let error as StoreError {
      fail(error.description)
    } catch let error as LinkIndexError {
      fail(error.description)
    } catch let error as ExitCode {
      Output.standard.flush()
      exit(error.rawValue)
    } catch {
      let code = Duizhao.exitCode(for: error)
      let message = Duizhao.fullMessage(for: error)
      if code == .success {
        Output.standard.write(message.hasSuffix("\n") || message.isEmpty ? message : message + "\n")
        Output.standard.flush()
        exit(0)
      }
      fail(message.isEmpty ? "\(error)" : message)
    }
  }

  private static func fail(_ message: String) -> Never {
    Output.standard.flush()
    Output.error(message)
    exit(2)
  }
}
