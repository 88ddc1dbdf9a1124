import Lint
import TextCore

/// What users write to name rules: `all`, a family, or an id.
public struct RuleName: Hashable, Sendable {
  public let text: String

  /// The more particular a name is, the later it counts: `all`, then families, then ids.
  var rank: Int { text == "all" ? 0 : text.utf8.contains(UInt8(ascii: "/")) ? 2 : 1 }

  /// The name, when it names one of the rules with these ids at least.
  /// - Throws: ``InputError`` with the nearest name; `path` is that of the configuration, or the option.
  public init(_ text: String, among ids: [String], path: String, line: Int? = nil) throws(InputError) {
    // `number/*` is what users of other programs write.
    self.text = text.hasSuffix("/*") ? String(text.dropLast(2)) : text
    guard self.text == "all" || ids.contains(where: names) else {
      let known = ids + Set(ids.map { String($0.prefix { $0 != "/" }) }).sorted() + ["all"]
      throw InputError(
        path: path, line: line,
        .malformed("“\(text)” is no rule or family\(NearestName.hint(for: self.text, among: known))"))
    }
  }

  /// Whether a rule is meant.
  public func names(_ id: String) -> Bool {
    text == "all" || text == id || id.hasPrefix(text) && id.utf8.dropFirst(text.utf8.count).first == UInt8(ascii: "/")
  }
}

/// Which rules run: layers of wishes, the later ones over the earlier.
///
/// In a layer a more particular name counts more; of two that are alike, what is ignored stays ignored.
public struct RuleSelection: Hashable, Sendable {
  /// The wishes of one place: the configuration, a part of it, the command line.
  public struct Layer: Hashable, Sendable {
    /// The rules to run instead of those that are on by default; nil to begin with what earlier layers left.
    public var selected: [RuleName]?
    /// Rules to run besides.
    public var extended: [RuleName] = []
    public var ignored: [RuleName] = []

    public init() {}
  }

  public var layers: [Layer]

  public init(layers: [Layer] = []) { self.layers = layers }

  /// Whether a rule runs.
  public func includes(_ id: String, byDefault: Bool) -> Bool {
    var isOn = byDefault
    for layer in layers {
      if layer.selected != nil { isOn = false }
      let wanted = ((layer.selected ?? []) + layer.extended).filter { $0.names(id) }.map(\.rank).max() ?? -1
      let unwanted = layer.ignored.filter { $0.names(id) }.map(\.rank).max() ?? -1
      if wanted >= 0 || unwanted >= 0 { isOn = wanted > unwanted }
    }
    return isOn
  }
}

/// How grave the findings of some rules are, by the wish of the user.
public struct SeverityChoice: Hashable, Sendable {
  public let name: RuleName
  /// Nil: the rules do not run.
  public let severity: Severity?

  public init(_ name: RuleName, _ severity: Severity?) {
    self.name = name
    self.severity = severity
  }

  /// The choice that counts for a rule: the most particular one, of two alike the later one.
  static func choice(for id: String, among choices: [SeverityChoice]) -> SeverityChoice? {
    var best: SeverityChoice?
    for choice in choices where choice.name.names(id) && choice.name.rank >= best?.name.rank ?? -1 { best = choice }
    return best
  }
}
