import Lint
import TextCore

extension ReportFormat {
  /// SARIF 2.1.0, the format of code scanning services.
  ///
  /// See https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Columns count Unicode scalars, and the run says so.
  public static let sarif = ReportFormat(id: "sarif") { report, _ in
    let places = report.places
    let used = Set(places.map(\.finding.rule))
    let known = RuleRegistry.all.map { $0.metadata }.filter { used.contains($0.id) }
    // Rules of the project, and those about suppressions, say no more than their id here.
    let others = used.subtracting(known.map(\.id)).sorted()
    let ids = known.map(\.id) + others
    let driver = JSONValue.object([
      "name": "duizhao", "rules": .array(known.map(rule) + others.map { .object(["id": .string($0)]) }),
    ])
    let run = JSONValue.object([
      "tool": .object(["driver": driver]), "columnKind": "unicodeCodePoints",
      "results": .array(places.map { result($0, ids: ids) }),
    ])
    let document = JSONValue.object([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": .array([run]),
    ])
    return document.pretty + "\n"
  }

  private static func rule(_ metadata: RuleMetadata) -> JSONValue {
    .object([
      "id": .string(metadata.id), "shortDescription": .object(["text": .string(metadata.summary)]),
      "fullDescription": .object(["text": .string(metadata.rationale)]),
      "help": .object(["text": .string(metadata.remedy)]),
      "defaultConfiguration": .object(["level": .string(level(metadata.severity))]),
    ])
  }

  private static func result(_ place: ReportedPlace, ids: [String]) -> JSONValue {
    let region = JSONValue.object([
      "startLine": .integer(place.line), "startColumn": .integer(place.column), "endLine": .integer(place.endLine),
      "endColumn": .integer(place.endColumn), "snippet": .object(["text": .string(place.finding.text)]),
    ])
    let location = JSONValue.object([
      "physicalLocation": .object([
        "artifactLocation": .object(["uri": .string(uri(place.path))]), "region": region,
      ])
    ])
    let index = ids.firstIndex(of: place.finding.rule)
    return .object([
      "ruleId": .string(place.finding.rule), "ruleIndex": index.map { .integer($0) },
      "level": .string(level(place.finding.severity)), "message": .object(["text": .string(place.finding.message)]),
      "locations": .array([location]),
      "partialFingerprints": .object(["duizhaoContext/v1": .string(fingerprint(place))]),
      "fixes": fix(place).map { .array([$0]) },
    ])
  }

  /// What stays the same when lines move: the rule, what is flagged and what stands around it.
  private static func fingerprint(_ place: ReportedPlace) -> String {
    let key = Baseline.Key(path: place.path, finding: place.finding, in: place.text)
    return "\(key.rule) \(key.context)"
  }

  /// The first suggestion, as an edit.
  private static func fix(_ place: ReportedPlace) -> JSONValue? {
    guard let suggestion = place.finding.suggestions.first, place.finding.segment == nil else { return nil }
    let deleted = JSONValue.object([
      "startLine": .integer(place.line), "startColumn": .integer(place.column), "endLine": .integer(place.endLine),
      "endColumn": .integer(place.endColumn),
    ])
    let replacement = JSONValue.object([
      "deletedRegion": deleted, "insertedContent": .object(["text": .string(suggestion)]),
    ])
    let change = JSONValue.object([
      "artifactLocation": .object(["uri": .string(uri(place.path))]), "replacements": .array([replacement]),
    ])
    return .object([
      "description": .object(["text": .string("Write “\(suggestion)”.")]), "artifactChanges": .array([change]),
    ])
  }

  private static func level(_ severity: Severity) -> String { severity == .info ? "note" : severity.rawValue }

  /// The path as the path of a URI: everything but letters, digits and `-._~/` in percent codes.
  private static func uri(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: result.append(byte)
      default: result += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
