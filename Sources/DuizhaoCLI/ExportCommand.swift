import ArgumentParser
import DuizhaoKit
import Formats
import Terminology
import TextCore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the glossary in a format that other programs read.",
    discussion: """
      What a format cannot hold is said on standard error, never dropped in silence.

      EXAMPLES
        duizhao export --format tbx -o glossary.tbx
        duizhao export -o glossary.csv --select e-commerce
        duizhao export --format deepl --from en --to zh-Hant -o deepl.tsv
        duizhao export -o glossary.html --title "House terms"
        duizhao export -o words.ifo
      """)

  @Option(
    help:
      "\(GlossaryFormat.all.filter(\.isWritable).map(\.id).joined(separator: ", ")). Default: by the name of the output."
  )
  var format: String?
  @Option(help: "Only concepts of this subject field or type, or with this id. May be given again.")
  var select: [String] = []
  @Option(help: "Only this glossary of your database, for example CC-CEDICT.")
  var only: String?
  @Option(help: "The language to translate from, where the format has a direction: zh, zh-Hant or en.")
  var from: String = "zh"
  @Option(help: "The language to translate to. Default: en, or zh after --from en.")
  var to: String?
  @Option(help: "The name of the glossary, where the format carries one.")
  var title: String = "duizhao"
  @Option(
    help: "How many sentences that align --record saw each concept in to write as its contexts, with their number.")
  var examples: Int = 0
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    if format == nil, outputOptions.output == nil {
      throw ValidationError("name a format (--format csv) or a file whose name tells it (-o glossary.csv)")
    }
    if examples < 0 { throw ValidationError("--examples must be at least 0") }
    let writing = try direction()
    let operation = ExportOperation(
      format: format, selection: select, glossary: only, writing: writing, examples: examples)
    let written = try operation.run(output: outputOptions.output, in: Workspace(glossaryOptions))
    try Output.put(written, at: outputOptions.output)
    for line in FormatLoss.summary(of: written.losses) { Output.error("duizhao: \(line)") }
  }

  private func direction() throws -> GlossaryWritingOptions {
    let source = try language(from, option: "--from")
    let target = try language(to ?? (source == .english ? "zh" : "en"), option: "--to")
    guard source.isChinese != target.isChinese else {
      throw ValidationError("--from and --to must be Chinese and English, one each")
    }
    return GlossaryWritingOptions(source: source, target: target, title: title)
  }

  private func language(_ tag: String, option: String) throws -> TermLanguage {
    guard let language = TermLanguage(tag: tag) else {
      throw ValidationError("\(option): “\(tag)” is none of zh (zh-Hans), zh-Hant (zh-TW) and en")
    }
    return language
  }
}

extension Output {
  /// Writes a glossary to a file, with what belongs beside it, or to standard output.
  static func put(_ written: WrittenGlossary, at path: String?) throws(InputError) {
    if let path, !written.companions.isEmpty {
      // The main file comes last: who sees it finds the others.
      let companions = written.companions.map { (Files.path(path, withExtension: $0.fileExtension), $0.bytes) }
      return try Files.write(companions + [(path, written.bytes)])
    }
    let output = Output(path: path)
    output.write(written.bytes)
    try output.finish()
  }
}
