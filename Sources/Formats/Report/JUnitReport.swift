import Lint
import TextCore

extension ReportFormat {
  /// The XML of JUnit: a test suite for each file, a failed case for each finding, one passed case for a clean file.
  public static let junit = ReportFormat(id: "junit") { report, _ in
    let total = report.files.reduce(0) { $0 + max(1, $1.findings.count) }
    let failures = report.files.reduce(0) { $0 + $1.findings.count }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"duizhao\" tests=\"\(total)\" failures=\"\(failures)\" errors=\"0\">",
    ]
    for file in report.files { lines += suite(file) }
    return (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }

  private static func suite(_ file: ReportedFile) -> [String] {
    let name = XMLText.escaped(file.path)
    let count = file.findings.count
    var lines = ["  <testsuite name=\"\(name)\" tests=\"\(max(1, count))\" failures=\"\(count)\" errors=\"0\">"]
    if count == 0 { lines.append("    <testcase name=\"\(name)\" classname=\"duizhao\"/>") }
    for place in file.places {
      let title = XMLText.escaped("\(place.finding.rule) at \(place.line):\(place.column)")
      let message = XMLText.escaped(place.finding.message)
      lines.append("    <testcase name=\"\(title)\" classname=\"\(name)\">")
      lines.append("      <failure type=\"\(place.finding.severity.rawValue)\" message=\"\(message)\"/>")
      lines.append("    </testcase>")
    }
    return lines + ["  </testsuite>"]
  }
}
