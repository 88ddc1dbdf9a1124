import Alignment
import Formats
import TextCore

/// Makes a corpus of the pairs of a collection: what `duizhao align` does with folders and lists.
///
/// Pairs are aligned several at a time; what comes out is the same whatever their number. A pair that fails is told, and
/// the others go on.
public struct CorpusOperation: Sendable {
  public var alignment: AlignOperation
  public var options: CorpusOptions
  /// How many pairs to align at a time.
  public var jobs: Int
  /// A file that keeps what was aligned, so that the next run need not do it again; nil for none.
  public var journal: String?

  public init(
    alignment: AlignOperation, options: CorpusOptions = CorpusOptions(), jobs: Int = 1, journal: String? = nil
  ) {
    self.alignment = alignment
    self.options = options
    self.jobs = jobs
    self.journal = journal
  }

  /// Where a run keeps its journal, unless the user says where: beside the corpus.
  public static func journalPath(for output: String) -> String { output + ".progress" }

  /// A pair with what goes into the corpus and what does not.
  public struct FilteredPair: Sendable {
    /// The pair with the beads that are kept.
    public let report: BitextReport
    /// The others, in order, each with its reason.
    public let dropped: [(bead: Bead, reason: DropReason)]
  }

  /// How far a run is.
  public struct Progress: Hashable, Sendable {
    public let done: Int
    public let total: Int
  }

  /// Aligns the pairs and hands over each one, filtered, in the order of the pairs.
  /// - Throws: ``InputError`` when the journal cannot be used; what opening the glossary throws; what the closures throw.
  public func run(
    on pairs: DocumentPairs, in workspace: Workspace, onProgress: (Progress) -> Void = { _ in },
    consume: (FilteredPair) throws -> Void
  ) throws -> CorpusSummary {
    let aligner = try alignment.aligner(in: workspace)
    let settings = try workspace.dataState().map { ContentHash("\(alignment) \(CorpusJournal.version) \($0)".utf8) }
    let journal = try journal.map { path throws(InputError) in try CorpusJournal(path: path) }
    let known = journal?.keys ?? []
    let encoding = alignment.encoding
    let work = OrderedWork(pairs.pairs, jobs: jobs) { pair in
      Self.result(for: pair, aligner: aligner, settings: settings, encoding: encoding, known: known)
    }
    var filter = UnitFilter(options: options, words: workspace.words)
    var summary = CorpusSummary()
    summary.pairCount = pairs.pairs.count
    summary.failures = pairs.problems
    summary.single = pairs.single
    onProgress(Progress(done: 0, total: pairs.pairs.count))
    try work.forEachResult { index, result in
      let pair = pairs.pairs[index]
      switch try outcome(of: result, pair, aligner, journal, &summary) {
      case .failed(let error): summary.failures.append(error)
      case .unrelated(let reason): summary.unrelated.append(CorpusSummary.Unrelated(pair: pair, reason: reason))
      case .aligned(let report): try consume(filtered(report, &filter, &summary))
      }
      onProgress(Progress(done: index + 1, total: pairs.pairs.count))
    }
    return summary
  }

  /// What a thread has found out about a pair.
  private enum Result: Sendable {
    /// It was aligned in a run before.
    case known(ContentHash)
    case new(ContentHash?, PairOutcome)
  }

  private static func result(
    for pair: DocumentPair, aligner: PairAligner, settings: ContentHash?, encoding: TextEncoding?,
    known: Set<String>
  ) -> Result {
    do {
      let first = try Files.source(at: pair.first, encoding: encoding)
      let second = try Files.source(at: pair.second, encoding: encoding)
      var key = settings
      key?.add(first.bytes)
      key?.add(second.bytes)
      if let key, known.contains(key.description) { return .known(key) }
      return .new(key, outcome(of: try aligner.report(on: first, second), mode: aligner.mode))
    } catch {
      return .new(nil, .failed(error))
    }
  }

  /// What was asked to be judged and is no translation is not forced into a corpus of translations.
  private static func outcome(of report: BitextReport, mode: AlignOperation.Mode) -> PairOutcome {
    mode == .auto && report.isComparable ? .unrelated(reason: report.modeReason ?? "") : .aligned(report)
  }

  private func outcome(
    of result: Result, _ pair: DocumentPair, _ aligner: PairAligner, _ journal: CorpusJournal?,
    _ summary: inout CorpusSummary
  ) throws(InputError) -> PairOutcome {
    switch result {
    case .known(let key):
      if let outcome = journal?.pair(for: key)?.outcome(for: pair) {
        summary.resumedCount += 1
        return outcome
      }
      // A damaged record: the work is done again, here.
      let again = Self.result(
        for: pair, aligner: aligner, settings: nil, encoding: alignment.encoding, known: [])
      guard case .new(_, let outcome) = again else { preconditionFailure("nothing is known to an empty set") }
      return outcome
    case .new(let key, let outcome):
      if let key, let saved = SavedPair(outcome, pair: pair) { try journal?.add(saved, for: key) }
      return outcome
    }
  }

  private func filtered(
    _ report: BitextReport, _ filter: inout UnitFilter, _ summary: inout CorpusSummary
  ) -> FilteredPair {
    var kept: [Bead] = []
    var dropped: [(bead: Bead, reason: DropReason)] = []
    for bead in report.beads {
      if let reason = filter.reason(against: bead, in: report) {
        dropped.append((bead, reason))
        summary.dropped[reason, default: 0] += 1
      } else {
        kept.append(bead)
      }
    }
    summary.alignedCount += 1
    summary.unitCount += kept.count
    var report = report
    report.beads = kept
    return FilteredPair(report: report, dropped: dropped)
  }
}
