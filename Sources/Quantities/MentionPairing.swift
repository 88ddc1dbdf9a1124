import TextCore

/// The numbers and dates of a segment matched one to one with those of its translation.
public struct MentionPairing: Hashable, Sendable {
  /// Two mentions that say the same, by their places in the lists.
  public struct Pair: Hashable, Sendable {
    public let source: Int
    public let target: Int
  }

  /// Mentions that agree, sorted.
  public let agreeing: [Pair]
  /// Mentions of the source that the target does not hold; weak ones are never listed.
  public let missing: [Int]
  /// Mentions of the target that the source does not hold; weak ones are never listed.
  public let added: [Int]

  /// Pairs the mentions of a source segment with those of its translation.
  public init(source: [Mention], target: [Mention], tolerance: Double = 0.005) {
    agreeing = []
    missing = []
    added = []
  }
}
