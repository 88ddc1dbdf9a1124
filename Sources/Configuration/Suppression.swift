import Lint
import TextCore

/// A wish not to hear of some findings, with the reason.
public struct Suppression: Hashable, Sendable {
  /// What it holds for.
  public enum Scope: Hashable, Sendable {
    case file
    /// 1-based lines.
    case lines(ClosedRange<Int>)
    /// A row of a bilingual table.
    case segment(String)
  }

  public let rules: [RuleName]
  public let scope: Scope
  /// What a finding must flag; nil for any.
  public let text: String?
  /// Where it stands in the decoded text; nil for one of the configuration.
  public let span: TextSpan?
  /// Where the configuration has it.
  public let configuredAt: InputError?

  public init(
    rules: [RuleName], scope: Scope, text: String? = nil, span: TextSpan? = nil, configuredAt: InputError? = nil
  ) {
    self.rules = rules
    self.scope = scope
    self.text = text
    self.span = span
    self.configuredAt = configuredAt
  }

  /// Whether it silences a finding that begins in `line`.
  func covers(_ finding: Finding, line: Int) -> Bool {
    guard rules.contains(where: { $0.names(finding.rule) }), text == nil || text == finding.text else { return false }
    return switch scope {
    case .file: true
    case .lines(let lines): lines.contains(line)
    case .segment(let id): finding.segment == id
    }
  }
}

/// The suppressions of a file, and what is wrong with those that do not do what they are there for.
public struct Suppressions: Sendable {
  public var all: [Suppression] = []
  /// What is wrong with some of them.
  var problems: [Problem] = []

  struct Problem: Hashable, Sendable {
    let rule: RuleMetadata
    let span: TextSpan
    let segment: String?
    let text: String
    let message: String
  }

  public init() {}

  /// The findings without those that are suppressed, and with what is wrong with the suppressions themselves.
  ///
  /// `line` gives the 1-based line that a finding begins in, and is not asked where there are none; `hasRun` says whether a rule ran.
  public func applied(
    to findings: [Finding], in text: MappedText, line: (Finding) -> Int, hasRun: (RuleName) -> Bool
  ) -> (kept: [Finding], unusedOfConfiguration: [InputError]) {
    if all.isEmpty, problems.isEmpty { return (findings, []) }
    var isUsed = Array(repeating: false, count: all.count)
    var kept: [Finding] = []
    // A large table may have one in each row.
    let ofRows = Dictionary(grouping: all.indices.filter { all[$0].segment != nil }) { all[$0].segment }
    let others = all.indices.filter { all[$0].segment == nil }
    for finding in findings {
      let place = others.isEmpty ? 0 : line(finding)
      let candidates = others + (finding.segment.flatMap { ofRows[$0] } ?? [])
      let covering = candidates.filter { all[$0].covers(finding, line: place) }
      for index in covering { isUsed[index] = true }
      if covering.isEmpty { kept.append(finding) }
    }
    var problems = problems
    var unused: [InputError] = []
    for (suppression, isUsed) in zip(all, isUsed) where !isUsed && suppression.rules.contains(where: hasRun) {
      if let place = suppression.configuredAt { unused.append(place) }
      guard let span = suppression.span else { continue }
      let names = suppression.rules.map(\.text).joined(separator: ", ")
      problems.append(
        Problem(
          rule: SuppressionRule.unused, span: span, segment: suppression.segment, text: text.string(in: span),
          message: "there is no finding of \(names) here: the suppression can go"))
    }
    return (kept + problems.map { finding($0, in: text) }, unused)
  }

  private func finding(_ problem: Problem, in text: MappedText) -> Finding {
    Finding(
      rule: problem.rule.id, severity: problem.rule.severity, span: text.fileSpan(of: problem.span),
      decodedSpan: problem.span, text: problem.text, message: problem.message, segment: problem.segment,
      side: problem.segment == nil ? nil : .target)
  }
}

extension Suppression {
  /// The row it holds for, if it holds for one.
  var segment: String? { if case .segment(let id) = scope { id } else { nil } }
}
