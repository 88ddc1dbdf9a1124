import ArgumentParser
import DuizhaoKit

struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Compiles word lists, readings and the dictionary into files that the program maps.",
    discussion: """
      tools/install-dictionary gets the files by package name and calls this. Run it again after a package was updated.

      EXAMPLES
        duizhao setup
        duizhao setup --unihan Unihan_Readings.txt --cedict cedict_ts.u8
      """)

  @Option(help: "A list of English words, one a line. May be given again. Default: the lists of the system.")
  var words: [String] = []
  @Option(help: "Unihan_Readings.txt of the Unicode Character Database.")
  var unihan: String?
  @Option(help: "CC-CEDICT, in its own format.")
  var cedict: String?
  @Flag(help: "Only say, by the exit code, whether the dictionary is there.")
  var hasDictionary = false

  func run() throws {
    let workspace = Workspace()
    if hasDictionary {
      if try !SetupOperation.hasDictionary(in: workspace) { throw ExitCode(1) }
      return
    }
    var operation = SetupOperation()
    operation.wordLists = words
    operation.unihan = unihan
    operation.dictionary = cedict
    for line in try operation.run(in: workspace) { Output.standard.write(line + "\n") }
  }
}
