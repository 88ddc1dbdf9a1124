/// Which of the tables for lists hold rows of a concept: `concept.parts`.
struct EntryParts: OptionSet, Hashable {
  let rawValue: Int

  static let extra = EntryParts(rawValue: 1)
  static let languageDefinitions = EntryParts(rawValue: 2)
  static let relations = EntryParts(rawValue: 4)
  static let references = EntryParts(rawValue: 8)
  static let contexts = EntryParts(rawValue: 16)
  static let termExtra = EntryParts(rawValue: 32)

  /// Each part with its table.
  static let tables: [(part: EntryParts, table: String)] = [
    (.extra, "concept_extra"), (.languageDefinitions, "language_definition"), (.relations, "relation"),
    (.references, "concept_reference"), (.contexts, "usage_context"), (.termExtra, "term_extra"),
  ]
}
