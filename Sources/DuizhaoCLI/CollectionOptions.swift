import ArgumentParser
import DuizhaoKit
import Formats
import Glibc
import TextCore

/// Options of commands that align many pairs.
struct CollectionOptions: ParsableArguments {
  @Option(help: "A list of pairs: two paths a line with a tab between; - is standard input.")
  var pairs: String?
  @Option(help: "How the files of folders become pairs: name or content.")
  var pairBy: String = "name"
  @Option(help: "How many pairs to align at a time. Default: one for each processor.")
  var jobs: Int?
  @Option(help: "Leave out beads less sure than this, 0 to 1. Default: 0.5, or 0 in comparable texts.")
  var minConfidence: Double?
  @Option(help: "Leave out beads whose one side is this many times too long for the other.")
  var maxLengthRatio: Double = 3
  @Option(
    help: """
      Beads to keep nevertheless, with commas between: no-words, same-text, language, length, confidence, duplicate, \
      or all.
      """)
  var keep: String?
  @Option(help: "Write what was left out of the corpus, and why, to this file, as a table.")
  var dropped: String?
  @Option(help: "Keep what was aligned in this file: the next run aligns only what is new or has changed.")
  var state: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
    if !(maxLengthRatio > 1) { throw ValidationError("--max-length-ratio must be above 1") }
  }

  /// How many pairs to align at a time.
  var threadCount: Int { jobs ?? Self.processorCount }

  /// How many processors there are to work with.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// How files become pairs.
  /// - Throws: ``InputError`` for a way we do not know.
  func pairing() throws(InputError) -> CollectionPairing {
    let name = try checkedFormat(pairBy, among: CollectionPairing.allCases.map(\.rawValue), option: "--pair-by")
    return CollectionPairing(rawValue: name) ?? .name
  }

  /// What goes into the corpus.
  /// - Throws: ``InputError`` for a reason that we do not know.
  func corpusOptions() throws(InputError) -> CorpusOptions {
    var options = CorpusOptions()
    options.leastConfidence = minConfidence
    options.greatestLengthRatio = maxLengthRatio
    let optional = DropReason.allCases.filter { $0 != .oneSided }
    for name in keep?.split(separator: ",") ?? [] {
      if name == "all" {
        options.kept.formUnion(optional)
      } else {
        let known = try checkedFormat(String(name), among: optional.map(\.rawValue) + ["all"], option: "--keep")
        options.kept.formUnion(optional.filter { $0.rawValue == known })
      }
    }
    return options
  }
}
