import Terminology

/// What an import comes to: which entries to write, and the report.
///
/// Works on values alone.
struct ImportPlan {
  /// An entry to write: a new one, or the new state of the one in `row`.
  struct Change {
    let row: Int64?
    let entry: ConceptEntry
  }

  /// The entries that are new or become different, in the order of the import.
  private(set) var changes: [Change] = []
  private(set) var report = ImportReport()

  /// Plans the import of `entries` over the stored ones.
  init(importing entries: [ConceptEntry], over stored: [(id: Int64, entry: ConceptEntry)]) {
    var states: [String: State] = [:]
    states.reserveCapacity(stored.count + entries.count)
    for (row, entry) in stored { states[entry.id] = State(row: row, stored: entry, entry: entry) }
    var order: [String] = []
    for entry in entries {
      if entry.terms.allSatisfy(\.text.isEmpty) || entry.hasNull {
        report.rejected.append(entry.id)
        continue
      }
      if states[entry.id] == nil {
        // Merged into nothing but its own name: that drops a term said twice.
        let empty = ConceptEntry(id: entry.id, terms: [])
        states[entry.id] = State(row: nil, stored: nil, entry: EntryMerge(entry, into: empty).entry)
      } else {
        let merge = EntryMerge(entry, into: states[entry.id]!.entry)
        report.conflicts += merge.conflicts
        states[entry.id]!.entry = merge.entry
      }
      if !states[entry.id]!.isTouched {
        states[entry.id]!.isTouched = true
        order.append(entry.id)
      }
    }
    for id in order { finish(states[id]!) }
  }

  private struct State {
    let row: Int64?
    let stored: ConceptEntry?
    var entry: ConceptEntry
    var isTouched = false
  }

  private mutating func finish(_ state: State) {
    if state.stored == state.entry {
      report.skipped += 1
      return
    }
    if state.stored == nil { report.added += 1 } else { report.updated += 1 }
    changes.append(Change(row: state.row, entry: state.entry))
  }
}

extension ConceptEntry {
  /// Whether some text holds U+0000, at which SQLite would cut it off.
  fileprivate var hasNull: Bool {
    let fields = [id, subjectField, type, definition, note, source]
    return fields.contains { $0?.utf8.contains(0) ?? false }
      || terms.contains { term in
        [term.text, term.pinyin, term.partOfSpeech].contains { $0?.utf8.contains(0) ?? false }
      } || extra.contains { $0.name.utf8.contains(0) || $0.value.utf8.contains(0) }
  }
}
