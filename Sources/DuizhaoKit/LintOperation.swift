import Formats
import Lint
import Repair
import Terminology
import TextCore

/// Checks files: what `duizhao lint` does.
public struct LintOperation {
  /// The original of the one file to check, to compare it with.
  public var source: String?
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?
  /// Rules or families to run; empty for all that are on by default.
  public var selected: [String] = []
  /// Rules or families not to run.
  public var ignored: [String] = []

  public init() {}

  /// Checks each file.
  ///
  /// A file that cannot be read is among the failures, and the others are checked all the same.
  /// - Throws: ``InputError`` for a rule that does not exist, and what opening the glossary throws.
  public func run(on paths: [String], in workspace: Workspace) throws -> (results: [LintResult], failures: [InputError])
  {
    let linter = Linter(rules: try rules(), context: try workspace.lintContext())
    var results: [LintResult] = []
    var failures: [InputError] = []
    for path in paths {
      do {
        results.append(try check(path, linter, workspace))
      } catch let error as InputError {
        failures.append(error)
      }
    }
    return (results, failures)
  }

  private func check(_ path: String, _ linter: Linter, _ workspace: Workspace) throws -> LintResult {
    let file = try Files.source(at: path, encoding: encoding)
    if let source {
      let original = try Files.source(at: source, encoding: encoding)
      // What concerns the text alone is judged on the whole of it, and what compares the two, bead by bead.
      let comparing = Linter(rules: linter.rules.filter(Self.comparesSides), context: linter.context)
      let pairs = comparing.findings(in: try pairedDocument(file, with: original, workspace))
      let findings = (linter.findings(in: document(of: file, workspace)) + pairs)
        .sorted { ($0.span, $0.rule) < ($1.span, $1.rule) }
      return LintResult(file, comparedWith: original, findings: findings)
    }
    if let table = try BilingualTable(file) {
      return LintResult(file, table: table, findings: linter.findings(in: document(of: table, path: path, workspace)))
    }
    return LintResult(file, findings: linter.findings(in: document(of: file, workspace)))
  }

  /// Whether a rule looks at a text and its original, rather than at a text alone.
  private static func comparesSides(_ rule: any Rule) -> Bool {
    rule is any PairRule || rule is SameSource || rule is UntranslatedSegment
  }

  private func document(of file: SourceText, _ workspace: Workspace) -> LintDocument {
    let language = Language.dominant(in: file.text.utf8) ?? .english
    let text = LintText(file.text, language: language, repairer: workspace.repairer)
    return LintDocument(path: file.path, units: [LintUnit(target: text)], isBilingual: false)
  }

  private func document(of table: BilingualTable, path: String, _ workspace: Workspace) -> LintDocument {
    let units = table.rows.map { row in
      LintUnit(
        id: row.id,
        source: LintText(MappedText(row.chinese), language: .chinese, repairer: workspace.repairer),
        target: LintText(MappedText(row.english), language: .english, repairer: workspace.repairer))
    }
    return LintDocument(path: path, units: units, isBilingual: true)
  }

  /// The text with its original: a unit for each bead of their alignment.
  private func pairedDocument(
    _ target: SourceText, with original: SourceText, _ workspace: Workspace
  ) throws -> LintDocument {
    let report = try AlignOperation(mode: .parallel).run(on: original, target, in: workspace)
    let targetIsEnglish = report.english.path == target.path
    let units = report.beads.enumerated().map { index, bead in
      let chinese = slice(targetIsEnglish ? original : target, report.chinese, bead.chinese)
        .map { LintText($0, language: .chinese, repairer: workspace.repairer) }
      let english = slice(targetIsEnglish ? target : original, report.english, bead.english)
        .map { LintText($0, language: .english, repairer: workspace.repairer) }
      return LintUnit(
        id: String(index + 1), source: targetIsEnglish ? chinese : english, target: targetIsEnglish ? english : chinese)
    }
    return LintDocument(path: target.path, units: units, isBilingual: true)
  }

  /// The stretch of a file that some of its segments cover.
  private func slice(_ source: SourceText, _ side: BitextReport.Side, _ indices: Range<Int>) -> MappedText? {
    guard let first = indices.first, let last = indices.last else { return nil }
    return source.text.slice(ofFile: TextSpan(side.fileSpans[first].start, side.fileSpans[last].end))
  }

  private func rules() throws(InputError) -> [any Rule] {
    for name in selected + ignored where !RuleRegistry.all.contains(where: { Self.names(name, $0.metadata) }) {
      let hint = RuleRegistry.nearestID(to: name).map { "; did you mean “\($0)”?" } ?? ""
      throw InputError(path: name, .malformed("there is no such rule or family\(hint)"))
    }
    return RuleRegistry.all.filter { type in
      let rule = type.metadata
      if ignored.contains(where: { Self.names($0, rule) }) { return false }
      return selected.isEmpty ? rule.isOnByDefault : selected.contains { Self.names($0, rule) }
    }.map { $0.init() }
  }

  private static func names(_ name: String, _ rule: RuleMetadata) -> Bool { name == rule.id || name == rule.family }
}

/// A file that was checked.
public struct LintResult: Sendable {
  public let source: SourceText
  /// The text it was compared with.
  let original: SourceText?
  /// The rows, when the file is a bilingual table.
  let table: BilingualTable?
  /// What was found, in the order of the text.
  public let findings: [Finding]

  init(
    _ source: SourceText, comparedWith original: SourceText? = nil, table: BilingualTable? = nil, findings: [Finding]
  ) {
    self.source = source
    self.original = original
    self.table = table
    guard let original else {
      self.findings = findings
      return
    }
    // The units were stretches of the files: back to offsets of the whole texts.
    self.findings = findings.map { finding in
      var finding = finding
      finding.decodedSpan = (finding.side == .source ? original : source).text.span(ofFile: finding.span)
      return finding
    }
  }

  public var path: String { source.path }

  /// The findings with what is needed to print them; those that point into the original stand under its path.
  public var reports: [ReportedFile] {
    if let table {
      let rows = table.rows.map { row in
        (row.id, ReportedFile.Row(line: row.line, source: Array(row.chinese.utf8), target: Array(row.english.utf8)))
      }
      return [ReportedFile(path: path, rows: Dictionary(rows) { first, _ in first }, findings: findings)]
    }
    let own = ReportedFile(path: path, text: source.text.utf8, findings: ownFindings)
    guard let original else { return [own] }
    let others = findings.filter { $0.side == .source }
    return [own]
      + (others.isEmpty ? [] : [ReportedFile(path: original.path, text: original.text.utf8, findings: others)])
  }

  /// How many safe repairs there are to make.
  ///
  /// Tables are not rewritten.
  public var fixCount: Int { edits.count }

  /// What the safe repairs would change, as a unified diff.
  public var diff: String { UnifiedDiff.text(path: path, before: source.text.utf8, edits: edits) }

  /// Makes the safe repairs in the file, in its own encoding.
  /// - Throws: ``InputError`` when the file has changed meanwhile, or cannot be written; then it stays as it is.
  public func writeFixes() throws {
    guard !edits.isEmpty else { return }
    guard try Files.bytes(of: path) == source.bytes else {
      throw InputError(path: path, .unwritable("the file has changed since it was checked; check it again"))
    }
    try Files.write(try source.encoded(source.text.applying(edits).utf8), to: path)
  }

  private var edits: [TextEdit] { table == nil ? FixApplier.edits(of: ownFindings) : [] }

  /// The findings that point into this file, not into the original it was compared with.
  private var ownFindings: [Finding] { original == nil ? findings : findings.filter { $0.side != .source } }
}
