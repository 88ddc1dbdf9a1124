import TextCore

/// A check of a whole glossary.
///
/// One file of the folder `Checks` is one check.
public struct GlossaryCheck: Sendable {
  /// `family/name`.
  public let id: String
  /// What it finds, in one sentence.
  public let summary: String
  /// How much a finding matters, unless the finding says otherwise.
  public let severity: Severity
  let findings: @Sendable (_ view: GlossaryView, _ report: inout AuditReport) -> Void

  init(
    id: String, summary: String, severity: Severity,
    findings: @escaping @Sendable (_ view: GlossaryView, _ report: inout AuditReport) -> Void
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.findings = findings
  }

  /// Every check, those that weigh most first.
  public static let all: [GlossaryCheck] = [
    .repeatedIDs, .goodAndBad, .repeatedConcepts, .chineseTerms, .englishTerms, .forbiddenParts, .repeatedTerms,
    .preferredTerms, .script, .wording, .pinyin, .tidiness, .width, .foreignScript, .relations, .oneLanguage,
  ]

  /// Whether a name that somebody selects is that of the check or of its family.
  public func answers(to name: String) -> Bool { id == name || id.hasPrefix(name + "/") }

  /// The check with this id.
  public static func named(_ id: String) -> GlossaryCheck? { all.first { $0.id == id } }
}

/// Collects what a check finds.
struct AuditReport {
  let check: GlossaryCheck
  private(set) var findings: [AuditFinding] = []

  init(check: GlossaryCheck) { self.check = check }

  mutating func add(_ concepts: [String], term: String? = nil, severity: Severity? = nil, _ message: String) {
    findings.append(
      AuditFinding(
        check: check.id, severity: severity ?? check.severity, conceptIDs: concepts, term: term, message: message))
  }
}
