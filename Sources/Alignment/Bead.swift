/// A smallest group of segments that translate each other: 1-1, 1-2, 2-1, 0-1 and so on.
public struct Bead: Hashable, Sendable {
  /// Indices of the Chinese segments.
  public var chinese: Range<Int>
  /// Indices of the English segments.
  public var english: Range<Int>
  /// How well the two sides fit, 0 to 1: the share of their words' weight that finds a counterpart on the other
  /// side.
  ///
  /// For a link between passages see ``PassageLinker``.
  public var score: Double
  /// How sure we are of exactly these bounds, 0 to 1: the bead's share of the probability of all ways to align the texts.
  public var confidence: Double
  /// What both sides share, strongest first.
  public var evidence: [Evidence]

  public init(
    chinese: Range<Int>, english: Range<Int>, score: Double = 0, confidence: Double = 0, evidence: [Evidence] = []
  ) {
    self.chinese = chinese
    self.english = english
    self.score = score
    self.confidence = confidence
    self.evidence = evidence
  }

  /// Whether one side is empty: something left out, or added.
  public var isOneSided: Bool { chinese.isEmpty || english.isEmpty }
}

/// One reason why two texts, passages or sentences were put side by side.
public struct Evidence: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case term, person, place, organisation, quantity, date, name, word
  }
  public var kind: Kind
  /// The words on the Chinese side.
  public var chinese: String
  /// The words on the English side.
  public var english: String
  /// The share of the score that this reason brings, 0 to 1.
  public var weight: Double

  public init(kind: Kind, chinese: String, english: String, weight: Double) {
    self.kind = kind
    self.chinese = chinese
    self.english = english
    self.weight = weight
  }
}
