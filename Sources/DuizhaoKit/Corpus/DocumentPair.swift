import TextCore

/// Two files that may translate each other; which of them is Chinese is seen when they are read.
public struct DocumentPair: Hashable, Sendable {
  public let first: String
  public let second: String

  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

/// The pairs of a collection, and what found no partner.
public struct DocumentPairs: Sendable {
  /// In the order of their names.
  public var pairs: [DocumentPair] = []
  /// Files without a partner, in order.
  public var single: [String] = []
  /// Why files that might be pairs are none: several of one name, folders that cannot be read.
  public var problems: [InputError] = []

  public init(pairs: [DocumentPair] = [], single: [String] = [], problems: [InputError] = []) {
    self.pairs = pairs
    self.single = single
    self.problems = problems
  }
}
