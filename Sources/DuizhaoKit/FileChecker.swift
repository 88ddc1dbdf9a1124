import Configuration
import Formats
import Lint
import Repair
import TextCore

/// Checks one file with the rules that are for it.
struct FileChecker: Sendable {
  let rules: [any Rule]
  let houseRules: [HouseRule]
  let settings: FileSettings
  let metadata: [String: RuleMetadata]

  /// Whether a rule that is named runs on the file.
  func hasRun(_ name: RuleName) -> Bool {
    rules.contains { name.names(type(of: $0).metadata.id) } || houseRules.contains { name.names($0.id) }
  }

  /// Whether the user wants to hear of a rule about suppressions.
  func wants(_ finding: Finding) -> Bool { metadata[finding.rule].map { settings.includes($0) } ?? true }

  /// What the findings depend on, in words.
  var identity: String {
    let ids = rules.map { type(of: $0).metadata.id } + houseRules.map(\.id)
    let severities = settings.severities.map { "\($0.name.text)=\($0.severity?.rawValue ?? "off")" }
    return ids.joined(separator: " ") + "\n" + severities.joined(separator: " ")
  }

  /// Everything that is wrong in a file, as grave as the user wants it; offsets are those of the file.
  /// - Throws: what opening the tools throws, and ``InputError`` when the pattern of a house rule takes too long.
  func findings(in input: LintInput, with tools: LintTools) throws -> [Finding] {
    let (context, repairer) = try tools.opened()
    let whole = document(of: input, repairer)
    var house: [Finding] = []
    for rule in houseRules { house += try rule.findings(in: whole) }
    var findings = Linter(rules: rules, context: context).findings(in: whole, and: house).map(
      Counterparts(whole).added(to:))
    if let original = input.original {
      // What concerns the text alone is judged on the whole of it, and what compares the two, bead by bead.
      let comparing = rules.filter { $0 is any PairRule || $0 is SameSource || $0 is UntranslatedSegment }
      let pairs = try pairedDocument(input, original, repairer, tools)
      findings += Linter(rules: comparing, context: context).findings(in: pairs).map(Counterparts(pairs).added(to:))
      findings.sort { ($0.span, $0.rule) < ($1.span, $1.rule) }
    }
    return findings.map { graded(inFile($0, of: input)) }
  }

  private func graded(_ finding: Finding) -> Finding {
    metadata[finding.rule].map { settings.graded(finding, of: $0) } ?? finding
  }

  /// The finding with its place in the decoded file, not in what was taken out of it.
  ///
  /// Where the two do not read the same, because marks or references stand in between, no fix is safe.
  private func inFile(_ finding: Finding, of input: LintInput) -> Finding {
    if input.table != nil { return finding }
    var finding = finding
    let text = finding.side == .source ? input.original?.file.text ?? input.file.text : input.file.text
    finding.decodedSpan = text.span(ofFile: finding.span)
    if text.string(in: finding.decodedSpan) != finding.text { finding.isSafe = false }
    return finding
  }

  private func document(of input: LintInput, _ repairer: TextRepairer) -> LintDocument {
    if let table = input.table {
      let units = table.rows.map { row in
        LintUnit(
          id: row.id, source: LintText(MappedText(row.chinese), language: .chinese, repairer: repairer),
          target: LintText(MappedText(row.english), language: .english, repairer: repairer))
      }
      return LintDocument(path: input.file.path, units: units, isBilingual: true)
    }
    let language = Language.dominant(in: input.prose.utf8) ?? .english
    let text = LintText(input.prose, language: language, repairer: repairer)
    return LintDocument(path: input.file.path, units: [LintUnit(target: text)], isBilingual: false)
  }

  /// The text with its original: a unit for each bead of their alignment.
  private func pairedDocument(
    _ input: LintInput, _ original: LintInput.Original, _ repairer: TextRepairer, _ tools: LintTools
  ) throws -> LintDocument {
    let source = try PreparedText(original.file, prose: original.prose, repairer: repairer)
    let target = try PreparedText(input.file, prose: input.prose, repairer: repairer)
    let aligner = PairAligner(
      mode: .parallel, isPresegmented: false, repairer: repairer, resources: try tools.alignmentResources())
    let report = try aligner.report(on: source, target)
    let targetIsEnglish = target.language == .english
    let units = report.beads.enumerated().map { index, bead in
      let chinese = slice(targetIsEnglish ? original.prose : input.prose, report.chinese, bead.chinese)
        .map { LintText($0, language: .chinese, repairer: repairer) }
      let english = slice(targetIsEnglish ? input.prose : original.prose, report.english, bead.english)
        .map { LintText($0, language: .english, repairer: repairer) }
      return LintUnit(
        id: String(index + 1), source: targetIsEnglish ? chinese : english, target: targetIsEnglish ? english : chinese)
    }
    return LintDocument(path: input.file.path, units: units, isBilingual: true)
  }

  /// The stretch of a text that some of its segments cover.
  private func slice(_ prose: MappedText, _ side: BitextReport.Side, _ indices: Range<Int>) -> MappedText? {
    guard let first = indices.first, let last = indices.last else { return nil }
    return prose.slice(ofFile: TextSpan(side.fileSpans[first].start, side.fileSpans[last].end))
  }
}
