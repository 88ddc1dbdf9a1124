import TextCore

/// A term of the glossary that stands in a text.
public struct TermHit: Hashable, Sendable {
  /// In bytes of the text's `utf8`.
  public var span: TextSpan
  public var conceptID: String
  /// What the concept is; nil where the glossary does not say, or says something we do not know.
  public var kind: EntityKind?

  public init(span: TextSpan, conceptID: String, kind: EntityKind?) {
    self.span = span
    self.conceptID = conceptID
    self.kind = kind
  }
}

/// Gives the glossary terms of a text, in any order; they may overlap.
public typealias TermFinder = @Sendable (_ text: MappedText, _ language: Language) -> [TermHit]
