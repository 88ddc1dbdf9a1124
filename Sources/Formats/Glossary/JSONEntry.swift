import Terminology
import TextCore

/// A concept as a JSON object.
///
/// Absent fields are left out; unknown members become further fields.
enum JSONEntry {
  static func value(of entry: ConceptEntry) -> JSONValue {
    .object([
      "id": .string(entry.id), "subjectField": string(entry.subjectField), "type": string(entry.type),
      "terms": .array(entry.terms.map(value)), "definition": string(entry.definition), "note": string(entry.note),
      "source": string(entry.source), "doNotTranslate": entry.doNotTranslate ? true : nil,
      "extra": entry.extra.isEmpty ? nil : .array(entry.extra.map(value)),
    ])
  }

  private static func value(of term: Term) -> JSONValue {
    .object([
      "language": .string(term.language.rawValue), "text": .string(term.text), "status": .string(term.status.rawValue),
      "pinyin": string(term.pinyin), "partOfSpeech": string(term.partOfSpeech),
    ])
  }

  private static func value(of field: ExtraField) -> JSONValue {
    .object(["name": .string(field.name), "value": .string(field.value)])
  }

  private static func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }

  /// The concept that a value spells; nil when it has no id and says the same as one before.
  static func entry(
    from value: JSONValue, line: Int, ids: inout EntryIDs, file: GlossaryFile
  ) throws(InputError) -> ConceptEntry? {
    guard case .object(let members) = value else {
      throw file.error(.malformed("a concept must be an object"), line: line)
    }
    var entry = ConceptEntry(id: "", terms: [])
    for member in members {
      switch (member.key, member.value) {
      case (_, .null): break
      case ("id", .string(let text)), ("conceptID", .string(let text)): entry.id = text
      case ("subjectField", .string(let text)): entry.subjectField = text
      case ("type", .string(let text)): entry.type = text
      case ("definition", .string(let text)): entry.definition = text
      case ("note", .string(let text)): entry.note = text
      case ("source", .string(let text)): entry.source = text
      case ("doNotTranslate", .bool(let flag)): entry.doNotTranslate = flag
      case ("terms", .array(let values)):
        for value in values { entry.terms.append(try term(from: value, line: line, file: file)) }
      case ("extra", .array(let values)):
        for value in values { entry.extra.append(try field(from: value, line: line, file: file)) }
      case (let name, _) where known.contains(name):
        throw file.error(.malformed("“\(name)” is of the wrong type"), line: line)
      case (let name, .string(let text)): entry.extra.append(.init(name: name, value: text))
      case (let name, let other): entry.extra.append(.init(name: name, value: other.compact))
      }
    }
    if entry.id.isEmpty { return ids.identified(entry, line: line) }
    try ids.claim(entry.id, line: line)
    return entry
  }

  private static let known: Set<String> = [
    "id", "conceptID", "subjectField", "type", "definition", "note", "source", "doNotTranslate", "terms", "extra",
  ]

  private static func term(from value: JSONValue, line: Int, file: GlossaryFile) throws(InputError) -> Term {
    let fields = try strings(of: value, what: "a term", line: line, file: file)
    guard let text = fields["text"], !text.isEmpty else { throw file.error(.missingValue(column: "text"), line: line) }
    guard let tag = fields["language"], let language = TermLanguage(tag: tag) else {
      throw file.error(
        .malformed("“\(fields["language"] ?? "")” is not a language of terms (zh-Hans, zh-Hant, en)"), line: line)
    }
    let name = fields["status"] ?? AdministrativeStatus.preferred.rawValue
    guard let status = AdministrativeStatus(rawValue: name) else {
      let known = AdministrativeStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw file.error(.malformed("“\(name)” is not an administrative status (\(known))"), line: line)
    }
    return Term(
      language: language, text: text, status: status, pinyin: fields["pinyin"], partOfSpeech: fields["partOfSpeech"])
  }

  private static func field(
    from value: JSONValue, line: Int, file: GlossaryFile
  ) throws(InputError) -> ExtraField {
    let fields = try strings(of: value, what: "a further field", line: line, file: file)
    guard let name = fields["name"] else { throw file.error(.missingValue(column: "name"), line: line) }
    return .init(name: name, value: fields["value"] ?? "")
  }

  private static func strings(
    of value: JSONValue, what: String, line: Int, file: GlossaryFile
  ) throws(InputError) -> [String: String] {
    guard case .object(let members) = value else {
      throw file.error(.malformed("\(what) must be an object"), line: line)
    }
    var result: [String: String] = [:]
    for member in members {
      switch member.value {
      case .string(let text): result[member.key] = text
      case .null: break
      default: throw file.error(.malformed("“\(member.key)” of \(what) must be a string"), line: line)
      }
    }
    return result
  }
}
