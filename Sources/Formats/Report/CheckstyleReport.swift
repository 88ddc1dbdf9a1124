import Lint
import TextCore

extension ReportFormat {
  /// The XML of Checkstyle, which build servers read.
  public static let checkstyle = ReportFormat(id: "checkstyle") { report, _ in
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<checkstyle version=\"4.3\">"]
    for file in report.files {
      lines.append("  <file name=\"\(XMLText.escaped(file.path))\">")
      for place in file.places {
        lines.append(
          "    <error line=\"\(place.line)\" column=\"\(place.column)\" severity=\"\(place.finding.severity.rawValue)\" "
            + "message=\"\(XMLText.escaped(place.finding.message))\" source=\"\(XMLText.escaped(place.finding.rule))\"/>"
        )
      }
      lines.append("  </file>")
    }
    return (lines + ["</checkstyle>", ""]).joined(separator: "\n")
  }
}
