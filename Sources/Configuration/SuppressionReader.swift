import Lint
import TextCore

/// Reads what comments and cells say of suppressions.
public struct SuppressionReader {
  /// The ids that a suppression may name.
  private let ids: [String]
  private let path: String
  private(set) var suppressions = Suppressions()
  /// Rules that are switched off at a line, until they are switched on again.
  private var disabled: [(rules: [RuleName], line: Int, span: TextSpan)] = []

  public init(ids: [String], path: String) {
    self.ids = ids
    self.path = path
  }

  private enum Verb: String, CaseIterable {
    case ignore = "duizhao-ignore"
    case ignoreFile = "duizhao-ignore-file"
    case disable = "duizhao-disable"
    case enable = "duizhao-enable"
  }

  /// Reads a comment, `duizhao-ignore number/mismatch: quoted`.
  ///
  /// `lines` are those that `duizhao-ignore` holds for, `line` is its own.
  public mutating func read(comment: String, at span: TextSpan, line: Int, lines: ClosedRange<Int>) {
    let word = comment.prefix { !$0.isWhitespace }
    guard let verb = Verb(rawValue: String(word)) else {
      let hint = NearestName.hint(for: String(word), among: Verb.allCases.map(\.rawValue))
      return note(SuppressionRule.unclear, span, nil, comment, "“\(word)” is no suppression\(hint)")
    }
    guard let rules = rules(comment.dropFirst(word.count), span, nil, needsReason: verb != .enable) else { return }
    switch verb {
    case .ignore: suppressions.all.append(Suppression(rules: rules, scope: .lines(lines), span: span))
    case .ignoreFile: suppressions.all.append(Suppression(rules: rules, scope: .file, span: span))
    case .disable: disabled.append((rules, line, span))
    case .enable: enable(rules, at: span, line: line, comment)
    }
  }

  /// Reads the cell of a row, `number/mismatch: quoted`.
  public mutating func read(cell: String, row: String) {
    let span = TextSpan(0, 0)
    guard cell.contains(where: { !$0.isWhitespace }), let rules = rules(cell[...], span, row, needsReason: true) else {
      return
    }
    suppressions.all.append(Suppression(rules: rules, scope: .segment(row), span: span))
  }

  /// Reads what the configuration says of a file.
  public mutating func read(_ configured: ProjectConfiguration.Suppression, of configuration: ProjectConfiguration) {
    let names = configured.rules.map(\.text).joined(separator: ", ")
    let place = InputError(
      path: configuration.path, line: configured.line, .malformed("there is no finding of \(names) in \(path)"))
    suppressions.all.append(
      Suppression(rules: configured.rules, scope: .file, text: configured.text, configuredAt: place))
  }

  /// Everything that was read; what was never switched on again is off to the end.
  public mutating func finished() -> Suppressions {
    for (rules, line, span) in disabled {
      suppressions.all.append(Suppression(rules: rules, scope: .lines(line...Int.max), span: span))
    }
    disabled = []
    return suppressions
  }

  /// Switches rules on again, each wherever it was switched off by this name.
  private mutating func enable(_ rules: [RuleName], at place: TextSpan, line: Int, _ comment: String) {
    var isIdle = true
    for index in disabled.indices {
      let (off, start, span) = disabled[index]
      let ended = off.filter { rule in rules.contains { $0.text == "all" || $0 == rule } }
      if ended.isEmpty { continue }
      isIdle = false
      suppressions.all.append(Suppression(rules: ended, scope: .lines(start...max(start, line)), span: span))
      disabled[index].rules.removeAll(where: ended.contains)
    }
    disabled.removeAll(where: \.rules.isEmpty)
    if isIdle {
      let names = rules.map(\.text).joined(separator: ", ")
      note(SuppressionRule.unclear, place, nil, comment, "nothing is switched off here by the name of \(names)")
    }
  }

  /// The rules before the colon; nil when there is something wrong with them, which is noted.
  private mutating func rules(
    _ text: Substring, _ span: TextSpan, _ row: String?, needsReason: Bool
  ) -> [RuleName]? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split { $0 == "," || $0.isWhitespace }.map(String.init)
    var rules: [RuleName] = []
    for name in names {
      do {
        rules.append(try RuleName(name, among: ids, path: path))
      } catch {
        note(SuppressionRule.unclear, span, row, String(text), error.explanation)
        return nil
      }
    }
    if rules.isEmpty {
      note(SuppressionRule.unclear, span, row, String(text), "the suppression names no rule")
      return nil
    }
    if needsReason, parts.count < 2 || parts[1].allSatisfy(\.isWhitespace) {
      note(SuppressionRule.unexplained, span, row, String(text), "say why behind a colon: “\(names[0]): quoted”")
    }
    return rules
  }

  private mutating func note(_ rule: RuleMetadata, _ span: TextSpan, _ row: String?, _ text: String, _ message: String)
  {
    suppressions.problems.append(.init(rule: rule, span: span, segment: row, text: text, message: message))
  }
}
