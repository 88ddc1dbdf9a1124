import Configuration
import Formats
import Lint
import TextCore

/// A file that was checked.
public struct LintResult: Sendable {
  private let input: LintInput
  private let filePath: String
  /// What was found, in the order of the text.
  public private(set) var findings: [Finding]
  /// Suppressions of the configuration that nothing was found for.
  public private(set) var unusedSuppressions: [InputError] = []

  init(_ input: LintInput, path: String, findings: [Finding]) {
    self.input = input
    filePath = path
    self.findings = findings
  }

  /// The path as the user gave it; for standard input the name that the user gave it.
  public var path: String { input.file.path }
  public var source: SourceText { input.file }

  /// The findings with what is needed to print them; those that point into the original stand under its path.
  public var reports: [ReportedFile] {
    if let table = input.table {
      let rows = table.rows.map { row in
        (row.id, ReportedFile.Row(line: row.line, source: Array(row.chinese.utf8), target: Array(row.english.utf8)))
      }
      return [ReportedFile(path: path, rows: Dictionary(rows) { first, _ in first }, findings: findings)]
    }
    let own = ReportedFile(path: path, text: source.text.utf8, findings: ownFindings)
    guard let original = input.original else { return [own] }
    let others = findings.filter { $0.side == .source }
    return [own]
      + (others.isEmpty
        ? [] : [ReportedFile(path: original.file.path, text: original.file.text.utf8, findings: others)])
  }

  /// How many safe repairs there are to make.
  ///
  /// Tables and standard input are not rewritten.
  public var fixCount: Int { edits.count }

  /// What the safe repairs would change, as a unified diff.
  public var diff: String { UnifiedDiff.text(path: path, before: source.text.utf8, edits: edits) }

  /// Makes the safe repairs in the file, in its own encoding.
  /// - Throws: ``InputError`` when the file has changed meanwhile, or cannot be written; then it stays as it is.
  public func writeFixes() throws {
    guard !edits.isEmpty, filePath != "-" else { return }
    guard try Files.bytes(of: filePath) == source.bytes else {
      throw InputError(path: path, .unwritable("the file has changed since it was checked; check it again"))
    }
    try Files.write(try source.encoded(source.text.applying(edits).utf8), to: filePath)
  }

  private var edits: [TextEdit] { input.table == nil ? FixApplier.edits(of: ownFindings) : [] }

  /// The findings that point into this file, not into the original it was compared with.
  private var ownFindings: [Finding] {
    input.original == nil ? findings : findings.filter { $0.side != .source }
  }

  // MARK: What is left out

  /// Leaves out what is suppressed, and adds what is wrong with the suppressions.
  mutating func suppress(_ suppressions: Suppressions, _ checker: FileChecker) {
    // Where nothing is to be left out, nobody asks for lines.
    let index = LineIndex(suppressions.all.isEmpty ? [] : source.text.utf8)
    let (kept, unused) = suppressions.applied(
      to: findings, in: source.text,
      line: { finding in
        finding.side == .source && input.original != nil ? 0 : index.line(of: finding.decodedSpan.start)
      },
      hasRun: checker.hasRun)
    findings = kept.filter { $0.rule.hasPrefix("suppression/") ? checker.wants($0) : true }
    if input.table == nil { findings.sort { ($0.span, $0.rule) < ($1.span, $1.rule) } }
    unusedSuppressions = unused
  }

  /// The result with nothing but the findings in lines that differ; all of those from a comparison, where the original
  /// does.
  func restricted(to changes: Git.Changes) -> LintResult {
    let own = Files.absolute(filePath)
    let originalDiffers = input.original.map { changes.touch(Files.absolute($0.file.path)) } ?? false
    var result = self
    result.findings = reports.flatMap(\.lines).compactMap { finding, lines in
      if finding.segment != nil, originalDiffers || finding.side == .source { return finding }
      return filePath == "-" || lines.contains { changes.contain($0, of: own) } ? finding : nil
    }
    return result
  }

  // MARK: Baseline

  /// What each finding is known by; `folder` is that of the baseline.
  func keys(relativeTo folder: String) -> [Baseline.Key] {
    let path = relativePath(to: folder)
    return reports.flatMap { report in
      report.findings.map { Baseline.Key(path: path, finding: $0, in: report.text(of: $0)) }
    }
  }

  /// The path below a folder, or from the root.
  func relativePath(to folder: String) -> String {
    let absolute = Files.absolute(path)
    return absolute.hasPrefix(folder + "/") ? String(absolute.dropFirst(folder.count + 1)) : absolute
  }

  /// Leaves out what a baseline knows; it is taken from the baseline.
  mutating func leaveOut(knownTo baseline: inout Baseline, in folder: String) {
    let path = relativePath(to: folder)
    findings = reports.flatMap { report in
      report.findings.filter { !baseline.take(Baseline.Key(path: path, finding: $0, in: report.text(of: $0))) }
    }
  }
}
