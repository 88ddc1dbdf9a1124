import Terminology
import TextCore

/// A term of the glossary that stands in a text.
struct TermHit: Hashable, Sendable {
  /// In bytes of the text's `utf8`.
  var span: TextSpan
  var conceptID: String
  /// What the concept is; nil where the glossary does not say, or says something we do not know.
  var kind: EntityKind
  /// Whether the glossary knows the concept's type.
  var isTyped: Bool
}

/// A glossary ready to be found in texts: the recogniser with the ids and kinds of its concepts.
struct GlossaryTerms: Sendable {
  private let recogniser: TermRecognizer
  private let concepts: [(id: String, kind: EntityKind?)]

  init(_ recogniser: TermRecognizer, concepts: [ConceptEntry]) {
    self.recogniser = recogniser
    self.concepts = concepts.map { ($0.id, $0.type.flatMap { EntityKind(type: $0) }) }
  }

  /// The terms of a language in the text; one for each span, the concept that comes first in the glossary.
  func hits(in text: MappedText, language: Language, nested: Bool) -> [TermHit] {
    var result: [TermHit] = []
    for match in recogniser.matches(in: text, nested: nested) {
      guard match.language.isChinese == (language == .chinese) || isLatin(text, match.span),
        match.concept < concepts.count,
        result.last?.span != match.span
      else { continue }
      let concept = concepts[match.concept]
      result.append(
        TermHit(span: match.span, conceptID: concept.id, kind: concept.kind ?? .term, isTyped: concept.kind != nil))
    }
    return result
  }

  /// Whether the words are Latin: an English term stands in a Chinese text as it is.
  private func isLatin(_ text: MappedText, _ span: TextSpan) -> Bool { text.utf8[span.range].allSatisfy { $0 < 0x80 } }
}

extension EntityKind {
  /// The kind that a glossary calls `type`, in either spelling.
  init?(type: String) {
    switch type.lowercased() {
    case "org", "organization", "company": self = .organisation
    case "location": self = .place
    default:
      guard let kind = EntityKind(rawValue: type.lowercased()) else { return nil }
      self = kind
    }
  }
}
