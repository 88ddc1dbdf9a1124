import Lint
import TextCore

/// Findings as bytes, to be kept between two runs.
public enum StoredFindings {
  /// One JSON object a line.
  public static func encoded(_ findings: [Finding]) -> [UInt8] {
    Array(findings.map { value(of: $0).compact + "\n" }.joined().utf8)
  }

  /// The findings that were stored; nil for bytes that are something else.
  public static func decoded(_ bytes: [UInt8]) -> [Finding]? {
    var result: [Finding] = []
    for line in bytes.split(separator: 0x0A) {
      var reader = JSONReader(line, path: "cache")
      guard let value = try? reader.document(), let finding = finding(value) else { return nil }
      result.append(finding)
    }
    return result
  }

  private static func value(of finding: Finding) -> JSONValue {
    .array([
      .string(finding.rule), .string(finding.severity.rawValue), .integer(finding.span.start),
      .integer(finding.span.end), .integer(finding.decodedSpan.start), .integer(finding.decodedSpan.end),
      .string(finding.text), .string(finding.message), .array(finding.suggestions.map { .string($0) }),
      .bool(finding.isSafe), JSONValue(finding.segment), JSONValue(finding.side?.rawValue),
      JSONValue(finding.counterpart?.text),
    ])
  }

  private static func finding(_ value: JSONValue) -> Finding? {
    guard case .array(let parts) = value, parts.count == 13, case .string(let rule) = parts[0],
      case .string(let grade) = parts[1], let severity = Severity(rawValue: grade),
      let span = stretch(parts[2], parts[3]), let decodedSpan = stretch(parts[4], parts[5]),
      case .string(let text) = parts[6], case .string(let message) = parts[7], case .array(let values) = parts[8],
      case .bool(let isSafe) = parts[9]
    else { return nil }
    let suggestions = values.compactMap { value in string(value) }
    var finding = Finding(
      rule: rule, severity: severity, span: span, decodedSpan: decodedSpan, text: text, message: message,
      suggestions: suggestions, isSafe: isSafe, segment: string(parts[10]),
      side: string(parts[11]).flatMap { Side(rawValue: $0) })
    finding.counterpart = string(parts[12]).map { Finding.Counterpart(text: $0, message: message) }
    return finding
  }

  private static func stretch(_ start: JSONValue, _ end: JSONValue) -> TextSpan? {
    guard case .integer(let start) = start, case .integer(let end) = end, start <= end, start >= 0 else { return nil }
    return TextSpan(start, end)
  }

  private static func string(_ value: JSONValue) -> String? { if case .string(let text) = value { text } else { nil } }
}
