import Names
import Terminology

/// Looks through a glossary for what contradicts itself or is not in order.
///
/// Works on values alone. Costs about a pass over the terms for each check.
public struct GlossaryAudit: Sendable {
  /// The ids or families of the checks to run; empty for all.
  public var selection: [String]
  /// What tells how characters are read; without it, pinyin is only counted.
  public var readings: PinyinReader?

  public init(selection: [String] = [], readings: PinyinReader? = nil) {
    self.selection = selection
    self.readings = readings
  }

  /// What the checks find in the glossary: by check in the order of ``GlossaryCheck/all``, then in the glossary's order.
  public func findings(in concepts: [ConceptEntry]) -> [AuditFinding] {
    let view = GlossaryView(concepts, readings: readings)
    let selected = GlossaryCheck.all.filter { selection.isEmpty || selection.contains(where: $0.answers) }
    return selected.flatMap { check in
      var report = AuditReport(check: check)
      check.findings(view, &report)
      return report.findings
    }
  }
}
