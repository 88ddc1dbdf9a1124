import Lint
import TextCore

extension ReportFormat {
  /// One JSON object a line, one line a finding.
  public static let jsonl = ReportFormat(id: "jsonl") { report, _, output in
    report.forEachPlace { output($0.json.compact + "\n") }
  }
}

extension ReportedPlace {
  /// The finding as an object, its keys in the order that scripts rely on.
  var json: JSONValue {
    .object([
      "path": .string(path), "line": .integer(line), "column": .integer(column), "start": .integer(finding.span.start),
      "end": .integer(finding.span.end), "segment": JSONValue(finding.segment),
      "side": JSONValue(finding.side?.rawValue),
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message),
      "text": .string(finding.text), "suggestions": .array(finding.suggestions.map { .string($0) }),
      "safe": .bool(finding.isSafe),
    ])
  }
}
