import Configuration
import Lint
import TextCore

/// The rules that a user can name: those of the house, and those of the project.
public struct RuleCatalogue: Sendable {
  /// Sorted by id.
  public let rules: [RuleMetadata]
  /// The rules of the project, in the order of its configuration.
  public let houseRules: [HouseRule]

  /// The rules that count in a workspace.
  /// - Throws: ``InputError`` for a broken configuration, a house rule that its examples refute included.
  public init(_ workspace: Workspace) throws(InputError) {
    houseRules = try workspace.configuration()?.houseRules ?? []
    rules = (StandardRules.all + houseRules.map(\.metadata)).sorted { $0.id < $1.id }
  }

  /// The rule with this id.
  /// - Throws: ``InputError`` with the nearest id.
  public func rule(named id: String) throws(InputError) -> RuleMetadata {
    if let rule = rules.first(where: { $0.id == id }) { return rule }
    let hint = NearestName.hint(for: id, among: rules.map(\.id))
    throw InputError(path: id, .malformed("there is no such rule\(hint)"))
  }
}
