import TextCore

/// Runs rules over documents.
public struct Linter: Sendable {
  /// The rules to run, in the order of ``RuleRegistry``.
  public let rules: [any Rule]
  public let context: LintContext

  public init(rules: [any Rule], context: LintContext) {
    self.rules = rules
    self.context = context
  }

  /// Every finding in the document, in the order of the text.
  ///
  /// The same input gives the same list.
  public func findings(in document: LintDocument) -> [Finding] {
    let all = rules.flatMap { $0.findings(in: document, context: context) }
    var order: [String?: Int] = [:]
    for (index, unit) in document.units.enumerated() where order[unit.id] == nil { order[unit.id] = index }
    return Self.withoutRepeats(
      all.sorted { a, b in
        let (unitA, unitB) = (order[a.segment] ?? 0, order[b.segment] ?? 0)
        if unitA != unitB { return unitA < unitB }
        if a.side != b.side { return (a.side ?? .target) < (b.side ?? .target) }
        if a.span != b.span { return a.span < b.span }
        return (a.rule, a.message) < (b.rule, b.message)
      })
  }

  /// The findings with each said once: of equal ones the first stays, and of two of one family that cover the same
  /// bytes, the graver.
  private static func withoutRepeats(_ sorted: [Finding]) -> [Finding] {
    var result: [Finding] = []
    for finding in sorted {
      let rival = result.lastIndex { other in
        other.span == finding.span && other.segment == finding.segment && other.side == finding.side
          && other.rule.prefix { $0 != "/" } == finding.rule.prefix { $0 != "/" }
      }
      guard let rival else {
        result.append(finding)
        continue
      }
      if result[rival].severity < finding.severity { result[rival] = finding }
    }
    return result
  }
}
