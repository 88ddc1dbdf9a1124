import Lint
import TextCore
import Yams

extension ProjectConfiguration {
  /// Reads a configuration.
  ///
  /// `folder` is what its paths are relative to.
  /// - Throws: ``InputError`` with path and line for what is no YAML, no setting we know, no value of it, and for a house
  ///   rule that its own examples refute.
  public init(reading text: String, path: String, folder: String) throws(InputError) {
    self.init(path: path, folder: folder, text: text)
    guard let root = try Self.root(of: text, path: path) else { return }
    let settings = Setting(path: path, node: root, name: "")
    guard root.mapping != nil else { throw settings.error("a mapping of settings was expected") }
    var reader = ConfigurationReader(configuration: self)
    try reader.read(settings)
    self = reader.configuration
  }

  private static func root(of text: String, path: String) throws(InputError) -> Node? {
    do {
      return try Yams.compose(yaml: text).flatMap { $0.null == nil ? $0 : nil }
    } catch let error as YamlError {
      let (line, problem) = place(of: error)
      throw InputError(path: path, line: line, .malformed("is not valid YAML\(problem.map { ": \($0)" } ?? "")"))
    } catch {
      throw InputError(path: path, .malformed("is not valid YAML"))
    }
  }

  private static func place(of error: YamlError) -> (line: Int?, problem: String?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "“\(duplicates.first ?? "?")” stands here twice")
    case .reader(let problem, _, _, _): (nil, problem)
    default: (nil, nil)
    }
  }
}

/// Turns settings into a configuration.
struct ConfigurationReader {
  var configuration: ProjectConfiguration
  /// The ids that a configuration can name: the rules of the house and of the project.
  private var ids = StandardRules.all.map(\.id)
  private var path: String { configuration.path }

  init(configuration: ProjectConfiguration) { self.configuration = configuration }

  private static let keys = ["glossary", "pairs", "lint", "overrides", "rules", "suppressions", "files", "style"]
  private static let lintKeys = ["select", "extend-select", "ignore", "severity", "fail-on", "baseline"]
  private static let styleKeys = [
    "quotes-zh", "quotes-en", "serial-comma", "latin-spacing", "spelling", "percent", "dates",
  ]
  private static let fileKeys = ["include", "exclude", "gitignore"]
  /// Where settings belong that somebody may write at the top.
  private static let homes = Dictionary(
    uniqueKeysWithValues: lintKeys.map { ($0, "lint") } + styleKeys.map { ($0, "style") }
      + fileKeys.map { ($0, "files") })

  mutating func read(_ root: Setting) throws(InputError) {
    let members = try root.members(known: Self.keys, homes: Self.homes)
    // House rules come first: the others may name them.
    for (key, value) in members where key == "rules" { try readRules(value) }
    for (key, value) in members {
      switch key {
      case "glossary": configuration.glossaries = try value.strings().map(configuration.absolute)
      case "pairs": configuration.pairs = try value.items().map(pair)
      case "lint": try readLint(value)
      case "overrides": configuration.overrides = try value.items().map(override)
      case "suppressions": configuration.suppressions = try value.items().map(suppression)
      case "files": try readFiles(value)
      case "style": try readStyle(value)
      default: break
      }
    }
  }

  private mutating func readRules(_ setting: Setting) throws(InputError) {
    for item in try setting.items() {
      let rule = try HouseRuleReader(path: path).rule(item)
      if ids.contains(rule.id) { throw item.error("there is a rule “\(rule.id)” already") }
      if let flaw = rule.flaw { throw flaw }
      ids.append(rule.id)
      configuration.houseRules.append(rule)
    }
  }

  private mutating func readLint(_ setting: Setting) throws(InputError) {
    for (key, value) in try setting.members(known: Self.lintKeys) {
      if try readSelection(key, value, &configuration.selection, &configuration.severities) { continue }
      switch key {
      case "fail-on": configuration.failOn = try value.choice(Severity.self)
      case "baseline": configuration.baseline = configuration.absolute(try value.nonEmptyString())
      default: break
      }
    }
  }

  /// Reads what stands in `lint` and in an override alike; false for a key that is something else.
  private func readSelection(
    _ key: String, _ value: Setting, _ layer: inout RuleSelection.Layer, _ severities: inout [SeverityChoice]
  ) throws(InputError) -> Bool {
    switch key {
    case "select": layer.selected = try names(value)
    case "extend-select": layer.extended = try names(value)
    case "ignore": layer.ignored = try names(value)
    case "severity": severities = try self.severities(value)
    default: return false
    }
    return true
  }

  private func names(_ setting: Setting) throws(InputError) -> [RuleName] {
    try setting.strings().map { text throws(InputError) in
      try RuleName(text, among: ids, path: path, line: setting.line)
    }
  }

  private enum SeverityName: String, CaseIterable { case error, warning, info, off }

  private func severities(_ setting: Setting) throws(InputError) -> [SeverityChoice] {
    try setting.members().map { key, value throws(InputError) in
      let name = try RuleName(key.name, among: ids, path: path, line: key.line)
      return SeverityChoice(name, Severity(rawValue: try value.choice(SeverityName.self).rawValue))
    }
  }

  private func pair(_ setting: Setting) throws(InputError) -> PairPattern {
    var source: String?
    var target: String?
    for (key, value) in try setting.members(known: ["source", "target"]) {
      if key == "source" { source = try value.nonEmptyString() } else { target = try value.nonEmptyString() }
    }
    guard let source, let target else { throw setting.error("a pair needs “source” and “target”") }
    guard let pair = PairPattern(source: source, target: target) else {
      throw setting.error("both patterns of a pair need the same {name} in them, as in {name}.zh.md and {name}.en.md")
    }
    return pair
  }

  private func patterns(_ setting: Setting) throws(InputError) -> [PathPattern] {
    try setting.strings().map { text throws(InputError) in
      guard let pattern = PathPattern(text) else { throw setting.error("“\(text)” is no pattern of paths") }
      return pattern
    }
  }

  private func override(_ setting: Setting) throws(InputError) -> ProjectConfiguration.Override {
    var result = ProjectConfiguration.Override()
    for (key, value) in try setting.members(known: ["files", "select", "extend-select", "ignore", "severity"]) {
      if try !readSelection(key, value, &result.selection, &result.severities) { result.files = try patterns(value) }
    }
    if result.files.isEmpty { throw setting.error("an override needs “files”: patterns of paths") }
    return result
  }

  private func suppression(_ setting: Setting) throws(InputError) -> ProjectConfiguration.Suppression {
    var result = ProjectConfiguration.Suppression(line: setting.line ?? 1)
    for (key, value) in try setting.members(known: ["files", "rules", "text", "reason"]) {
      switch key {
      case "files": result.files = try patterns(value)
      case "rules": result.rules = try names(value)
      case "text": result.text = try value.nonEmptyString()
      default: result.reason = try value.nonEmptyString()
      }
    }
    if result.files.isEmpty || result.rules.isEmpty { throw setting.error("a suppression needs “files” and “rules”") }
    if result.reason.isEmpty { throw setting.error("a suppression needs a “reason”") }
    return result
  }

  private mutating func readStyle(_ setting: Setting) throws(InputError) {
    for (key, value) in try setting.members(known: Self.styleKeys) {
      switch key {
      case "quotes-zh": configuration.style.chineseQuotes = try value.choice()
      case "quotes-en": configuration.style.englishQuotes = try value.choice()
      case "serial-comma": configuration.style.serialComma = try value.choice()
      case "latin-spacing": configuration.style.latinSpacing = try value.choice()
      case "spelling": configuration.style.spelling = try value.choice()
      case "percent": configuration.style.percent = try value.choice()
      default: configuration.style.dates = try value.choice()
      }
    }
  }

  private mutating func readFiles(_ setting: Setting) throws(InputError) {
    for (key, value) in try setting.members(known: Self.fileKeys) {
      switch key {
      case "include": configuration.included = try patterns(value)
      case "exclude": configuration.excluded = try patterns(value)
      default: configuration.respectsGitignore = try value.bool()
      }
    }
  }
}
