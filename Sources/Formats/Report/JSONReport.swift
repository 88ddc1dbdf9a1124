import Lint
import TextCore

extension ReportFormat {
  /// One JSON object: the findings and how many there are of each severity.
  public static let json = ReportFormat(id: "json") { report, _ in
    let counts = report.counts.map { JSONValue.Member($0.severity.rawValue, .integer($0.count)) }
    let document = JSONValue.object([
      "findings": .array(report.places.map(\.json)), "files": .integer(report.files.count), "counts": .object(counts),
    ])
    return document.pretty + "\n"
  }
}
