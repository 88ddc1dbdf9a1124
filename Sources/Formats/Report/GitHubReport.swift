import Lint
import TextCore

extension ReportFormat {
  /// Commands for the log of GitHub Actions, which shows them beside the lines of a pull request.
  ///
  /// See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
  public static let github = ReportFormat(id: "github") { report, _ in
    report.places.map { place in
      let fields =
        "file=\(property(place.path)),line=\(place.line),col=\(place.column),endLine=\(place.endLine),"
        + "endColumn=\(place.endColumn),title=\(property(place.finding.rule))"
      return "::\(command(place.finding.severity)) \(fields)::\(data(place.finding.message))\n"
    }.joined()
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
