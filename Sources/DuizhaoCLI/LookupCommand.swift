import ArgumentParser
import DuizhaoKit
import Formats
import GlossaryStore
import Glibc
import Terminology
import TextCore

struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Looks terms up in the glossary, in either language.",
    discussion: """
      Finds by Simplified or Traditional characters, English (inflected too), pinyin with or without tones, the initials \
      of the pinyin, a fragment, or a near miss. Without terms it reads them from standard input, one a line. Exit code 1 \
      when nothing is found.

      EXAMPLES
        duizhao lookup 淘宝村
        duizhao lookup "special China pavilion"
        duizhao lookup taobaocun --limit 3
        duizhao lookup 城市大脑 --format jsonl
        duizhao lookup 电商 --glossary house.csv
      """)

  @Argument(help: "What to look up.")
  var terms: [String] = []
  @Option(help: "Look among the terms of this language only: zh or en.")
  var from: String?
  @Option(help: "How to match: any, exact, prefix, contains, pinyin or fuzzy.")
  var match: String = "any"
  @Option(help: "How many concepts to show for each term.")
  var limit: Int = 5
  @Option(help: "text, json, jsonl or tsv.")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: LookupReport.formats)
    guard let match = LookupQuery.Match(rawValue: match) else {
      throw InputError(path: "--match", .unknownFormat(match, known: LookupQuery.Match.allCases.map(\.rawValue)))
    }
    let language = try from.map { name throws(InputError) -> Language in
      guard let language = Language(rawValue: name) else {
        throw InputError(path: "--from", .malformed("“\(name)” is neither zh nor en"))
      }
      return language
    }
    let operation = LookupOperation(language: language, match: match, limit: limit)
    let answers = try operation.matches(for: try queries(), in: Workspace(glossaryOptions))
    let output = Output(path: outputOptions.output)
    let report = LookupReport(answers: answers.map { LookupReport.Answer(query: $0.query, matches: $0.matches) })
    output.write(report.text(format, style: TerminalStyle(usesColor: outputOptions.usesColor)))
    try output.finish()
    if answers.allSatisfy(\.matches.isEmpty) { throw ExitCode(1) }
  }

  private func queries() throws -> [String] {
    if !terms.isEmpty { return terms }
    guard isatty(0) == 0 else { throw ValidationError("name a term to look up: duizhao lookup 淘宝村") }
    let text = try Files.source(at: "-").text.string
    return text.split(whereSeparator: \.isNewline).map { line in
      let start = line.drop { $0.isWhitespace }
      return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }.filter { !$0.isEmpty }
  }
}
