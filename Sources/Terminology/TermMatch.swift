import TextCore

/// A place in a text where a term of a glossary stands.
public struct TermMatch: Hashable, Sendable {
  /// How the text writes the term.
  public enum Form: UInt8, Hashable, Sendable, CaseIterable {
    /// Byte for byte as the glossary has it.
    case exact
    /// The same but for case, width, punctuation marks of another shape, or Simplified against Traditional.
    case folded
    /// A plural, a singular, or another form of the same words.
    case inflected
    /// With a space for a hyphen, or the other way round.
    case respelled
  }

  /// The bytes of the term in the text that was searched.
  public let span: TextSpan
  private let conceptIndex: UInt32
  private let termIndex: UInt16
  /// The language of the term.
  public let language: TermLanguage
  /// How the text writes the term.
  public let form: Form

  /// The index of the concept among those that the recogniser was made from.
  public var concept: Int { Int(conceptIndex) }
  /// The index of the term in its concept.
  public var term: Int { Int(termIndex) }

  init(span: TextSpan, concept: UInt32, term: UInt16, language: TermLanguage, form: Form) {
    self.span = span
    conceptIndex = concept
    termIndex = term
    self.language = language
    self.form = form
  }

  /// Orders matches by start, then longest first, then by concept, term and form.
  public static func isInReadingOrder(_ a: TermMatch, _ b: TermMatch) -> Bool {
    (a.span.start, b.span.end, a.concept, a.term, a.form.rawValue)
      < (b.span.start, a.span.end, b.concept, b.term, b.form.rawValue)
  }
}
