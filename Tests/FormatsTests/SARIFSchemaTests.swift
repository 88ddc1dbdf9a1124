import Foundation
import Lint
import Testing
import TextCore

@testable import Formats

/// SARIF 2.1.0 as its schema has it, for those objects that we write: every other property is an error.
private indirect enum SARIFValue: Sendable {
  case string
  case uriReference
  case integer(least: Int)
  case oneOf([String])
  case object(String)
  case array(SARIFValue)
  case strings
}

private let schema: [String: (required: Set<String>, properties: [String: SARIFValue])] = [
  "log": (
    ["version", "runs"],
    ["$schema": .uriReference, "version": .oneOf(["2.1.0"]), "runs": .array(.object("run"))]
  ),
  "run": (
    ["tool"],
    [
      "tool": .object("tool"), "results": .array(.object("result")),
      "columnKind": .oneOf(["utf16CodeUnits", "unicodeCodePoints"]),
    ]
  ),
  "tool": (["driver"], ["driver": .object("toolComponent")]),
  "toolComponent": (["name"], ["name": .string, "rules": .array(.object("reportingDescriptor"))]),
  "reportingDescriptor": (
    ["id"],
    [
      "id": .string, "shortDescription": .object("multiformatMessageString"),
      "fullDescription": .object("multiformatMessageString"), "help": .object("multiformatMessageString"),
      "defaultConfiguration": .object("reportingConfiguration"),
    ]
  ),
  "multiformatMessageString": (["text"], ["text": .string]),
  "reportingConfiguration": ([], ["level": .oneOf(["none", "note", "warning", "error"])]),
  "result": (
    ["message"],
    [
      "ruleId": .string, "ruleIndex": .integer(least: -1), "level": .oneOf(["none", "note", "warning", "error"]),
      "message": .object("message"), "locations": .array(.object("location")), "partialFingerprints": .strings,
      "fixes": .array(.object("fix")),
    ]
  ),
  "message": (["text"], ["text": .string]),
  "location": ([], ["physicalLocation": .object("physicalLocation")]),
  "physicalLocation": (
    ["artifactLocation"], ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
  ),
  "artifactLocation": ([], ["uri": .uriReference]),
  "region": (
    [],
    [
      "startLine": .integer(least: 1), "startColumn": .integer(least: 1), "endLine": .integer(least: 1),
      "endColumn": .integer(least: 1), "snippet": .object("artifactContent"),
    ]
  ),
  "artifactContent": ([], ["text": .string]),
  "fix": (
    ["artifactChanges"], ["description": .object("message"), "artifactChanges": .array(.object("artifactChange"))]
  ),
  "artifactChange": (
    ["artifactLocation", "replacements"],
    ["artifactLocation": .object("artifactLocation"), "replacements": .array(.object("replacement"))]
  ),
  "replacement": (
    ["deletedRegion"], ["deletedRegion": .object("region"), "insertedContent": .object("artifactContent")]
  ),
]

/// What is wrong with a value, each with its path.
private func problems(_ value: Any, _ kind: SARIFValue, _ path: String) -> [String] {
  switch kind {
  case .string: return value is String ? [] : ["\(path) is no string"]
  case .uriReference:
    guard let text = value as? String, !text.contains(" "), text.utf8.allSatisfy({ $0 < 0x80 }),
      URL(string: text) != nil
    else { return ["\(path) is no URI: \(value)"] }
    return []
  case .integer(let least):
    return (value as? Int).map { $0 >= least } == true ? [] : ["\(path) is no number from \(least)"]
  case .oneOf(let names): return (value as? String).map(names.contains) == true ? [] : ["\(path) is none of \(names)"]
  case .strings: return value is [String: String] ? [] : ["\(path) is no mapping of strings"]
  case .array(let item):
    guard let items = value as? [Any] else { return ["\(path) is no list"] }
    return items.enumerated().flatMap { problems($1, item, "\(path)[\($0)]") }
  case .object(let name):
    guard let members = value as? [String: Any], let type = schema[name] else { return ["\(path) is no \(name)"] }
    let missing = type.required.subtracting(members.keys).map { "\(path) lacks \($0)" }
    return missing
      + members.flatMap { key, value in
        type.properties[key].map { problems(value, $0, "\(path).\(key)") } ?? ["\(path) may not have \(key)"]
      }
  }
}

@Suite struct SARIFSchemaTests {
  @Test func `a report of every kind of finding keeps to the schema`() throws {
    let text = Array("好 “a b” c.\nSecond line, 7 billion 900 million.\n".utf8)
    let span = TextSpan(0, 3)
    func finding(_ rule: String, _ severity: Severity, _ span: TextSpan, _ suggestions: [String], segment: String?)
      -> Finding
    {
      Finding(
        rule: rule, severity: severity, span: span, decodedSpan: span, text: "x", message: "“x” {0} %s",
        suggestions: suggestions, isSafe: true, segment: segment, side: segment == nil ? nil : .target)
    }
    let rules = RuleRegistry.all.map { $0.metadata.id } + ["house/own", "suppression/unused"]
    let findings = rules.enumerated().map { index, rule in
      finding(rule, Severity.allCases[index % 3], span, index % 2 == 0 ? ["", "y"] : [], segment: nil)
    }
    let row = ReportedFile.Row(line: 3, source: Array("甲".utf8), target: Array("A b".utf8))
    let report = LintReport(files: [
      ReportedFile(path: "a b/表 #1%?.txt", text: text, findings: findings),
      ReportedFile(
        path: "t.tsv", text: text, findings: [finding("a/b", .info, TextSpan(5, text.count), ["z"], segment: nil)]),
      ReportedFile(
        path: "/abs/t.tsv", rows: ["1": row],
        findings: [finding("number/added", .warning, TextSpan(0, 1), ["z"], segment: "1")]),
    ])
    for report in [report, LintReport(files: [])] {
      let written = Data(ReportFormat.sarif.write(report, ReportStyle()).utf8)
      let log = try JSONSerialization.jsonObject(with: written)
      #expect(problems(log, .object("log"), "log") == [])
    }
  }

  @Test func `the indices of rules lead to their ids`() throws {
    let span = TextSpan(0, 1)
    let findings = ["house/own", "number/added", "garble/mojibake"].map {
      Finding(rule: $0, severity: .error, span: span, decodedSpan: span, text: "a", message: "m")
    }
    let report = LintReport(files: [ReportedFile(path: "a", text: Array("a".utf8), findings: findings)])
    let data = Data(ReportFormat.sarif.write(report, ReportStyle()).utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let tool = try #require(run["tool"] as? [String: [String: Any]])
    let ids = try #require(tool["driver"]?["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
  }
}
