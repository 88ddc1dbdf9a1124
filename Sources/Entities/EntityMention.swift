import TextCore

/// What a mention names.
public enum EntityKind: String, Hashable, Sendable, CaseIterable {
  case person, place, organisation, product, term, title, event, work, policy, quantity, date
}

/// A reason why a stretch of text was taken for an entity.
public enum EntityEvidence: Hashable, Sendable {
  /// A term of the glossary.
  case glossary(conceptID: String)
  /// A title stands beside the name: 省长, Mayor.
  case title(String)
  /// A verb of saying follows: 表示, said.
  case verbOfSaying
  /// The name stands in a list with other names.
  case listOfNames
  /// The name stands in the byline.
  case byline
  /// The same name was found with better evidence elsewhere in the text.
  case repeated
  /// The form alone: pinyin that reads as a Chinese name, 马克·吐温 with its dot.
  case form
  /// A place that the gazetteer has.
  case gazetteer
  /// A word that ends such names: 县, Group.
  case suffix(String)
  /// A numeral or a date was read.
  case value
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
