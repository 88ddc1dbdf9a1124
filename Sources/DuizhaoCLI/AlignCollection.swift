import ArgumentParser
import DuizhaoKit
import Formats
import Glibc
import TextCore

/// The part of `duizhao align` that makes a corpus of many pairs.
struct AlignCollection {
  let command: AlignCommand
  let operation: AlignOperation
  let workspace: Workspace

  private var options: CollectionOptions { command.collection }
  private var outputPath: String? { command.outputOptions.output.flatMap { $0 == "-" ? nil : $0 } }

  /// Aligns the pairs, writes the corpus, and reports what became of them.
  /// - Throws: `ExitCode` 2 when a pair failed; the corpus holds the others.
  func run() throws {
    let sink = try sink()
    var corpus = CorpusOperation(
      alignment: operation, options: try options.corpusOptions(), jobs: options.threadCount, journal: journalPath)
    if command.review != nil, options.state == nil { corpus.journal = nil }
    let pairs = try pairs()
    let dropped = try options.dropped.map { path throws(InputError) in try DroppedTable(path: path) }
    let recorder = try command.evidence.recorder(in: workspace)
    try sink.begin()
    let meter = ProgressMeter(what: "pairs")
    let summary = try corpus.run(
      on: pairs, in: workspace, onProgress: { meter.show(done: $0.done, of: $0.total) },
      consume: { pair in
        try sink.add(pair.report)
        try dropped?.add(pair)
        try recorder?.add(pair.report)
      })
    meter.clear()
    try sink.finish()
    try dropped?.finish()
    try recorder?.finish()
    if let journal = corpus.journal, options.state == nil { Files.remove(journal) }
    Output.error(CorpusReport(summary: summary, output: outputPath, dropped: options.dropped).text)
    if !summary.failures.isEmpty { throw ExitCode(2) }
  }

  private func pairs() throws -> DocumentPairs {
    if let list = options.pairs {
      let pairs = try PairList.pairs(at: list)
      if pairs.pairs.isEmpty { throw InputError(path: list, .malformed("names no pair")) }
      return pairs
    }
    let first = command.first ?? "."
    let second = command.second ?? first
    let outputs = [outputPath, options.dropped, options.state].compactMap(\.self)
    let pairs = try options.pairing().pairs(first, second, outputs: outputs, in: workspace)
    guard pairs.pairs.isEmpty else { return pairs }
    for problem in pairs.problems { Output.error(problem.description) }
    let advice =
      pairs.single.isEmpty && pairs.problems.isEmpty
      ? "there are no files here"
      : "no two files go together (\(pairs.single.count) without a partner); "
        + (options.pairBy == "name"
          ? "name them alike, as zh/a.txt and en/a.txt, or try --pair-by content" : "are both languages there?")
    throw InputError(path: first == second ? first : "\(first), \(second)", .malformed(advice))
  }

  /// Where an interrupted run leaves what it has done: where the user says, else beside the corpus.
  private var journalPath: String? { options.state ?? outputPath.map(CorpusOperation.journalPath) }

  private func sink() throws(InputError) -> any CollectionSink {
    if let limit = command.review {
      return ReviewSink(
        limit: limit, format: try command.reviewFormat(), output: Output(path: command.outputOptions.output),
        usesColor: command.outputOptions.usesColor)
    }
    let known = BitextFormat.all.filter(\.holdsCollections).map(\.id)
    let named = command.outputOptions.output.flatMap(BitextFormat.named(by:))?.id
    let id = try checkedFormat(command.format ?? named ?? "tsv", among: known)
    return try CorpusSink(format: BitextFormat.all.first { $0.id == id } ?? .tsv, path: outputPath)
  }
}

/// Where the pairs of a collection go.
protocol CollectionSink: AnyObject {
  /// Writes what stands before the first pair.
  func begin() throws
  func add(_ report: BitextReport) throws
  /// Writes what stands behind the last pair, and puts the file in place.
  func finish() throws
}

/// A corpus in one of the formats for it, in a file or on standard output.
private final class CorpusSink: CollectionSink {
  private var writer: BitextFormat.CollectionWriter
  private let file: FileStream?

  init(format: BitextFormat, path: String?) throws(InputError) {
    writer = BitextFormat.CollectionWriter(format)
    file = try path.map { path throws(InputError) in try FileStream(path: path) }
  }

  func begin() throws { try write(writer.head) }
  func add(_ report: BitextReport) throws { try write(writer.bytes(of: report)) }

  func finish() throws {
    try write(writer.tail)
    try file?.finish()
    Output.standard.flush()
  }

  private func write(_ bytes: [UInt8]) throws {
    if let file { try file.write(bytes) } else { Output.standard.write(bytes) }
  }
}

/// The weakest beads of a collection.
private final class ReviewSink: CollectionSink {
  private var review: BitextReview
  private let format: String
  private let output: Output
  private let usesColor: Bool

  init(limit: Int, format: String, output: Output, usesColor: Bool) {
    review = BitextReview(limit: limit)
    self.format = format
    self.output = output
    self.usesColor = usesColor
  }

  func begin() {}
  func add(_ report: BitextReport) { review.add(report) }

  func finish() throws {
    output.write(review, format: format, usesColor: usesColor)
    try output.finish()
  }
}

/// The beads that were left out of a corpus, as a table.
private final class DroppedTable {
  private let file: FileStream

  init(path: String) throws(InputError) {
    file = try FileStream(path: path)
    try file.write(Array("reason\tzhPlace\tenPlace\tscore\tconfidence\tzh\ten\n".utf8))
  }

  func add(_ pair: CorpusOperation.FilteredPair) throws(InputError) {
    for (bead, reason) in pair.dropped {
      let report = pair.report
      let row = [
        reason.rawValue, Self.place(bead.chinese, report.chinese), Self.place(bead.english, report.english),
        String(BitextFormat.rounded(bead.score)), String(BitextFormat.rounded(bead.confidence)),
        report.chineseText(of: bead), report.englishText(of: bead),
      ].map(BitextFormat.cell)
      try file.write(Array((row.joined(separator: "\t") + "\n").utf8))
    }
  }

  func finish() throws(InputError) { try file.finish() }

  private static func place(_ range: Range<Int>, _ side: BitextReport.Side) -> String {
    side.lines.isEmpty ? side.path : "\(side.path):\(side.lines[min(range.lowerBound, side.lines.count - 1)])"
  }
}
