import TextCore

/// What a mention names.
public enum EntityKind: String, Hashable, Sendable, CaseIterable {
  case person, place, organisation, product, term, title, event, work, policy, quantity, date
}

/// A stretch of a text that names somebody or something.
public struct EntityMention: Hashable, Sendable {
  /// In bytes of the text's `utf8`; bounds lie between scalars.
  public var span: TextSpan
  public var kind: EntityKind
  /// The words of the text.
  public var text: String
  /// The concept of the glossary, where it is a term of one.
  public var conceptID: String?
  /// The normalised value of a quantity or date, the romanised key of a person (`huang liandong`); nil for others.
  public var value: String?
  /// Other readings of ``value``, the likelier first.
  public var otherValues: [String]
  /// What it is called in the other language, where the gazetteer or the rules of names say so and no glossary does.
  public var counterpart: String?
  public var evidence: [EntityEvidence]
  /// From 0 to 1.
  public var confidence: Double

  public init(
    span: TextSpan, kind: EntityKind, text: String, conceptID: String? = nil, value: String? = nil,
    otherValues: [String] = [], counterpart: String? = nil, evidence: [EntityEvidence] = [], confidence: Double = 1
  ) {
    self.span = span
    self.kind = kind
    self.text = text
    self.conceptID = conceptID
    self.value = value
    self.otherValues = otherValues
    self.counterpart = counterpart
    self.evidence = evidence
    self.confidence = confidence
  }
}
