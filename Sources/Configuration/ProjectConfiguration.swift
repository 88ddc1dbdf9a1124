import Lint
import TextCore

/// What a `.duizhao.yml` says; all of it may be missing.
public struct ProjectConfiguration: Sendable {
  /// Other wishes for files of some paths.
  public struct Override: Sendable {
    public var files: [PathPattern] = []
    public var selection = RuleSelection.Layer()
    public var severities: [SeverityChoice] = []
  }

  /// A finding that is meant to stay, with the reason.
  public struct Suppression: Hashable, Sendable {
    public var files: [PathPattern] = []
    public var rules: [RuleName] = []
    /// What the finding flags; nil for every finding of the rules.
    public var text: String?
    public var reason = ""
    /// Where the configuration has it.
    public var line: Int
  }

  /// Where the file is.
  public let path: String
  /// The folder that its paths are relative to.
  public let folder: String
  /// The bytes of the file: whatever depends on the configuration depends on them.
  public let text: String
  /// Glossaries of the project, first wins, as paths.
  public internal(set) var glossaries: [String] = []
  /// How originals and translations are named.
  public internal(set) var pairs: [PairPattern] = []
  public internal(set) var selection = RuleSelection.Layer()
  public internal(set) var severities: [SeverityChoice] = []
  public internal(set) var overrides: [Override] = []
  public internal(set) var houseRules: [HouseRule] = []
  public internal(set) var suppressions: [Suppression] = []
  /// What the project wants where more than one way is right.
  public internal(set) var style = StyleGuide()
  /// The least severity that makes the exit code 1.
  public internal(set) var failOn: Severity?
  /// The path of the baseline.
  public internal(set) var baseline: String?
  /// The files of folders to check; empty for those whose ending we know.
  public internal(set) var included: [PathPattern] = []
  /// The files of folders not to check.
  public internal(set) var excluded: [PathPattern] = []
  /// Whether files that Git ignores are left out of folders.
  public internal(set) var respectsGitignore = true

  init(path: String, folder: String, text: String) {
    self.path = path
    self.folder = folder
    self.text = text
  }

  /// The name that the file has in a project.
  public static let fileName = ".duizhao.yml"

  /// The part of an absolute path below the folder of the configuration; nil outside it.
  public func relativePath(of path: String) -> String? {
    let base = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : nil
  }

  /// The path of something that the configuration names, relative to its folder.
  func absolute(_ name: String) -> String {
    name.hasPrefix("/") ? name : (folder == "/" ? "" : folder) + "/" + name
  }

  /// What counts for one file: `relativePath` is below the folder of the configuration.
  ///
  /// The wishes of the command line come before those for some paths, of which nothing but what they ignore counts when
  /// the command line selects rules.
  public func settings(forFile relativePath: String?, commandLine: RuleSelection.Layer) -> FileSettings {
    let fitting = overrides.filter { override in override.files.contains { $0.covers(relativePath ?? "") } }
    let severities = severities + fitting.flatMap(\.severities)
    guard commandLine.selected != nil else {
      return FileSettings(
        selection: RuleSelection(layers: [selection] + fitting.map(\.selection) + [commandLine]), severities: severities
      )
    }
    let ignored = fitting.map { override in
      var layer = RuleSelection.Layer()
      layer.ignored = override.selection.ignored
      return layer
    }
    return FileSettings(selection: RuleSelection(layers: [commandLine] + ignored), severities: severities)
  }
}

/// Which rules run on a file, and how grave their findings are.
public struct FileSettings: Hashable, Sendable {
  public var selection: RuleSelection
  public var severities: [SeverityChoice]

  public init(selection: RuleSelection = RuleSelection(), severities: [SeverityChoice] = []) {
    self.selection = selection
    self.severities = severities
  }

  /// Whether a rule runs: it is selected, and its severity is not `off`.
  public func includes(_ rule: RuleMetadata) -> Bool {
    guard selection.includes(rule.id, byDefault: rule.isOnByDefault) else { return false }
    return SeverityChoice.choice(for: rule.id, among: severities).map { $0.severity != nil } ?? true
  }

  /// The finding as grave as the user wants findings of its rule; one that the rule itself is less sure of stays below.
  public func graded(_ finding: Finding, of rule: RuleMetadata) -> Finding {
    guard let chosen = SeverityChoice.choice(for: rule.id, among: severities)?.severity else { return finding }
    var finding = finding
    finding.severity = finding.severity < rule.severity ? min(finding.severity, chosen) : chosen
    return finding
  }
}
