import Terminology

/// What a glossary holds, counted.
public struct GlossaryStatistics: Hashable, Sendable {
  /// A name and how often it occurs.
  public struct Count: Hashable, Sendable {
    public let name: String
    public let count: Int
  }

  public let conceptCount: Int
  public let termCount: Int
  /// Terms by language, in the order of the languages.
  public let languages: [Count]
  /// Terms by status, best first.
  public let statuses: [Count]
  /// Concepts by subject field, most first; those without one as an empty name.
  public let subjectFields: [Count]
  /// Concepts by type, most first; those without one as an empty name.
  public let types: [Count]
  /// How many concepts have what: a definition, a source, terms in both languages, and so on.
  public let coverage: [Count]

  public init(of concepts: [ConceptEntry]) {
    conceptCount = concepts.count
    let terms = concepts.flatMap(\.terms)
    termCount = terms.count
    languages = TermLanguage.allCases.map { language in
      Count(name: language.rawValue, count: terms.count { $0.language == language })
    }
    statuses = AdministrativeStatus.allCases.map { status in
      Count(name: status.rawValue, count: terms.count { $0.status == status })
    }
    subjectFields = Self.counts(concepts) { $0.subjectField }
    types = Self.counts(concepts) { $0.type }
    func count(_ name: String, _ has: (ConceptEntry) -> Bool) -> Count {
      Count(name: name, count: concepts.count(where: has))
    }
    coverage = [
      count("both languages") { $0.headword != nil && $0.preferredTerm(in: .english) != nil },
      count("Traditional form") { $0.preferredTerm(in: .traditionalChinese) != nil },
      count("pinyin") { $0.terms.contains { $0.pinyin != nil } },
      count("definition") { $0.definition != nil || !$0.languageDefinitions.isEmpty },
      count("source") { $0.source != nil || $0.terms.contains { $0.source != nil } },
      count("context") { $0.terms.contains { !$0.contexts.isEmpty } },
      count("deprecated or forbidden form") { $0.terms.contains { !$0.isUsable } },
      count("relation") { !$0.relations.isEmpty },
    ]
  }

  private static func counts(_ concepts: [ConceptEntry], _ name: (ConceptEntry) -> String?) -> [Count] {
    Dictionary(grouping: concepts) { name($0) ?? "" }.map { Count(name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
