import Lint
import TextCore

extension ReportFormat {
  /// One JSON object: the findings and how many there are of each severity.
  public static let json = ReportFormat(id: "json") { report, _, output in
    output("{\n  \"findings\": [")
    var isFirst = true
    report.forEachPlace { place in
      output((isFirst ? "\n    " : ",\n    ") + place.json.pretty(indentedBy: 4))
      isFirst = false
    }
    let counts = report.counts.map { JSONValue.Member($0.severity.rawValue, .integer($0.count)) }
    output(isFirst ? "]" : "\n  ]")
    output(",\n  \"files\": \(report.files.count),\n  \"counts\": ")
    output(JSONValue.object(counts).pretty(indentedBy: 2) + "\n}\n")
  }
}
