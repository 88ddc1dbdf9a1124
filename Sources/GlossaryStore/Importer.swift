import GRDB
import Terminology

/// Takes entries into a glossary one after another: finds the stored one, merges, writes, counts.
///
/// Holds nothing of the glossary in memory, so that an import of any size costs little.
struct Importer {
  private let glossary: Int64
  private let database: Database
  private let options: ImportOptions
  private let writer: EntryWriter
  /// The concepts of this import that were changed, by row id: each counts once.
  private var updated: Set<Int64> = []
  private var skipped: Set<Int64> = []
  /// The stored ids of entries that came under another one.
  private var storedIDs: [ConceptEntry.ID: ConceptEntry.ID] = [:]
  private(set) var report = ImportReport()

  init(into glossary: Int64, options: ImportOptions, writer: EntryWriter, database: Database) {
    self.glossary = glossary
    self.options = options
    self.writer = writer
    self.database = database
  }

  /// Takes in one entry.
  mutating func take(_ indexed: IndexedEntry) throws {
    let entry = indexed.entry
    if let reason = indexed.reasonToReject {
      report.rejected.append(ImportRejection(conceptID: entry.id, reason))
      return
    }
    // In a new glossary hardly any entry is there already: it is not looked for before it is written.
    let isExpected = writer.isGlossaryNew && options.matching == .id
    if !isExpected, let row = try storedRow(of: entry) { return try merge(entry, into: row) }
    let new = renamed(indexed.single)
    if try writer.insert(new, keys: indexed.keys) {
      report.added += 1
      if options.listsChanges { report.changes.append(ImportedEntry(before: nil, after: new)) }
    } else if let row = try storedRow(of: entry) {
      try merge(entry, into: row)
    }
  }

  private mutating func merge(_ entry: ConceptEntry, into row: Int64) throws {
    guard let stored = try EntryReader.entry(row, database: database) else { return }
    if stored.id != entry.id { storedIDs[entry.id] = stored.id }
    let merge = EntryMerge(renamed(entry), into: stored, keepingStored: options.keepsStored)
    report.conflicts += merge.conflicts
    let isNew = row >= writer.firstNewConcept
    if merge.entry == stored {
      if !isNew, !updated.contains(row) { skipped.insert(row) }
    } else {
      try writer.update(row, from: stored, to: merge.entry)
      if !isNew {
        skipped.remove(row)
        updated.insert(row)
      }
      if options.listsChanges { report.changes.append(ImportedEntry(before: stored, after: merge.entry)) }
    }
    report.updated = updated.count
    report.skipped = skipped.count
  }

  /// The entry with its relations pointing to where their concepts are stored.
  private func renamed(_ entry: ConceptEntry) -> ConceptEntry {
    if storedIDs.isEmpty || entry.relations.isEmpty { return entry }
    var entry = entry
    for index in entry.relations.indices {
      if let stored = storedIDs[entry.relations[index].target] { entry.relations[index].target = stored }
    }
    return entry
  }

  // MARK: Which concept

  private mutating func storedRow(of entry: ConceptEntry) throws -> Int64? {
    if let row = try EntryReader.row(of: entry.id, in: glossary, database: database) { return row }
    if options.matching == .id { return nil }
    let chinese = try rows(withTermsOf: entry) { $0.isChinese }
    let english = try rows(withTermsOf: entry) { !$0.isChinese }
    let found: Set<Int64>
    switch options.matching {
    case .term: found = entry.terms.contains { $0.language.isChinese } ? chinese : english
    default: found = chinese.intersection(english)
    }
    if found.count < 2 { return found.first }
    let candidates = try found.sorted().compactMap { try EntryReader.entry($0, database: database)?.id }
    report.ambiguous.append(ImportAmbiguity(conceptID: entry.id, candidates: candidates.sorted()))
    return nil
  }

  /// The concepts of the glossary that have one of the entry's terms in these languages.
  ///
  /// Wrong and outdated terms do not tell what a concept is.
  private func rows(withTermsOf entry: ConceptEntry, in isWanted: (TermLanguage) -> Bool) throws -> Set<Int64> {
    let statement = try database.cachedStatement(
      sql: """
        SELECT t.concept_id, t.language FROM term t CROSS JOIN concept c ON c.id = t.concept_id
        WHERE t.folded = ? AND c.glossary_id = ? AND t.status IN ('preferred', 'admitted')
        """)
    var result: Set<Int64> = []
    for term in entry.terms where isWanted(term.language) && term.isUsable {
      let rows = try Row.fetchCursor(statement, arguments: [SearchKeys.folded(term.text), glossary])
      while let row = try rows.next() {
        if TermLanguage(rawValue: row[1]).map(isWanted) ?? false { result.insert(row[0]) }
      }
    }
    return result
  }
}

extension ConceptEntry {
  /// Why the entry cannot be stored; nil when it can.
  var reasonToReject: ImportRejection.Reason? {
    if terms.allSatisfy(\.text.isEmpty) { return .noTerm }
    return hasNull ? .nullCharacter : nil
  }

  private var hasNull: Bool {
    if id.hasNull || subjectField.hasNull || type.hasNull || definition.hasNull || definitionSource.hasNull
      || note.hasNull || source.hasNull || customer.hasNull || project.hasNull
    {
      return true
    }
    return terms.contains(where: \.hasNull) || extra.hasNull
      || languageDefinitions.contains { $0.text.hasNull || $0.source.hasNull }
      || relations.contains { $0.target.hasNull || $0.note.hasNull }
      || references.contains { $0.target.hasNull || $0.label.hasNull }
  }
}

extension Term {
  fileprivate var hasNull: Bool {
    text.hasNull || pinyin.hasNull || partOfSpeech.hasNull || region.hasNull || note.hasNull || source.hasNull
      || contexts.contains { $0.text.hasNull || $0.translation.hasNull || $0.source.hasNull } || extra.hasNull
  }
}

extension [ExtraField] {
  fileprivate var hasNull: Bool { contains { $0.name.hasNull || $0.value.hasNull } }
}

extension String {
  /// Whether the text holds U+0000.
  fileprivate var hasNull: Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0)
  }
}

extension String? {
  fileprivate var hasNull: Bool { self?.hasNull ?? false }
}
