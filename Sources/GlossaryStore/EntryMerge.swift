import Terminology

/// Merging an imported entry into the stored one of the same id.
///
/// What the import does not say stays as it is: an absent field never erases a stored one, and a term that the import
/// does not list is kept. What it says otherwise wins, and is reported as a conflict.
struct EntryMerge {
  private(set) var entry: ConceptEntry
  private(set) var conflicts: [ImportConflict] = []

  /// Merges `incoming` into `stored`.
  init(_ incoming: ConceptEntry, into stored: ConceptEntry) {
    entry = stored
    merge("subject_field", \.subjectField, incoming.subjectField)
    merge("type", \.type, incoming.type)
    merge("definition", \.definition, incoming.definition)
    merge("note", \.note, incoming.note)
    merge("source", \.source, incoming.source)
    if incoming.doNotTranslate { entry.doNotTranslate = true }
    for field in incoming.extra { mergeExtra(field) }
    for term in incoming.terms { mergeTerm(term) }
    demotePreferredTerms(notIn: incoming)
  }

  private mutating func merge(_ name: String, _ path: WritableKeyPath<ConceptEntry, String?>, _ value: String?) {
    guard let value, value != entry[keyPath: path] else { return }
    if let stored = entry[keyPath: path] { note(name, stored, value) }
    entry[keyPath: path] = value
  }

  private mutating func mergeExtra(_ field: ExtraField) {
    guard let index = entry.extra.firstIndex(where: { $0.name == field.name }) else {
      entry.extra.append(field)
      return
    }
    if entry.extra[index].value == field.value { return }
    note(field.name, entry.extra[index].value, field.value)
    entry.extra[index].value = field.value
  }

  private mutating func mergeTerm(_ term: Term) {
    guard let index = entry.terms.firstIndex(where: { $0.language == term.language && $0.text == term.text }) else {
      entry.terms.append(term)
      return
    }
    let stored = entry.terms[index]
    if stored.status != term.status {
      note("status of “\(term.text)”", stored.status.rawValue, term.status.rawValue)
      entry.terms[index].status = term.status
    }
    if let pinyin = term.pinyin, pinyin != stored.pinyin {
      if let old = stored.pinyin { note("pinyin of “\(term.text)”", old, pinyin) }
      entry.terms[index].pinyin = pinyin
    }
    if let part = term.partOfSpeech, part != stored.partOfSpeech {
      if let old = stored.partOfSpeech { note("pos of “\(term.text)”", old, part) }
      entry.terms[index].partOfSpeech = part
    }
  }

  /// A stored preferred term gives way when the import prefers others in its language: it becomes an admitted one.
  private mutating func demotePreferredTerms(notIn incoming: ConceptEntry) {
    for index in entry.terms.indices where entry.terms[index].status == .preferred {
      let term = entry.terms[index]
      let wanted = incoming.terms.filter { $0.language == term.language && $0.status == .preferred }
      guard let first = wanted.first, !wanted.contains(where: { $0.text == term.text }) else { continue }
      note("preferred \(term.language.rawValue)", term.text, first.text)
      entry.terms[index].status = .admitted
    }
  }

  private mutating func note(_ field: String, _ stored: String, _ imported: String) {
    conflicts.append(ImportConflict(conceptID: entry.id, field: field, stored: stored, imported: imported))
  }
}
