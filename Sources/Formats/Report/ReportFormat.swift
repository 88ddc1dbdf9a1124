/// A way to print findings.
///
/// One file of this folder is one format.
public struct ReportFormat: Sendable {
  /// What users write after `--format`.
  public let id: String
  private let pieces: Pieces

  /// Gives the pieces of a report, in order, to `output`.
  typealias Pieces = @Sendable (_ report: LintReport, _ style: ReportStyle, _ output: (String) -> Void) -> Void

  /// A format whose report is made as a whole.
  init(id: String, text: @escaping @Sendable (_ report: LintReport, _ style: ReportStyle) -> String) {
    self.init(id: id) { report, style, output in output(text(report, style)) }
  }

  /// A format whose report is never in memory as a whole.
  init(id: String, pieces: @escaping Pieces) {
    self.id = id
    self.pieces = pieces
  }

  /// The report as text that ends with a line end, or is empty.
  public func write(_ report: LintReport, _ style: ReportStyle) -> String {
    var text = ""
    write(report, style) { text += $0 }
    return text
  }

  /// The same text, a piece at a time.
  public func write(_ report: LintReport, _ style: ReportStyle, to output: (String) -> Void) {
    pieces(report, style, output)
  }

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
