/// One concept of a glossary with all its terms.
public struct ConceptEntry: Hashable, Sendable, Codable, Identifiable {
  /// Stable and unique in its glossary: `term-taobao-village`.
  public var id: String
  /// What the concept belongs to, by any name: `e-commerce`.
  public var subjectField: String?
  /// person, place, organisation, product, term, title, event, work, policy, unit or word.
  public var type: String?
  /// In the order of the file; of those with one language and status the first comes first in every list.
  public var terms: [Term]
  /// What the concept is, in whatever language.
  public var definition: String?
  /// Where the definition comes from, by name.
  public var definitionSource: String?
  /// Definitions that belong to one language, besides the common one.
  public var languageDefinitions: [LanguageDefinition]
  /// A remark on the concept; those on its terms stand with them.
  public var note: String?
  /// Where the terms come from, by name.
  public var source: String?
  /// The name stays as it is in translation.
  public var doNotTranslate: Bool
  /// How far the entry has come through review.
  public var review: ReviewStatus
  /// Whom the entry is for, when it is not for everybody.
  public var customer: String?
  /// The project that the entry was made for.
  public var project: String?
  /// How the concept stands to others of its glossary.
  public var relations: [ConceptRelation]
  /// Pages and pictures elsewhere.
  public var references: [Reference]
  /// Fields that we do not know, kept for the way back: name and value, in the order of the file.
  public var extra: [ExtraField]

  public init(
    id: String, subjectField: String? = nil, type: String? = nil, terms: [Term], definition: String? = nil,
    definitionSource: String? = nil, languageDefinitions: [LanguageDefinition] = [], note: String? = nil,
    source: String? = nil, doNotTranslate: Bool = false, review: ReviewStatus = .approved, customer: String? = nil,
    project: String? = nil, relations: [ConceptRelation] = [], references: [Reference] = [], extra: [ExtraField] = []
  ) {
    self.id = id
    self.subjectField = subjectField
    self.type = type
    self.terms = terms
    self.definition = definition
    self.definitionSource = definitionSource
    self.languageDefinitions = languageDefinitions
    self.note = note
    self.source = source
    self.doNotTranslate = doNotTranslate
    self.review = review
    self.customer = customer
    self.project = project
    self.relations = relations
    self.references = references
    self.extra = extra
  }

  /// The terms of a language, in the order of their status, then as they stand in the entry.
  public func terms(in language: TermLanguage) -> [Term] {
    AdministrativeStatus.allCases.flatMap { status in terms.filter { $0.language == language && $0.status == status } }
  }

  /// The preferred term of a language, or the first one that may be used.
  public func preferredTerm(in language: TermLanguage) -> Term? {
    terms(in: language).first(where: \.isUsable)
  }

  /// The Chinese headword: the preferred Simplified term, else the Traditional one.
  public var headword: String? {
    (preferredTerm(in: .simplifiedChinese) ?? preferredTerm(in: .traditionalChinese))?.text
  }
}

/// How far an entry has come through review.
public enum ReviewStatus: String, Hashable, Sendable, CaseIterable, Codable {
  case proposed
  case inReview = "in_review"
  case approved
  case rejected
  case obsolete
}

/// What a concept is in one language.
public struct LanguageDefinition: Hashable, Sendable, Codable {
  public var language: TermLanguage
  public var text: String
  public var source: String?

  public init(language: TermLanguage, text: String, source: String? = nil) {
    self.language = language
    self.text = text
    self.source = source
  }
}

/// How a concept stands to another one of its glossary.
public struct ConceptRelation: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    case broader
    case partOf = "part_of"
    case related
    /// The other concept is the one to use.
    case useInstead = "use_instead"
    case replacedBy = "replaced_by"
    /// Looks or sounds like the other one and means something else.
    case falseFriend = "false_friend"
    /// Written like the other one.
    case homonym
    case exactMatch = "exact_match"
  }

  public var kind: Kind
  /// The ``ConceptEntry/id`` of the other concept, which need not be there.
  public var target: ConceptEntry.ID
  public var note: String?

  public init(_ kind: Kind, target: ConceptEntry.ID, note: String? = nil) {
    self.kind = kind
    self.target = target
    self.note = note
  }
}

/// A page or picture elsewhere that an entry points to.
public struct Reference: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    case page
    case picture
  }

  public var kind: Kind
  /// An address or the name of a file: never opened by us.
  public var target: String
  public var label: String?

  public init(_ kind: Kind, target: String, label: String? = nil) {
    self.kind = kind
    self.target = target
    self.label = label
  }
}
