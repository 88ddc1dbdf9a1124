import Quantities
import TextCore

/// What a mention names.
public enum EntityKind: String, Hashable, Sendable, CaseIterable {
  case person, place, organisation, product, term, title, event, work, policy, quantity, date
  /// An ordinary word that the glossary has, and that names nothing: 记者, website.
  case word
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
  /// The normalised value of a quantity or date, the romanised name of a person (`huang liandong`), the full name of an
  /// office; nil for others.
  public var value: String?
  /// The forms under which it is compared with mentions of the other language, the likelier first: readings of a name,
  /// a value to four figures, a date and its parts.
  public var keys: [String]
  /// How exactly a quantity is meant; nil for others.
  public var exactness: Exactness?
  /// What it is called in the other language, where the gazetteer or the rules of names say so and no glossary does.
  public var counterpart: String?
  public var evidence: [EntityEvidence]
  /// From 0 to 1.
  public var confidence: Double

  public init(
    span: TextSpan, kind: EntityKind, text: String, conceptID: String? = nil, value: String? = nil,
    keys: [String] = [], exactness: Exactness? = nil, counterpart: String? = nil, evidence: [EntityEvidence] = [],
    confidence: Double = 1
  ) {
    self.span = span
    self.kind = kind
    self.text = text
    self.conceptID = conceptID
    self.value = value
    self.keys = keys
    self.exactness = exactness
    self.counterpart = counterpart
    self.evidence = evidence
    self.confidence = confidence
  }
}
