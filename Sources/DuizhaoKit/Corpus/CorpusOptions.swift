import Formats
import TextCore

/// What goes into a corpus.
public struct CorpusOptions: Hashable, Sendable {
  /// Beads less sure than this are left out; nil for 0.5 between translations and 0 between comparable texts.
  public var leastConfidence: Double?
  /// Beads are left out whose one side is this many times as long as it usually is beside the other.
  public var greatestLengthRatio = 3.0
  /// Reasons that do not count.
  public var kept: Set<DropReason> = []

  public init() {}
}

/// What became of a pair of files.
public enum PairOutcome: Hashable, Sendable {
  case aligned(BitextReport)
  /// The texts do not translate each other; the figures that say so.
  case unrelated(reason: String)
  case failed(InputError)
}

/// What a run over a collection did, in numbers and reasons.
public struct CorpusSummary: Hashable, Sendable {
  /// How many pairs there were.
  public internal(set) var pairCount = 0
  /// How many of them were taken over from a run before.
  public internal(set) var resumedCount = 0
  /// How many went into the corpus.
  public internal(set) var alignedCount = 0
  /// How many beads went into the corpus.
  public internal(set) var unitCount = 0
  /// How many were left out, for each reason.
  public internal(set) var dropped: [DropReason: Int] = [:]
  /// Pairs of texts that do not translate each other, with the figures that say so.
  public internal(set) var unrelated: [Unrelated] = []
  /// Pairs that could not be aligned, and files that could not be paired.
  public internal(set) var failures: [InputError] = []
  /// Files without a partner.
  public internal(set) var single: [String] = []

  /// A pair that is none.
  public struct Unrelated: Hashable, Sendable {
    public let pair: DocumentPair
    public let reason: String
  }
}
