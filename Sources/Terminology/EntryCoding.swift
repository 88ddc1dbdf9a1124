// How entries are written as values with keys, JSON above all: what says nothing is left out, and what is absent reads as
// the usual. So an archive stays small, and one that was written before a field was invented can still be read.

extension ConceptEntry {
  private enum CodingKeys: String, CodingKey {
    case id, subjectField, type, terms, definition, definitionSource, languageDefinitions, note, source
    case doNotTranslate, review, customer, project, relations, references, extra
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(String.self, forKey: .id),
      subjectField: try values.decodeIfPresent(String.self, forKey: .subjectField),
      type: try values.decodeIfPresent(String.self, forKey: .type),
      terms: try values.list(.terms),
      definition: try values.decodeIfPresent(String.self, forKey: .definition),
      definitionSource: try values.decodeIfPresent(String.self, forKey: .definitionSource),
      languageDefinitions: try values.list(.languageDefinitions),
      note: try values.decodeIfPresent(String.self, forKey: .note),
      source: try values.decodeIfPresent(String.self, forKey: .source),
      doNotTranslate: try values.value(.doNotTranslate, usually: false),
      review: try values.value(.review, usually: .approved),
      customer: try values.decodeIfPresent(String.self, forKey: .customer),
      project: try values.decodeIfPresent(String.self, forKey: .project),
      relations: try values.list(.relations),
      references: try values.list(.references),
      extra: try values.list(.extra))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .id)
    try values.encodeIfPresent(subjectField, forKey: .subjectField)
    try values.encodeIfPresent(type, forKey: .type)
    try values.encode(list: terms, .terms)
    try values.encodeIfPresent(definition, forKey: .definition)
    try values.encodeIfPresent(definitionSource, forKey: .definitionSource)
    try values.encode(list: languageDefinitions, .languageDefinitions)
    try values.encodeIfPresent(note, forKey: .note)
    try values.encodeIfPresent(source, forKey: .source)
    try values.encode(doNotTranslate, .doNotTranslate, unless: false)
    try values.encode(review, .review, unless: .approved)
    try values.encodeIfPresent(customer, forKey: .customer)
    try values.encodeIfPresent(project, forKey: .project)
    try values.encode(list: relations, .relations)
    try values.encode(list: references, .references)
    try values.encode(list: extra, .extra)
  }
}

extension Term {
  private enum CodingKeys: String, CodingKey {
    case language, text, status, pinyin, partOfSpeech, region, type, gender, caseRule, matchRule, note, source
    case contexts, extra
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      language: try values.decode(TermLanguage.self, forKey: .language),
      text: try values.decode(String.self, forKey: .text),
      status: try values.value(.status, usually: .preferred),
      pinyin: try values.decodeIfPresent(String.self, forKey: .pinyin),
      partOfSpeech: try values.decodeIfPresent(String.self, forKey: .partOfSpeech),
      region: try values.decodeIfPresent(String.self, forKey: .region),
      type: try values.decodeIfPresent(TermType.self, forKey: .type),
      gender: try values.decodeIfPresent(GrammaticalGender.self, forKey: .gender),
      caseRule: try values.value(.caseRule, usually: .smart),
      matchRule: try values.value(.matchRule, usually: .inflected),
      note: try values.decodeIfPresent(String.self, forKey: .note),
      source: try values.decodeIfPresent(String.self, forKey: .source),
      contexts: try values.list(.contexts),
      extra: try values.list(.extra))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(language, forKey: .language)
    try values.encode(text, forKey: .text)
    try values.encode(status, .status, unless: .preferred)
    try values.encodeIfPresent(pinyin, forKey: .pinyin)
    try values.encodeIfPresent(partOfSpeech, forKey: .partOfSpeech)
    try values.encodeIfPresent(region, forKey: .region)
    try values.encodeIfPresent(type, forKey: .type)
    try values.encodeIfPresent(gender, forKey: .gender)
    try values.encode(caseRule, .caseRule, unless: .smart)
    try values.encode(matchRule, .matchRule, unless: .inflected)
    try values.encodeIfPresent(note, forKey: .note)
    try values.encodeIfPresent(source, forKey: .source)
    try values.encode(list: contexts, .contexts)
    try values.encode(list: extra, .extra)
  }
}

extension KeyedDecodingContainer {
  fileprivate func list<Item: Decodable>(_ key: Key) throws -> [Item] {
    try decodeIfPresent([Item].self, forKey: key) ?? []
  }

  fileprivate func value<Value: Decodable>(_ key: Key, usually usual: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: key) ?? usual
  }
}

extension KeyedEncodingContainer {
  fileprivate mutating func encode(list: [some Encodable], _ key: Key) throws {
    if !list.isEmpty { try encode(list, forKey: key) }
  }

  fileprivate mutating func encode<Value: Encodable & Equatable>(
    _ value: Value, _ key: Key, unless usual: Value
  ) throws {
    if value != usual { try encode(value, forKey: key) }
  }
}
