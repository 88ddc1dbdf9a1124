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
  ///
  /// The rows of a large table, and a large text rule by rule, are checked on several `threads`; what is found does not
  /// depend on their number.
  /// - Throws: what opening the tools throws, and ``InputError`` when the pattern of a house rule takes too long.
  func findings(in input: LintInput, with tools: LintTools, threads: Int) throws -> [Finding] {
    let (context, repairer) = try tools.opened()
    let timings: (any StepTimer)? = tools.timings
    let linter = Linter(rules: rules, context: context)
    let (whole, found) = read(input, repairer, linter, threads: threads)
    var known = found
    for rule in houseRules { known += try timings.measure(rule.id) { try rule.findings(in: whole) } }
    var findings = linter.findings(in: whole, besides: known)
    var counterparts = Counterparts(whole)
    counterparts.add(to: &findings)
    if let original = input.original {
      // What concerns the text alone is judged on the whole of it, and what compares the two, bead by bead.
      let comparing = rules.filter { $0 is any PairRule || $0 is SameSource || $0 is UntranslatedSegment }
      let pairs = try pairedDocument(whole, input, original, repairer, tools)
      var compared = Linter(rules: comparing, context: context).findings(in: pairs)
      var counterparts = Counterparts(pairs)
      counterparts.add(to: &compared)
      findings += compared
      findings.sort { ($0.span, $0.rule) < ($1.span, $1.rule) }
    }
    for index in findings.indices { findings[index] = graded(inFile(findings[index], of: input)) }
    return findings
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

  /// The document of a file, with what the rules find that look at each unit by itself.
  private func read(
    _ input: LintInput, _ repairer: TextRepairer, _ linter: Linter, threads: Int
  ) -> (LintDocument, [Finding]) {
    if let table = input.table {
      return TableReader(path: input.file.path, repairer: repairer, linter: linter).read(table.rows, threads: threads)
    }
    let unit = LintUnit(target: text(input.prose, repairer, linter.context.timer))
    let document = LintDocument(path: input.file.path, units: [unit], isBilingual: false)
    let isShort = input.prose.utf8.count < Self.longestForOneThread
    var findings: [Finding] = []
    OrderedWork(linter.unitRules, jobs: isShort ? 1 : threads) { linter.findings(of: $0, in: document) }
      .forEachResult { findings += $1 }
    return (document, findings)
  }

  /// Longer texts are checked by several rules at once.
  private static let longestForOneThread = 1 << 18

  /// A text as the rules see it, in the language that most of it is in.
  private func text(_ prose: MappedText, _ repairer: TextRepairer, _ timings: (any StepTimer)?) -> LintText {
    LintText(prose, language: Language.dominant(in: prose.utf8) ?? .english, repairer: repairer, timer: timings)
  }

  /// The text with its original: a unit for each bead of their alignment.
  private func pairedDocument(
    _ whole: LintDocument, _ input: LintInput, _ original: LintInput.Original, _ repairer: TextRepairer,
    _ tools: LintTools
  ) throws -> LintDocument {
    guard let target = whole.units.first?.target else { return whole }
    let source = text(original.prose, repairer, tools.timings)
    let aligner = PairAligner(
      mode: .parallel, isPresegmented: false, repairer: repairer, resources: try tools.alignmentResources())
    let report = try (tools.timings as (any StepTimer)?).measure("alignment") {
      try aligner.report(on: try PreparedText(original.file, source), try PreparedText(input.file, target))
    }
    let targetIsEnglish = target.language == .english
    let units = report.beads.enumerated().map { index, bead in
      let chinese = part(of: targetIsEnglish ? source : target, report.chinese, bead.chinese)
      let english = part(of: targetIsEnglish ? target : source, report.english, bead.english)
      return LintUnit(
        id: String(index + 1), source: targetIsEnglish ? chinese : english, target: targetIsEnglish ? english : chinese)
    }
    return LintDocument(path: input.file.path, units: units, isBilingual: true)
  }

  /// The stretch of a text that some of its segments cover.
  private func part(of text: LintText, _ side: BitextReport.Side, _ indices: Range<Int>) -> LintText? {
    guard let first = indices.first, let last = indices.last else { return nil }
    return text.part(ofFile: TextSpan(side.fileSpans[first].start, side.fileSpans[last].end))
  }
}
