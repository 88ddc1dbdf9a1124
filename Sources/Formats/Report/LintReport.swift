import Lint
import TextCore

/// The findings of a run, file by file, with what is needed to show them.
public struct LintReport: Sendable {
  /// The files in the order in which they were given.
  public let files: [ReportedFile]

  public init(files: [ReportedFile]) { self.files = files }

  /// How many findings of each severity there are.
  public var counts: [(severity: Severity, count: Int)] {
    Severity.allCases.reversed().map { severity in
      (severity, files.reduce(0) { $0 + $1.findings.count { $0.severity == severity } })
    }
  }

  /// Every finding with its place, in order.
  var places: [ReportedPlace] { files.flatMap(\.places) }

  /// Calls `body` with every finding with its place, in order.
  func forEachPlace(_ body: (ReportedPlace) -> Void) { for file in files { file.forEachPlace(body) } }
}

/// A file and what was found in it.
public struct ReportedFile: Sendable {
  /// A row of a bilingual table.
  public struct Row: Sendable {
    /// The 1-based line of the file where the row begins.
    public let line: Int
    public let source: [UInt8]
    public let target: [UInt8]

    public init(line: Int, source: [UInt8], target: [UInt8]) {
      self.line = line
      self.source = source
      self.target = target
    }
  }

  /// The path as the user gave it.
  public let path: String
  /// The decoded text, which the findings' ``Finding/decodedSpan`` count in; empty for a table.
  public let text: [UInt8]
  /// The rows of a table, by their id.
  public let rows: [String: Row]
  public let findings: [Finding]

  /// A text and its findings.
  public init(path: String, text: [UInt8], findings: [Finding]) {
    self.path = path
    self.text = text
    self.rows = [:]
    self.findings = findings
  }

  /// A bilingual table and its findings.
  public init(path: String, rows: [String: Row], findings: [Finding]) {
    self.path = path
    self.text = []
    self.rows = rows
    self.findings = findings
  }

  /// The text that a finding points into.
  public func text(of finding: Finding) -> [UInt8] {
    guard let id = finding.segment, let row = rows[id] else { return text }
    return finding.side == .source ? row.source : row.target
  }

  /// The findings with the 1-based lines that they stand in.
  public var lines: [(finding: Finding, lines: ClosedRange<Int>)] {
    places.map { ($0.finding, $0.line...max($0.line, $0.endLine)) }
  }

  /// The findings with their lines and columns.
  var places: [ReportedPlace] {
    var places: [ReportedPlace] = []
    places.reserveCapacity(findings.count)
    forEachPlace { places.append($0) }
    return places
  }

  /// Calls `body` with the findings with their lines and columns, in order.
  func forEachPlace(_ body: (ReportedPlace) -> Void) {
    let index = LineIndex(text)
    // Findings of one text of a row mostly follow each other.
    var last: (row: String, side: Side?, index: LineIndex)?
    for finding in findings {
      guard let id = finding.segment, let row = rows[id] else {
        body(ReportedPlace(path: path, finding: finding, text: text, index: index, firstLine: 1))
        continue
      }
      let text = self.text(of: finding)
      if last?.row != id || last?.side != finding.side { last = (id, finding.side, LineIndex(text)) }
      let index = last?.index ?? LineIndex(text)
      body(ReportedPlace(path: path, finding: finding, text: text, index: index, firstLine: row.line))
    }
  }
}

/// A finding with its place among the lines of its file.
struct ReportedPlace {
  let path: String
  let finding: Finding
  /// The text that the finding points into.
  let text: [UInt8]
  /// 1-based.
  let line: Int
  /// 1-based, in Unicode scalars.
  let column: Int
  /// 1-based line and column of the place after the last scalar.
  let endLine: Int
  let endColumn: Int
  /// Where in the text the line stands that the finding begins in.
  private let lineSpan: TextSpan
  /// What is flagged of that line, in bytes of the text.
  private let flagged: TextSpan

  init(path: String, finding: Finding, text: [UInt8], index: LineIndex, firstLine: Int) {
    self.path = path
    self.finding = finding
    self.text = text
    let start = min(finding.decodedSpan.start, text.count)
    let end = min(max(finding.decodedSpan.end, start), text.count)
    let lineNumber = index.line(of: start)
    line = lineNumber + firstLine - 1
    column = index.column(of: start)
    endLine = index.line(of: end) + firstLine - 1
    endColumn = index.column(of: end)
    lineSpan = index.span(ofLine: lineNumber)
    flagged = TextSpan(min(start, lineSpan.end), max(min(end, lineSpan.end), min(start, lineSpan.end)))
  }

  /// So much of the line as a report can show that is `width` columns wide, with what is flagged of it.
  ///
  /// Costs the width, however long the line is.
  func excerpt(width: Int) -> Excerpt {
    Excerpt(text[lineSpan.range], flagged: flagged, width: width)
  }
}

extension Severity {
  /// What so many findings of the severity are called in reports for people.
  func noun(_ count: Int) -> String {
    switch self {
    case .error: count == 1 ? "error" : "errors"
    case .warning: count == 1 ? "warning" : "warnings"
    case .info: count == 1 ? "note" : "notes"
    }
  }
}
