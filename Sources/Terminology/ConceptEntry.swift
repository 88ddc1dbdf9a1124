/// One concept of a glossary with all its terms.
public struct ConceptEntry: Hashable, Sendable, Codable, Identifiable {
  /// Stable and unique in its glossary: `term-taobao-village`.
  public var id: String
  public var subjectField: String?
  /// person, place, organisation, product, term, title, event, work or policy.
  public var type: String?
  public var terms: [Term]
  public var definition: String?
  public var note: String?
  /// Where the terms come from, by name.
  public var source: String?
  /// The name stays as it is in translation.
  public var doNotTranslate: Bool
  /// Fields that we do not know, kept for the way back: name and value, in the order of the file.
  public var extra: [ExtraField]

  /// A field of an imported file that has no place of its own here.
  public struct ExtraField: Hashable, Sendable, Codable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    id: String, subjectField: String? = nil, type: String? = nil, terms: [Term], definition: String? = nil,
    note: String? = nil, source: String? = nil, doNotTranslate: Bool = false, extra: [ExtraField] = []
  ) {
    self.id = id
    self.subjectField = subjectField
    self.type = type
    self.terms = terms
    self.definition = definition
    self.note = note
    self.source = source
    self.doNotTranslate = doNotTranslate
    self.extra = extra
  }

  /// The terms of a language, in the order of their status, then as they stand in the entry.
  public func terms(in language: TermLanguage) -> [Term] {
    AdministrativeStatus.allCases.flatMap { status in terms.filter { $0.language == language && $0.status == status } }
  }

  /// The preferred term of a language, or the first one that may be used.
  public func preferredTerm(in language: TermLanguage) -> Term? {
    terms(in: language).first { $0.status == .preferred || $0.status == .admitted }
  }

  /// The Chinese headword: the preferred Simplified term, else the Traditional one.
  public var headword: String? {
    (preferredTerm(in: .simplifiedChinese) ?? preferredTerm(in: .traditionalChinese))?.text
  }
}
