import Formats
import Lint
import TextCore

/// What a run of the checker gave.
public struct LintRun: Sendable {
  /// The files that were checked, in the order in which they were given.
  public internal(set) var results: [LintResult] = []
  /// The files whose original, by a pair of the configuration, is not there: they were checked without it.
  public internal(set) var missingOriginals: [InputError] = []
  /// What is wrong with the files that were not checked.
  public internal(set) var failures: [InputError] = []
  /// The least severity for which the configurations want the run to fail; nil where there was no file.
  public internal(set) var failOn: Severity?
  /// Where the baseline is, or is to be.
  var baselinePath: String?
  /// The baseline, where there is one.
  private var known: Baseline?

  /// The baseline that was named and is not there: nothing is known then.
  public private(set) var missingBaseline: InputError?
  /// How many findings the baseline left out.
  public private(set) var knownCount = 0
  /// How many entries of the baseline were not found again in the files that were checked.
  public private(set) var goneCount = 0

  /// What a change of the baseline did.
  public struct BaselineChange: Sendable {
    public let path: String
    public let before: Int
    public let after: Int
  }

  mutating func readBaseline() throws(InputError) {
    guard let path = baselinePath, !path.isEmpty else { return }
    guard Files.exists(path) else {
      missingBaseline = InputError(path: path, .malformed("there is no such baseline yet; --update-baseline makes it"))
      return
    }
    known = try Baseline(reading: try Files.bytes(of: path), path: path)
  }

  private var folder: String { Files.folder(of: Files.absolute(baselinePath ?? ".")) }

  /// Notes what was wrong with other files.
  public mutating func add(_ failures: [InputError]) { self.failures += failures }

  /// Leaves out the findings that the baseline knows.
  public mutating func leaveOutKnown() {
    guard var rest = known else { return }
    let before = rest.count
    for index in results.indices { results[index].leaveOut(knownTo: &rest, in: folder) }
    knownCount = before - rest.count
    let checked = Set(results.map { $0.relativePath(to: folder) })
    goneCount = rest.counts.filter { checked.contains($0.key.path) }.values.reduce(0, +)
  }

  /// Writes what was found now as the baseline; files that were not checked keep their entries.
  /// - Throws: ``InputError`` when there is no path for it, and when it would grow and may not.
  public func updateBaseline(allowsGrowth: Bool) throws(InputError) -> BaselineChange {
    guard let path = baselinePath else {
      throw InputError(path: "--update-baseline", .malformed("name the file with --baseline, or in .duizhao.yml"))
    }
    let found = Baseline(results.flatMap { $0.keys(relativeTo: folder) })
    let old = known ?? Baseline()
    let new = old.replacing(filesIn: Set(results.map { $0.relativePath(to: folder) }), with: found)
    let added = old.missing(from: new)
    if known != nil, !allowsGrowth, let first = added.first {
      let what = added.count == 1 ? "a new finding" : "\(added.count) new findings"
      throw InputError(
        path: path,
        .malformed(
          "would grow by \(what), the first one \(first.rule) in \(first.path) (“\(first.text)”); mend them, or add --allow-growth"
        ))
    }
    try Files.write(new.encoded, to: path)
    return BaselineChange(path: path, before: old.count, after: new.count)
  }
}
