import Terminology

/// Merging an imported entry into a stored one.
///
/// What the import does not say stays as it is: an absent field never erases a stored one, and a term that the import
/// does not list is kept. A field with its usual value (an approved entry, the usual rule of matching) counts as absent.
/// What the import says otherwise is a conflict: it wins, unless the stored one is to be kept.
struct EntryMerge {
  private(set) var entry: ConceptEntry
  private var log: ConflictLog
  private var places: TermPlaces

  /// What the two contradict each other in, in the order of the fields.
  var conflicts: [ImportConflict] { log.conflicts }

  /// Merges `incoming` into `stored`.
  init(_ incoming: ConceptEntry, into stored: ConceptEntry, keepingStored keepsStored: Bool = false) {
    entry = stored
    places = TermPlaces(stored.terms)
    log = ConflictLog(conceptID: stored.id, keepsStored: keepsStored)
    log.merge("subject_field", &entry.subjectField, incoming.subjectField)
    log.merge("type", &entry.type, incoming.type)
    log.merge("definition", &entry.definition, incoming.definition)
    log.merge("definition_source", &entry.definitionSource, incoming.definitionSource)
    log.merge("note", &entry.note, incoming.note)
    log.merge("source", &entry.source, incoming.source)
    log.merge("customer", &entry.customer, incoming.customer)
    log.merge("project", &entry.project, incoming.project)
    log.merge("review", &entry.review, incoming.review, usually: .approved)
    if incoming.doNotTranslate { entry.doNotTranslate = true }
    mergeDefinitions(incoming.languageDefinitions)
    log.merge(&entry.relations, incoming.relations) {
      $0.kind == $1.kind && $0.target == $1.target
    } details: { log, stored, relation in
      log.merge("note of \(relation.kind.rawValue) \(relation.target)", &stored.note, relation.note)
    }
    log.merge(&entry.references, incoming.references) {
      $0.kind == $1.kind && $0.target == $1.target
    } details: { log, stored, reference in
      log.merge("label of \(reference.target)", &stored.label, reference.label)
    }
    log.merge("", &entry.extra, incoming.extra)
    for term in incoming.terms { mergeTerm(term) }
    demotePreferredTerms(notIn: incoming)
  }

  /// The entry with terms that it lists twice merged into one; everything else as it is.
  static func withoutRepeatedTerms(_ entry: ConceptEntry) -> ConceptEntry {
    guard entry.hasRepeatedTerms else { return entry }
    var single = entry
    single.terms = []
    return EntryMerge(ConceptEntry(id: entry.id, terms: entry.terms), into: single).entry
  }

  // MARK: Lists

  /// Definitions of one language: two that differ are a conflict where each side has but one.
  private mutating func mergeDefinitions(_ incoming: [LanguageDefinition]) {
    for definition in incoming where !entry.languageDefinitions.contains(definition) {
      let language = definition.language
      let stored = entry.languageDefinitions.indices.filter { entry.languageDefinitions[$0].language == language }
      let name = "definition (\(language.rawValue))"
      if let same = stored.first(where: { entry.languageDefinitions[$0].text == definition.text }) {
        log.merge("\(name) source", &entry.languageDefinitions[same].source, definition.source)
      } else if stored.count == 1, incoming.count(where: { $0.language == language }) == 1 {
        if log.takes(name, entry.languageDefinitions[stored[0]].text, definition.text) {
          entry.languageDefinitions[stored[0]] = definition
        }
      } else {
        entry.languageDefinitions.append(definition)
      }
    }
  }

  // MARK: Terms

  private mutating func mergeTerm(_ incoming: Term) {
    guard let index = places.first(sameAs: incoming, in: entry.terms) else {
      places.add(incoming, at: entry.terms.count)
      entry.terms.append(incoming)
      return
    }
    var term = entry.terms[index]
    let name = "of “\(incoming.text)”"
    if term.status != incoming.status, log.takes("status \(name)", term.status.rawValue, incoming.status.rawValue) {
      term.status = incoming.status
    }
    log.merge("pinyin \(name)", &term.pinyin, incoming.pinyin)
    log.merge("pos \(name)", &term.partOfSpeech, incoming.partOfSpeech)
    log.merge("region \(name)", &term.region, incoming.region)
    log.merge("type \(name)", &term.type, incoming.type)
    log.merge("gender \(name)", &term.gender, incoming.gender)
    log.merge("case \(name)", &term.caseRule, incoming.caseRule, usually: .smart)
    log.merge("match \(name)", &term.matchRule, incoming.matchRule, usually: .inflected)
    log.merge("note \(name)", &term.note, incoming.note)
    log.merge("source \(name)", &term.source, incoming.source)
    log.merge(&term.contexts, incoming.contexts) {
      $0.text == $1.text
    } details: { log, stored, context in
      log.merge("translation of “\(context.text)”", &stored.translation, context.translation)
      log.merge("source of “\(context.text)”", &stored.source, context.source)
    }
    log.merge("“\(incoming.text)”: ", &term.extra, incoming.extra)
    entry.terms[index] = term
  }

  /// A stored preferred term gives way when the import prefers others in its language: it becomes an admitted one.
  ///
  /// Where the stored one is to be kept, the imported ones become admitted instead.
  private mutating func demotePreferredTerms(notIn incoming: ConceptEntry) {
    let wanted = incoming.terms.filter { $0.status == .preferred }
    if wanted.isEmpty { return }
    let wantedPlaces = TermPlaces(wanted)
    let isWanted = { (term: Term) in wantedPlaces.first(sameAs: term, in: wanted) != nil }
    // The languages in which the stored terms stay the preferred ones.
    var demoted: Set<TermLanguage> = []
    for index in entry.terms.indices where entry.terms[index].status == .preferred {
      let term = entry.terms[index]
      guard let first = wanted.first(where: { $0.language == term.language }), !isWanted(term) else { continue }
      if log.takes("preferred \(term.language.rawValue)", term.text, first.text) {
        entry.terms[index].status = .admitted
      } else {
        demoted.insert(term.language)
      }
    }
    for (index, term) in entry.terms.enumerated() where demoted.contains(term.language) && isWanted(term) {
      entry.terms[index].status = .admitted
    }
  }
}

/// The conflicts of a merge, and the rule by which its values are merged.
private struct ConflictLog {
  let conceptID: ConceptEntry.ID
  let keepsStored: Bool
  private(set) var conflicts: [ImportConflict] = []

  init(conceptID: ConceptEntry.ID, keepsStored: Bool) {
    self.conceptID = conceptID
    self.keepsStored = keepsStored
  }

  mutating func merge(_ name: String, _ stored: inout String?, _ value: String?) {
    guard let value, value != stored else { return }
    if let old = stored, !takes(name, old, value) { return }
    stored = value
  }

  mutating func merge<Value: RawRepresentable & Equatable>(
    _ name: String, _ stored: inout Value, _ value: Value, usually usual: Value
  ) where Value.RawValue == String {
    guard value != usual, value != stored else { return }
    if stored != usual, !takes(name, stored.rawValue, value.rawValue) { return }
    stored = value
  }

  mutating func merge<Value: RawRepresentable & Equatable>(
    _ name: String, _ stored: inout Value?, _ value: Value?
  ) where Value.RawValue == String {
    guard let value, value != stored else { return }
    if let old = stored, !takes(name, old.rawValue, value.rawValue) { return }
    stored = value
  }

  /// Notes a conflict; whether the imported value is to be taken.
  mutating func takes(_ field: String, _ stored: String, _ imported: String) -> Bool {
    conflicts.append(
      ImportConflict(
        conceptID: conceptID, field: field, stored: stored, imported: imported, isStoredKept: keepsStored))
    return !keepsStored
  }

  /// Fields of one name: two that differ are a conflict where each side has but one.
  mutating func merge(_ prefix: String, _ fields: inout [ExtraField], _ incoming: [ExtraField]) {
    if incoming.isEmpty { return }
    var known = Set(fields)
    var places = Dictionary(grouping: fields.indices) { fields[$0].name }
    let counts = Dictionary(incoming.map { ($0.name, 1) }, uniquingKeysWith: +)
    for field in incoming where known.insert(field).inserted {
      if let stored = places[field.name], stored.count == 1, counts[field.name] == 1 {
        if takes(prefix + field.name, fields[stored[0]].value, field.value) { fields[stored[0]].value = field.value }
      } else {
        places[field.name, default: []].append(fields.count)
        fields.append(field)
      }
    }
  }

  /// A list whose items are told apart by a part of them: of two that are the same by that, the details are merged.
  mutating func merge<Item: Equatable>(
    _ stored: inout [Item], _ incoming: [Item], same: (Item, Item) -> Bool,
    details: (_ log: inout ConflictLog, _ stored: inout Item, _ incoming: Item) -> Void
  ) {
    for item in incoming where !stored.contains(item) {
      if let place = stored.firstIndex(where: { same($0, item) }) {
        details(&self, &stored[place], item)
      } else {
        stored.append(item)
      }
    }
  }
}

extension Term {
  /// Whether two terms of one concept are the same one: by language and text, where they do not belong to different
  /// parts of the world.
  fileprivate func isSame(as other: Term) -> Bool {
    text == other.text && language == other.language
      && (region == other.region || region == nil || other.region == nil)
  }
}

/// Where the terms of a list stand, by language and text: an entry may have very many.
private struct TermPlaces {
  private struct Key: Hashable {
    let language: TermLanguage
    let text: String
  }

  private var places: [Key: [Int]] = [:]

  init(_ terms: [Term]) {
    for (place, term) in terms.enumerated() { add(term, at: place) }
  }

  mutating func add(_ term: Term, at place: Int) {
    places[Key(language: term.language, text: term.text), default: []].append(place)
  }

  /// The place of the first of the terms, whose places these are, that is the same as another.
  func first(sameAs term: Term, in terms: [Term]) -> Int? {
    places[Key(language: term.language, text: term.text)]?.first { terms[$0].isSame(as: term) }
  }
}

extension ConceptEntry {
  fileprivate var hasRepeatedTerms: Bool {
    // Nearly every entry has a handful of terms, which are compared in less time than a table is made.
    if terms.count < 8 {
      return terms.indices.contains { index in terms[..<index].contains { $0.isSame(as: terms[index]) } }
    }
    let places = TermPlaces(terms)
    return terms.indices.contains { places.first(sameAs: terms[$0], in: terms) != $0 }
  }
}
