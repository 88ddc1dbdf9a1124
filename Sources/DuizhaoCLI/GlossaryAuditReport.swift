import Formats
import GlossaryAudit
import TextCore

/// What the checks of a glossary found, for people and for programs.
struct GlossaryAuditReport {
  let findings: [AuditFinding]
  var width = 100

  func text(_ format: String, style: TerminalStyle) -> String {
    switch format {
    case "json": JSONValue.array(findings.map(Self.json)).pretty + "\n"
    case "jsonl": findings.map { Self.json($0).compact + "\n" }.joined()
    default: terminalText(style)
    }
  }

  /// The list of checks.
  static func checks(_ format: String, style: TerminalStyle) -> String {
    let values = GlossaryCheck.all.map { check in
      JSONValue.object([
        "id": .string(check.id), "severity": .string(check.severity.rawValue), "summary": .string(check.summary),
      ])
    }
    switch format {
    case "json": return JSONValue.array(values).pretty + "\n"
    case "jsonl": return values.map { $0.compact + "\n" }.joined()
    default:
      let width = GlossaryCheck.all.map(\.id.count).max() ?? 0
      return GlossaryCheck.all.map { check in
        let id = check.id + String(repeating: " ", count: width - check.id.count)
        let severity = check.severity.rawValue
        let padded = severity + String(repeating: " ", count: 8 - severity.count)
        return "\(style.bold(id))  \(style.dim(padded)) \(check.summary)\n"
      }.joined()
    }
  }

  private static func json(_ finding: AuditFinding) -> JSONValue {
    .object([
      "check": .string(finding.check), "severity": .string(finding.severity.rawValue),
      "conceptIDs": .array(finding.conceptIDs.map { .string($0) }), "term": JSONValue(finding.term),
      "message": .string(finding.message),
    ])
  }

  /// By check: a heading with the count, then a finding a line.
  private func terminalText(_ style: TerminalStyle) -> String {
    if findings.isEmpty { return style.green("nothing found: the glossary is in order") + "\n" }
    var result = ""
    for check in GlossaryCheck.all {
      let found = findings.filter { $0.check == check.id }
      if found.isEmpty { continue }
      result += "\(style.bold(check.id)) \(style.dim("(\(found.count)) \(check.summary)"))\n"
      for finding in found {
        let lines = TerminalStyle.lines(of: finding.message + concepts(of: finding), width: max(30, width - 10))
        for (index, line) in lines.enumerated() {
          result += (index == 0 ? "  \(label(finding.severity, style)) " : "          ") + line + "\n"
        }
      }
      result += "\n"
    }
    let counts = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      let noun = severity == .info ? "note" : severity.rawValue
      return count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    return result + counts.joined(separator: ", ") + "\n"
  }

  /// The concepts, where the message does not name them.
  private func concepts(of finding: AuditFinding) -> String {
    let ids = finding.conceptIDs.filter { !finding.message.contains($0) }
    if ids.isEmpty { return "" }
    return " (" + ids.prefix(4).joined(separator: ", ") + (ids.count > 4 ? ", …" : "") + ")"
  }

  private func label(_ severity: Severity, _ style: TerminalStyle) -> String {
    switch severity {
    case .error: style.red("error  ")
    case .warning: style.yellow("warning")
    case .info: style.cyan("note   ")
    }
  }
}
