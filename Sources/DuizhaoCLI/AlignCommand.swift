import ArgumentParser
import DuizhaoKit
import Formats
import TextCore

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract:
      "Aligns a Chinese and an English text, or two folders of them, sentence by sentence or passage by passage.",
    discussion: """
      Which file is Chinese is detected. Translations are aligned from beginning to end (parallel); articles that merely \
      report the same are linked where they say comparable things, best first (comparable); auto decides and says why. \
      Damaged text is repaired first; positions are those of the files as they are.

      Two folders, or a list of pairs, become one corpus. Files are paired by name (zh/a.txt and en/a.txt, a.zh.txt and \
      a.en.txt) or by content; texts that do not translate each other are told and left out; so are beads that a corpus \
      should not have (see --keep). A pair that fails is told, and the others go on; an interrupted run goes on where it \
      was.

      EXAMPLES
        duizhao align article.zh.txt article.en.txt
        duizhao align article.zh.txt article.en.txt -o article.html
        duizhao align article.zh.txt article.en.txt --review 20
        duizhao align a.zh a.en --presegmented --format beads
        duizhao align one.zh.txt other.en.txt --mode comparable --format jsonl
        duizhao align zh/ en/ -o corpus.tmx
        duizhao align zh/ en/ --pair-by content --min-confidence 0.8 --dropped dropped.tsv -o corpus.tsv
        duizhao align --pairs pairs.tsv -o corpus.xlf
        duizhao align article.zh.txt article.en.txt --record
      """)

  @Argument(help: "One of the texts, or a folder of texts.")
  var first: String?
  @Argument(help: "The other. A folder alone holds both sides.")
  var second: String?
  @Flag(help: "Each line is a segment.")
  var presegmented = false
  @Option(help: "auto, parallel or comparable.")
  var mode: String = "auto"
  @Option(help: "text, beads, tsv, jsonl, tmx, xliff or html. Default: by the name of the output, else text.")
  var format: String?
  @Option(help: "List this many of the weakest beads instead, to be checked; as text, tsv or html.")
  var review: Int?
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var collection: CollectionOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var glossaryOptions: GlossaryOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    if let review, review < 1 { throw ValidationError("--review must be at least 1") }
    if first == nil, collection.pairs == nil {
      throw ValidationError("name two texts, two folders, or a list of pairs: duizhao align ZH EN")
    }
    if first != nil, collection.pairs != nil { throw ValidationError("name either texts or --pairs, not both") }
    try collection.validate()
  }

  func run() throws {
    keepFreedMemory()
    let mode = try checkedFormat(mode, among: AlignOperation.Mode.allCases.map(\.rawValue), option: "--mode")
    var operation = AlignOperation(
      mode: AlignOperation.Mode(rawValue: mode)!, isPresegmented: presegmented, encoding: try input.textEncoding())
    let workspace = Workspace(glossaryOptions)
    if isCollection {
      try AlignCollection(command: self, operation: operation, workspace: workspace).run()
      return
    }
    guard let first, let second else { throw ValidationError("name two texts: duizhao align ZH EN") }
    let format = try review == nil ? pairFormat() : reviewFormat()
    operation.comparesEntities = review == nil && format == "html"
    let report = try operation.run(on: first, second, in: workspace)
    if format != "text", report.isComparable, let reason = report.modeReason {
      let advice = "linked as comparable articles; --mode parallel aligns them all the same"
      Output.error("\(first), \(second): not a translation: \(reason); \(advice)")
    }
    let output = Output(path: outputOptions.output)
    if let review {
      var list = BitextReview(limit: review)
      list.add(report)
      output.write(list, format: format, usesColor: outputOptions.usesColor)
    } else if let bitext = BitextFormat.all.first(where: { $0.id == format }) {
      output.write(bitext.write(report))
    } else {
      output.write(report.terminalText(usesColor: outputOptions.usesColor))
    }
    try output.finish()
    let recorder = try evidence.recorder(in: workspace)
    try recorder?.add(report)
    try recorder?.finish()
  }

  /// Whether there is more than one pair.
  private var isCollection: Bool {
    collection.pairs != nil || first.map(Files.isDirectory) == true
  }

  private func pairFormat() throws(InputError) -> String {
    if let format { return try checkedFormat(format, among: ["text"] + BitextFormat.all.map(\.id)) }
    return outputOptions.output.flatMap(BitextFormat.named(by:))?.id ?? "text"
  }

  /// The format of a review.
  func reviewFormat() throws(InputError) -> String {
    if let format { return try checkedFormat(format, among: BitextReview.formats) }
    let byName = outputOptions.output.flatMap(BitextFormat.named(by:))?.id
    return BitextReview.formats.first { $0 == byName } ?? "text"
  }
}

extension Output {
  /// Writes a list of beads to check.
  func write(_ review: BitextReview, format: String, usesColor: Bool) {
    switch format {
    case "tsv": write(review.tsv)
    case "html": write(review.html)
    default: write(review.terminalText(usesColor: usesColor))
    }
  }
}
