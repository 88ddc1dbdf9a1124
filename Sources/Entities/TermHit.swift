import Terminology
import TextCore

/// A term of the glossary that stands in a text.
struct TermHit: Hashable, Sendable {
  /// In bytes of the text's `utf8`.
  var span: TextSpan
  /// The index of the concept in the glossary.
  var concept: Int
  /// What the concept is; a term where the glossary does not say, or says something we do not know.
  var kind: EntityKind
  /// Whether the concept is a kind of organisation rather than one of them: 省政府, people's court.
  var isBody = false
  /// Whether the glossary knows the concept's type.
  var isTyped: Bool
  /// Whether the text names nothing of what the glossary tells about the person: it may be a namesake.
  var isDoubtful = false
}

/// The concepts whose terms stand at one place of a text, as indices.
struct TermGroup {
  let span: TextSpan
  let first: Int
  /// Hardly ever any: an empty array costs nothing.
  var others: [Int] = []
}

/// A glossary ready to be found in texts: the recogniser with its concepts.
struct GlossaryTerms: Sendable {
  private let recogniser: TermRecognizer
  private let concepts: ConceptTable
  private let namesakes: Namesakes

  init(_ recogniser: TermRecognizer, concepts: ConceptTable) {
    self.recogniser = recogniser
    self.concepts = concepts
    namesakes = Namesakes(concepts, recogniser: recogniser)
  }

  /// The terms of a language in the text, one for each span.
  ///
  /// Of several concepts with one name the one stands whose organisation the text names, else the one that comes first
  /// in the glossary.
  func hits(in text: MappedText, language: Language, nested: Bool, _ memory: inout TermMemory) -> [TermHit] {
    var groups: [TermGroup] = []
    for match in recogniser.matches(in: text, nested: nested) {
      guard match.language.isChinese == (language == .chinese) || isLatin(text, match.span),
        match.concept < concepts.count
      else { continue }
      if groups.last?.span == match.span {
        groups[groups.count - 1].others.append(match.concept)
      } else {
        groups.append(TermGroup(span: match.span, first: match.concept))
      }
    }
    if groups.isEmpty { return [] }
    let context = namesakes.context(groups, &memory)
    return groups.map { group in
      let (index, isDoubtful) = context.choice(in: group)
      let concept = memory.namings[index] ?? TermMemory.Naming(concepts[index])
      memory.namings[index] = concept
      return TermHit(
        span: group.span, concept: index, kind: concept.isBody ? .term : concept.kind ?? .term,
        isBody: concept.isBody, isTyped: concept.kind != nil, isDoubtful: isDoubtful)
    }
  }

  /// The id of a concept that a hit names.
  func id(ofConcept index: Int) -> String { concepts[index].id }

  /// Whether the words are Latin: an English term stands in a Chinese text as it is.
  private func isLatin(_ text: MappedText, _ span: TextSpan) -> Bool { text.utf8[span.range].allSatisfy { $0 < 0x80 } }
}

/// What one reading has learnt of the concepts of its glossary, to be remembered from one text to the next.
struct TermMemory {
  /// What a mention takes from its concept.
  struct Naming {
    let kind: EntityKind?
    /// Whether the glossary gives the organisation as a common noun.
    let isBody: Bool

    init(_ concept: ConceptEntry) {
      kind = concept.type.flatMap { EntityKind(type: $0) }
      isBody = kind == .organisation && concept.terms.contains { $0.status == .preferred && $0.partOfSpeech == "noun" }
    }
  }

  var namings: [Int: Naming] = [:]
  /// Whether a concept is a company, for those that were looked at.
  var isCompany: [Int: Bool] = [:]
  /// The companies of the people among those.
  var companies: [Int: Set<Int>] = [:]
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
