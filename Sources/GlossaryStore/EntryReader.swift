import GRDB
import Terminology

/// Makes entries from rows.
enum EntryReader {
  private static let conceptColumns = """
    id, entry_id, subject_field, type, definition, note, source, do_not_translate, definition_source, review, customer,
    project, parts
    """
  private static let termColumns = """
    concept_id, language, text, status, pinyin, part_of_speech, region, type, gender, case_rule, match_rule, note, source
    """

  private static let oneConcept = "SELECT \(conceptColumns) FROM concept WHERE id = ?"
  private static let itsTerms = "SELECT \(termColumns) FROM term WHERE concept_id = ? ORDER BY position"

  // MARK: One entry

  /// One entry by its row id; nil when there is none.
  static func entry(_ id: Int64, database: Database) throws -> ConceptEntry? {
    var found: ConceptEntry?
    var parts: EntryParts = []
    try HotStatement(oneConcept, in: database).forEachRow([.integer(id)]) { row in
      found = entry(from: row)
      parts = EntryParts(rawValue: Int(row.integer(12)))
      return false
    }
    guard var entry = found else { return nil }
    try HotStatement(itsTerms, in: database).forEachRow([.integer(id)]) { row in
      entry.terms.append(term(from: row))
      return true
    }
    for (part, table) in EntryParts.tables where parts.contains(part) {
      let rows = try HotStatement(
        "SELECT * FROM \(table) WHERE concept_id = ? ORDER BY \(order(of: part))", in: database)
      try rows.forEachRow([.integer(id)]) { row in
        append(row, of: part, to: &entry)
        return true
      }
    }
    return entry
  }

  /// The row id of an entry of a glossary; nil when there is none.
  static func row(of id: ConceptEntry.ID, in glossary: Int64, database: Database) throws -> Int64? {
    try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT id FROM concept WHERE glossary_id = ? AND entry_id = ?"),
      arguments: [glossary, id])
  }

  // MARK: All entries

  /// All entries of a glossary, in the order of their ids.
  static func entries(in glossary: Int64, database: Database) throws -> [ConceptEntry] {
    try rows(in: glossary, database: database).sorted { $0.entry.id.utf8.lexicographicallyPrecedes($1.entry.id.utf8) }
      .map(\.entry)
  }

  /// All entries of a glossary with their row ids, in the order of these.
  ///
  /// A pass over each table that has something of them.
  static func rows(in glossary: Int64, database: Database) throws -> [(id: Int64, entry: ConceptEntry)] {
    var result: [(id: Int64, entry: ConceptEntry)] = []
    var parts: EntryParts = []
    let concepts = try HotStatement(
      "SELECT \(conceptColumns) FROM concept WHERE glossary_id = ? ORDER BY id", in: database)
    try concepts.forEachRow([.integer(glossary)]) { row in
      result.append((row.integer(0), entry(from: row)))
      parts.formUnion(EntryParts(rawValue: Int(row.integer(12))))
      return true
    }
    try scan("\(termColumns) FROM term", order: "concept_id, position", glossary, &result, database) { row, entry in
      entry.terms.append(term(from: row))
    }
    for (part, table) in EntryParts.tables where parts.contains(part) {
      let order = "concept_id, \(order(of: part))"
      try scan("* FROM \(table)", order: order, glossary, &result, database) { row, entry in
        append(row, of: part, to: &entry)
      }
    }
    return result
  }

  /// Walks over the rows of a table that belong to a glossary, in step with its entries.
  ///
  /// The first column of a row is that of the concept.
  private static func scan(
    _ selection: String, order: String, _ glossary: Int64, _ entries: inout [(id: Int64, entry: ConceptEntry)],
    _ database: Database, _ take: (HotStatement.Row, inout ConceptEntry) -> Void
  ) throws {
    let rows = try HotStatement(
      "SELECT \(selection) WHERE concept_id IN (SELECT id FROM concept WHERE glossary_id = ?) ORDER BY \(order)",
      in: database)
    var index = 0
    try rows.forEachRow([.integer(glossary)]) { row in
      let concept = row.integer(0)
      while index < entries.count, entries[index].id < concept { index += 1 }
      if index < entries.count, entries[index].id == concept { take(row, &entries[index].entry) }
      return true
    }
  }

  // MARK: Rows

  private static func entry(from row: HotStatement.Row) -> ConceptEntry {
    ConceptEntry(
      id: row.text(1), subjectField: row.optionalText(2), type: row.optionalText(3), terms: [],
      definition: row.optionalText(4), definitionSource: row.optionalText(8), note: row.optionalText(5),
      source: row.optionalText(6), doNotTranslate: row.integer(7) != 0,
      review: value(row.optionalText(9), usually: .approved), customer: row.optionalText(10),
      project: row.optionalText(11))
  }

  private static func term(from row: HotStatement.Row) -> Term {
    Term(
      language: value(row.text(1), usually: .english), text: row.text(2),
      status: value(row.text(3), usually: .preferred), pinyin: row.optionalText(4),
      partOfSpeech: row.optionalText(5), region: row.optionalText(6), type: optional(row.optionalText(7)),
      gender: optional(row.optionalText(8)), caseRule: value(row.optionalText(9), usually: .smart),
      matchRule: value(row.optionalText(10), usually: .inflected), note: row.optionalText(11),
      source: row.optionalText(12))
  }

  private static func order(of part: EntryParts) -> String {
    part == .contexts || part == .termExtra ? "term, position" : "position"
  }

  /// Adds a row of a table for lists, all of its columns, to the entry it belongs to.
  private static func append(_ row: HotStatement.Row, of part: EntryParts, to entry: inout ConceptEntry) {
    switch part {
    case .extra: entry.extra.append(ExtraField(name: row.text(2), value: row.text(3)))
    case .languageDefinitions:
      entry.languageDefinitions.append(
        LanguageDefinition(
          language: value(row.text(2), usually: .english), text: row.text(3), source: row.optionalText(4)))
    case .relations:
      entry.relations.append(
        ConceptRelation(value(row.text(2), usually: .related), target: row.text(3), note: row.optionalText(4)))
    case .references:
      entry.references.append(
        Reference(value(row.text(2), usually: .page), target: row.text(3), label: row.optionalText(4)))
    default:
      let term = Int(row.integer(1))
      guard entry.terms.indices.contains(term) else { return }
      if part == .contexts {
        entry.terms[term].contexts.append(
          UsageContext(text: row.text(3), translation: row.optionalText(4), source: row.optionalText(5)))
      } else {
        entry.terms[term].extra.append(ExtraField(name: row.text(3), value: row.text(4)))
      }
    }
  }

  /// The value of an enumeration, which is not stored where it is the usual one.
  private static func value<Value: RawRepresentable>(_ text: String?, usually usual: Value) -> Value
  where Value.RawValue == String { text.flatMap { Value(rawValue: $0) } ?? usual }

  private static func optional<Value: RawRepresentable>(_ text: String?) -> Value? where Value.RawValue == String {
    text.flatMap { Value(rawValue: $0) }
  }
}
