import ArgumentParser
import DuizhaoKit
import Formats
import Glibc
import GlossaryStore
import Terminology
import TextCore

struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Looks terms up in the glossary, in either language.",
    discussion: """
      Finds by Simplified or Traditional characters, English (inflected too, words in any order), pinyin with or without \
      tones, the initials of the pinyin, a fragment, or a near miss; of a sentence it lists the terms inside. Without \
      terms it reads them from standard input, one a line. Exit code 1 when nothing is found.

      EXAMPLES
        duizhao lookup 淘宝村
        duizhao lookup "special China pavilion"
        duizhao lookup taobaocun --limit 3
        duizhao lookup 电子商务 --region tw
        duizhao lookup "阿里巴巴在杭州建设城市大脑。"
        duizhao lookup 城市大脑 --format jsonl
        duizhao lookup 电商 --glossary house.csv
        duizhao lookup --match exact --format count < words.txt
      """)

  @Argument(help: "What to look up.")
  var terms: [String] = []
  @Option(help: "Look among the terms of this language only: zh or en.")
  var from: String?
  @Option(help: "How to match: any, exact, prefix, contains, pinyin, fuzzy or inside (the terms of a sentence).")
  var match: String = "any"
  @Option(help: "Prefer the terms of this region: cn, tw or hk.")
  var region: String?
  @Option(help: "How many concepts to show for each term.")
  var limit: Int = 5
  @Option(help: "text, json, jsonl, tsv, or count (each query and how many concepts answer it).")
  var format: String = "text"
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let format = try checkedFormat(format, among: LookupReport.formats)
    let operation = try operation()
    let workspace = Workspace(glossaryOptions)
    let queries = try queries()
    let output = Output(path: outputOptions.output)
    var found = false
    if format == "count" {
      try operation.forEachCount(of: queries, in: workspace) { query, count in
        found = found || count > 0
        output.write(LookupReport.countLine(query, count))
      }
    } else {
      var report = LookupReport(
        format: format, style: TerminalStyle(usesColor: outputOptions.usesColor), width: outputOptions.width,
        region: operation.region, queryCount: queries.count)
      output.write(report.head)
      try operation.forEachAnswer(to: queries, in: workspace) { answer in
        found = found || !answer.matches.isEmpty
        output.write(report.next(answer))
      }
      output.write(report.foot)
    }
    try output.finish()
    if !found { throw ExitCode(1) }
  }

  /// The operation that the options describe.
  /// - Throws: `InputError` for a value that we do not know.
  private func operation() throws(InputError) -> LookupOperation {
    guard let match = LookupQuery.Match(rawValue: match) else {
      throw InputError(path: "--match", .unknownFormat(match, known: LookupQuery.Match.allCases.map(\.rawValue)))
    }
    let language = try from.map { name throws(InputError) -> Language in
      guard let language = Language(rawValue: name) else {
        throw InputError(path: "--from", .malformed("“\(name)” is neither zh nor en"))
      }
      return language
    }
    let region = try region.map { name throws(InputError) -> LookupQuery.Region in
      guard let region = LookupQuery.Region(rawValue: name.lowercased()) else {
        throw InputError(path: "--region", .malformed("“\(name)” is none of cn, tw and hk"))
      }
      return region
    }
    return LookupOperation(language: language, match: match, region: region, limit: limit)
  }

  private func queries() throws -> [String] {
    if !terms.isEmpty { return terms }
    guard isatty(0) == 0 else { throw ValidationError("name a term to look up: duizhao lookup 淘宝村") }
    return try LookupInput.queries(in: try Files.bytes(of: "-"), path: "-") { Output.error("duizhao: \($0)") }
  }
}
