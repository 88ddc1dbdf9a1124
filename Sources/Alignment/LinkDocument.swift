import TextCore

/// A document of a collection to be linked.
public struct LinkDocument: Hashable, Sendable {
  /// Unique in its language.
  public let id: String
  public let language: Language
  public let segments: [SegmentText]

  public init(id: String, language: Language, segments: [SegmentText]) {
    self.id = id
    self.language = language
    self.segments = segments
  }
}

/// Two documents of a collection that speak of the same things.
public struct DocumentLink: Hashable, Sendable {
  public let chineseID: String
  public let englishID: String
  /// The place of this English document among those of the Chinese one, 1 for the best.
  public let rank: Int
  /// The cosine of the two documents' keys, 0 to 1.
  public let score: Double
  /// What both share, strongest first.
  public let evidence: [Evidence]

  public init(chineseID: String, englishID: String, rank: Int, score: Double, evidence: [Evidence]) {
    self.chineseID = chineseID
    self.englishID = englishID
    self.rank = rank
    self.score = score
    self.evidence = evidence
  }
}
