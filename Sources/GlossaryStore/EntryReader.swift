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

  // MARK: One entry

  /// One entry by its row id; nil when there is none.
  static func entry(_ id: Int64, database: Database) throws -> ConceptEntry? {
    let concept = try database.cachedStatement(sql: "SELECT \(conceptColumns) FROM concept WHERE id = ?")
    guard let row = try Row.fetchOne(concept, arguments: [id]) else { return nil }
    var entry = entry(from: row)
    let terms = try database.cachedStatement(
      sql: "SELECT \(termColumns) FROM term WHERE concept_id = ? ORDER BY position")
    let termRows = try Row.fetchCursor(terms, arguments: [id])
    while let row = try termRows.next() { entry.terms.append(term(from: row)) }
    let parts = EntryParts(rawValue: row[12])
    for (part, table) in EntryParts.tables where parts.contains(part) {
      let statement = try database.cachedStatement(
        sql: "SELECT * FROM \(table) WHERE concept_id = ? ORDER BY \(order(of: part))")
      let rows = try Row.fetchCursor(statement, arguments: [id])
      while let row = try rows.next() { append(row, of: part, to: &entry) }
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
    let concepts = try Row.fetchCursor(
      database, sql: "SELECT \(conceptColumns) FROM concept WHERE glossary_id = ? ORDER BY id", arguments: [glossary])
    while let row = try concepts.next() {
      result.append((row[0], entry(from: row)))
      parts.formUnion(EntryParts(rawValue: row[12]))
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
    _ database: Database, _ take: (Row, inout ConceptEntry) -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(selection) WHERE concept_id IN (SELECT id FROM concept WHERE glossary_id = ?) ORDER BY \(order)
        """, arguments: [glossary])
    var index = 0
    while let row = try rows.next() {
      let concept: Int64 = row[0]
      while index < entries.count, entries[index].id < concept { index += 1 }
      if index < entries.count, entries[index].id == concept { take(row, &entries[index].entry) }
    }
  }

  // MARK: Rows

  private static func entry(from row: Row) -> ConceptEntry {
    ConceptEntry(
      id: row[1], subjectField: row[2], type: row[3], terms: [], definition: row[4], definitionSource: row[8],
      note: row[5], source: row[6], doNotTranslate: row[7], review: value(row[9], usually: .approved),
      customer: row[10], project: row[11])
  }

  private static func term(from row: Row) -> Term {
    Term(
      language: value(row[1], usually: .english), text: row[2], status: value(row[3], usually: .preferred),
      pinyin: row[4], partOfSpeech: row[5], region: row[6], type: optional(row[7]), gender: optional(row[8]),
      caseRule: value(row[9], usually: .smart), matchRule: value(row[10], usually: .inflected), note: row[11],
      source: row[12])
  }

  private static func order(of part: EntryParts) -> String {
    part == .contexts || part == .termExtra ? "term, position" : "position"
  }

  /// Adds a row of a table for lists, all of its columns, to the entry it belongs to.
  private static func append(_ row: Row, of part: EntryParts, to entry: inout ConceptEntry) {
    switch part {
    case .extra: entry.extra.append(ExtraField(name: row[2], value: row[3]))
    case .languageDefinitions:
      entry.languageDefinitions.append(
        LanguageDefinition(language: value(row[2], usually: .english), text: row[3], source: row[4]))
    case .relations:
      entry.relations.append(ConceptRelation(value(row[2], usually: .related), target: row[3], note: row[4]))
    case .references:
      entry.references.append(Reference(value(row[2], usually: .page), target: row[3], label: row[4]))
    default:
      let term: Int = row[1]
      guard entry.terms.indices.contains(term) else { return }
      if part == .contexts {
        entry.terms[term].contexts.append(UsageContext(text: row[3], translation: row[4], source: row[5]))
      } else {
        entry.terms[term].extra.append(ExtraField(name: row[3], value: row[4]))
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
