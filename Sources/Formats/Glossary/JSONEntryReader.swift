import Terminology
import TextCore

/// Reads concepts from JSON objects: those that ``JSONEntry`` writes, and flat ones of somebody else's.
///
/// An object without `terms` is a row of a plain table: its members are the columns, under any name that a table's
/// header may have. Unknown members become further fields.
struct JSONEntryReader {
  private let file: GlossaryFile
  private var ids: EntryIDs
  private var flat: [(members: [JSONValue.Member], line: Int)] = []
  private var entries: [ConceptEntry] = []

  init(file: GlossaryFile) {
    self.file = file
    ids = EntryIDs(of: file)
  }

  /// Takes the concept that a value spells; one without id that says the same as one before is left out.
  mutating func read(_ value: JSONValue, line: Int) throws(InputError) {
    guard case .object(let members) = value else {
      throw file.error(.malformed("a concept must be an object"), line: line)
    }
    if isFlat(members) {
      flat.append((members, line))
      return
    }
    let entry = try entry(from: members, line: line)
    if let settled = try ids.settled(entry, line: line) { entries.append(settled) }
  }

  /// All that was read, in the order of the file; flat objects come last.
  mutating func finish() throws(InputError) -> [ConceptEntry] {
    if flat.isEmpty { return entries }
    var names: [String] = []
    var places: [String: Int] = [:]
    let line = flat[0].line
    for member in flat.lazy.flatMap(\.members) where places[member.key] == nil {
      places[member.key] = names.count
      names.append(member.key)
    }
    // Each object has a cell for every name: objects that have no name in common would fill any memory.
    guard names.count <= max(Self.cellLimit / flat.count, 64) else {
      throw file.error(
        .malformed("the objects have \(names.count) different names in all; they are no rows of one table"), line: line)
    }
    let rows = flat.map { members, line in
      var cells = [String](repeating: "", count: names.count)
      for member in members { cells[places[member.key]!] = Self.cell(member.value) }
      return DelimitedText.Row(line: line, cells: cells)
    }
    var file = file
    file.options.hasHeader = true
    let table = [DelimitedText.Row(line: line, cells: names)] + rows
    return entries + (try PlainTable.entries(inRows: table[...], file: file, ids: &ids))
  }

  /// The most cells that flat objects may make.
  private static let cellLimit = 1 << 24

  private func isFlat(_ members: [JSONValue.Member]) -> Bool {
    let ours: Set<String> = ["id", "conceptID", "terms"]
    return members.contains { !ours.contains($0.key) } && !members.contains { $0.key == "terms" }
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let values): CellList.values.joined(values.map(cell))
    case .bool(let flag): flag ? "yes" : "no"
    default: value.compact
    }
  }

  // MARK: Our own

  private func entry(from members: [JSONValue.Member], line: Int) throws(InputError) -> ConceptEntry {
    var entry = ConceptEntry(id: "", terms: [])
    for member in members {
      switch (member.key, member.value) {
      case (_, .null): break
      case ("id", .string(let text)), ("conceptID", .string(let text)): entry.id = text
      case ("subjectField", .string(let text)): entry.subjectField = text
      case ("type", .string(let text)): entry.type = text
      case ("definition", .string(let text)): entry.definition = text
      case ("definitionSource", .string(let text)): entry.definitionSource = text
      case ("note", .string(let text)): entry.note = text
      case ("source", .string(let text)): entry.source = text
      case ("customer", .string(let text)): entry.customer = text
      case ("project", .string(let text)): entry.project = text
      case ("doNotTranslate", .bool(let flag)): entry.doNotTranslate = flag
      case ("review", .string(let text)): entry.review = try choice(text, "a review status", line)
      case ("terms", .array(let values)): for value in values { entry.terms.append(try term(from: value, line: line)) }
      case ("languageDefinitions", .array(let values)):
        for value in values { entry.languageDefinitions.append(try definition(from: value, line: line)) }
      case ("relations", .array(let values)):
        for value in values { entry.relations.append(try relation(from: value, line: line)) }
      case ("references", .array(let values)):
        for value in values { entry.references.append(try reference(from: value, line: line)) }
      case ("extra", .array(let values)): for value in values { entry.extra.append(try field(from: value, line: line)) }
      case (let name, _) where Self.known.contains(name): throw wrongType(name, line)
      case (let name, .string(let text)): entry.extra.append(.init(name: name, value: text))
      case (let name, let other): entry.extra.append(.init(name: name, value: other.compact))
      }
    }
    return entry
  }

  private static let known: Set<String> = [
    "id", "conceptID", "subjectField", "type", "definition", "definitionSource", "languageDefinitions", "note",
    "source", "customer", "project", "doNotTranslate", "review", "terms", "relations", "references", "extra",
  ]

  private func wrongType(_ name: String, _ line: Int) -> InputError {
    file.error(.malformed("“\(name)” is of the wrong type"), line: line)
  }

  private func term(from value: JSONValue, line: Int) throws(InputError) -> Term {
    let fields = try Fields(value, of: "a term", lists: ["contexts", "extra"], line: line, file: file)
    let further = fields.strings.keys.filter { !Self.knownOfTerms.contains($0) }.sorted()
    guard let text = fields.strings["text"], !text.isEmpty else {
      throw file.error(.missingValue(column: "text"), line: line)
    }
    var term = Term(language: try language(fields, line: line), text: text)
    if let name = fields.strings["status"] { term.status = try choice(name, "an administrative status", line) }
    term.pinyin = fields.strings["pinyin"]
    term.partOfSpeech = fields.strings["partOfSpeech"]
    term.region = fields.strings["region"]
    if let name = fields.strings["type"] { term.type = try choice(name, "a type of terms", line) }
    if let name = fields.strings["gender"] { term.gender = try choice(name, "a gender", line) }
    if let name = fields.strings["caseRule"] { term.caseRule = try choice(name, "a rule of case", line) }
    if let name = fields.strings["matchRule"] { term.matchRule = try choice(name, "a rule of matching", line) }
    term.note = fields.strings["note"]
    term.source = fields.strings["source"]
    for value in fields.lists["contexts"] ?? [] {
      let parts = try told(
        Fields(value, of: "a context", line: line, file: file), ["text", "translation", "source"], line)
      guard let text = parts["text"] else { throw file.error(.missingValue(column: "text"), line: line) }
      term.contexts.append(.init(text: text, translation: parts["translation"], source: parts["source"]))
    }
    for value in fields.lists["extra"] ?? [] { term.extra.append(try field(from: value, line: line)) }
    for name in further { term.extra.append(.init(name: name, value: fields.strings[name] ?? "")) }
    return term
  }

  private static let knownOfTerms: Set<String> = [
    "text", "language", "status", "pinyin", "partOfSpeech", "region", "type", "gender", "caseRule", "matchRule", "note",
    "source",
  ]

  private func language(_ fields: Fields, line: Int) throws(InputError) -> TermLanguage {
    guard let tag = fields.strings["language"], let language = TermLanguage(tag: tag) else {
      throw file.error(
        .malformed("“\(fields.strings["language"] ?? "")” is not a language of terms (zh-Hans, zh-Hant, en)"),
        line: line)
    }
    return language
  }

  private func definition(from value: JSONValue, line: Int) throws(InputError) -> LanguageDefinition {
    let fields = try Fields(value, of: "a definition", line: line, file: file)
    _ = told(fields, ["text", "language", "source"], line)
    guard let text = fields.strings["text"] else { throw file.error(.missingValue(column: "text"), line: line) }
    return .init(language: try language(fields, line: line), text: text, source: fields.strings["source"])
  }

  private func relation(from value: JSONValue, line: Int) throws(InputError) -> ConceptRelation {
    let fields = try told(Fields(value, of: "a relation", line: line, file: file), ["kind", "target", "note"], line)
    guard let target = fields["target"] else { throw file.error(.missingValue(column: "target"), line: line) }
    return .init(try choice(fields["kind"] ?? "", "a kind of relation", line), target: target, note: fields["note"])
  }

  private func reference(from value: JSONValue, line: Int) throws(InputError) -> Reference {
    let fields = try told(Fields(value, of: "a reference", line: line, file: file), ["kind", "target", "label"], line)
    guard let target = fields["target"] else { throw file.error(.missingValue(column: "target"), line: line) }
    return .init(try choice(fields["kind"] ?? "", "a kind of reference", line), target: target, label: fields["label"])
  }

  private func field(from value: JSONValue, line: Int) throws(InputError) -> ExtraField {
    let fields = try told(Fields(value, of: "a further field", line: line, file: file), ["name", "value"], line)
    guard let name = fields["name"] else { throw file.error(.missingValue(column: "name"), line: line) }
    return .init(name: name, value: fields["value"] ?? "")
  }

  /// The strings of an object, and a remark on those that have no place.
  private func told(_ fields: Fields, _ known: Set<String>, _ line: Int) -> [String: String] {
    for name in fields.strings.keys.sorted() where !known.contains(name) { file.remarks.add(.field(name), line: line) }
    return fields.strings
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ what: String, _ line: Int
  ) throws(InputError) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: name) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw file.error(.malformed("“\(name)” is not \(what) (\(known))"), line: line)
  }

  /// The members of an object: strings, and lists where they may be.
  private struct Fields {
    var strings: [String: String] = [:]
    var lists: [String: [JSONValue]] = [:]

    init(
      _ value: JSONValue, of what: String, lists allowed: Set<String> = [], line: Int, file: GlossaryFile
    ) throws(InputError) {
      guard case .object(let members) = value else {
        throw file.error(.malformed("\(what) must be an object"), line: line)
      }
      for member in members {
        switch member.value {
        case .string(let text): strings[member.key] = text
        case .array(let values) where allowed.contains(member.key): lists[member.key] = values
        case .null: break
        default: throw file.error(.malformed("“\(member.key)” of \(what) must be a string"), line: line)
        }
      }
    }
  }
}
