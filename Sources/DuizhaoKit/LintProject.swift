import Configuration
import Lint
import TextCore

/// A configuration and what is made of it: the checker of its files.
struct LintProject: Sendable {
  /// Nil where there is none.
  let configuration: ProjectConfiguration?
  let tools: LintTools
  private let commandLine: RuleSelection.Layer
  /// What the rules say of themselves, by their ids.
  private let metadata: [String: RuleMetadata]
  /// The ids that can be named, sorted.
  let ids: [String]

  /// - Throws: ``InputError`` for a rule that does not exist.
  init(
    _ configuration: ProjectConfiguration?, choices: LintOperation.Choices, tools: LintTools
  ) throws(InputError) {
    self.configuration = configuration
    let all = StandardRules.all + (configuration?.houseRules ?? []).map(\.metadata)
    metadata = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = all.map(\.id).sorted()
    commandLine = try choices.layer(among: ids)
    self.tools = tools
  }

  /// The path of a file below the folder of the configuration.
  func relativePath(of path: String) -> String? {
    configuration.flatMap { $0.relativePath(of: Files.absolute(path)) }
  }

  /// What checks one file of the project; `path` is as the user gave it.
  func checker(for path: String) -> FileChecker {
    let settings =
      configuration?.settings(forFile: relativePath(of: path), commandLine: commandLine)
      ?? FileSettings(selection: RuleSelection(layers: [commandLine]))
    let rules = RuleRegistry.all.filter { settings.includes($0.metadata) }.map { $0.init() }
    let house = (configuration?.houseRules ?? []).filter { settings.includes($0.metadata) }
    return FileChecker(rules: rules, houseRules: house, settings: settings, metadata: metadata)
  }

  /// The originals of a file that the pairs of the configuration name, in their order, whether they are there or not.
  func sources(ofTarget path: String) -> [String] {
    guard let configuration, let relative = relativePath(of: path) else { return [] }
    return configuration.pairs.compactMap { pair in
      pair.source(ofTarget: relative).map { Files.beside(path, relative: relative, other: $0) }
    }
  }
}
