import Terminology

/// A concept as a JSON object.
///
/// Absent fields are left out, and so is what every entry has unless it says otherwise; ``JSONEntryReader`` reads it.
enum JSONEntry {
  static func value(of entry: ConceptEntry) -> JSONValue {
    .object([
      "id": .string(entry.id), "subjectField": string(entry.subjectField), "type": string(entry.type),
      "terms": .array(entry.terms.map(value)), "definition": string(entry.definition),
      "definitionSource": string(entry.definitionSource), "languageDefinitions": list(entry.languageDefinitions, value),
      "note": string(entry.note), "source": string(entry.source), "doNotTranslate": entry.doNotTranslate ? true : nil,
      "review": entry.review == .approved ? nil : .string(entry.review.rawValue), "customer": string(entry.customer),
      "project": string(entry.project), "relations": list(entry.relations, value),
      "references": list(entry.references, value), "extra": list(entry.extra, value),
    ])
  }

  private static func value(of term: Term) -> JSONValue {
    .object([
      "language": .string(term.language.rawValue), "text": .string(term.text), "status": .string(term.status.rawValue),
      "pinyin": string(term.pinyin), "partOfSpeech": string(term.partOfSpeech), "region": string(term.region),
      "type": string(term.type?.rawValue), "gender": string(term.gender?.rawValue),
      "caseRule": term.caseRule == .smart ? nil : .string(term.caseRule.rawValue),
      "matchRule": term.matchRule == .inflected ? nil : .string(term.matchRule.rawValue), "note": string(term.note),
      "source": string(term.source), "contexts": list(term.contexts, value), "extra": list(term.extra, value),
    ])
  }

  private static func value(of definition: LanguageDefinition) -> JSONValue {
    .object([
      "language": .string(definition.language.rawValue), "text": .string(definition.text),
      "source": string(definition.source),
    ])
  }

  private static func value(of relation: ConceptRelation) -> JSONValue {
    .object([
      "kind": .string(relation.kind.rawValue), "target": .string(relation.target), "note": string(relation.note),
    ])
  }

  private static func value(of reference: Reference) -> JSONValue {
    .object([
      "kind": .string(reference.kind.rawValue), "target": .string(reference.target), "label": string(reference.label),
    ])
  }

  private static func value(of context: UsageContext) -> JSONValue {
    .object([
      "text": .string(context.text), "translation": string(context.translation), "source": string(context.source),
    ])
  }

  private static func value(of field: ExtraField) -> JSONValue {
    .object(["name": .string(field.name), "value": .string(field.value)])
  }

  private static func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }

  private static func list<Item>(_ items: [Item], _ value: (Item) -> JSONValue) -> JSONValue? {
    items.isEmpty ? nil : .array(items.map(value))
  }
}
