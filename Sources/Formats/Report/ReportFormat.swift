/// A way to print findings.
///
/// One file of this folder is one format.
public struct ReportFormat: Sendable {
  /// What users write after `--format`.
  public let id: String
  /// The report as text that ends with a line end, or is empty.
  public let write: @Sendable (_ report: LintReport, _ style: ReportStyle) -> String

  /// Every format, the ones for people first.
  public static let all: [ReportFormat] = [.text, .html, .jsonl, .json, .sarif, .github, .checkstyle, .junit]

  /// The format with this id.
  public static func format(named id: String) -> ReportFormat? { all.first { $0.id == id } }
}

/// How a report for people looks.
public struct ReportStyle: Hashable, Sendable {
  /// Whether to colour with the escape codes of terminals.
  public var isColored: Bool
  /// The columns of the terminal; longer lines are cut around what is flagged.
  public var width: Int

  public init(isColored: Bool = false, width: Int = 100) {
    self.isColored = isColored
    self.width = width
  }
}
