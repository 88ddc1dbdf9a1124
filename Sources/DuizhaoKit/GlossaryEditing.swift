import GlossaryStore
import Terminology
import TextCore

/// Changes to a glossary database, each in its history: what `duizhao glossary add`, `edit`, `remove`, `rank` and `undo`
/// do.
///
/// What ships with the program, and dictionaries, are not changed: an edit of one of their concepts is made to a copy in
/// a glossary of your own, which stands before them.
public struct GlossaryEditing {
  /// Who changes something, and when.
  public var origin: ChangeOrigin
  /// The glossary that new concepts and copies go into.
  public var glossary: String

  public init(by origin: ChangeOrigin, glossary: String = GlossaryEditing.ownGlossary) {
    self.origin = origin
    self.glossary = glossary
  }

  /// The name of the glossary that is yours when you name none.
  public static let ownGlossary = "mine"

  /// Adds a concept and gives it back as it is stored.
  public func add(_ draft: EntryDraft, id: ConceptEntry.ID? = nil, in workspace: Workspace) throws -> ConceptEntry {
    var entry = ConceptEntry(id: id ?? "", terms: [])
    try draft.apply(to: &entry)
    let store = try workspace.editableStore()
    defer { store.close() }
    let target = try Self.target(glossary, in: store)
    if id == nil { entry.id = try EntryDraft.id(for: entry) { try store.entry(withID: $0) != nil } }
    try store.add(entry, to: target, by: origin)
    return try store.entry(withID: entry.id, in: glossary) ?? entry
  }

  /// Changes the concept of that id or with that term; gives it before and after, and the name of the glossary that it
  /// was copied from, where it was not yours.
  public func edit(
    _ name: String, _ draft: EntryDraft, in workspace: Workspace
  ) throws -> (before: ConceptEntry, after: ConceptEntry, copiedFrom: String?) {
    let store = try workspace.editableStore()
    defer { store.close() }
    let found = try Self.concept(named: name, in: store)
    if Self.isOwn(found.glossary) {
      let result = try store.edit(found.entry.id, in: found.glossary.name, by: origin) { try draft.apply(to: &$0) }
      return (result.before, result.after, nil)
    }
    var copy = found.entry
    try draft.apply(to: &copy)
    if copy == found.entry { return (copy, copy, nil) }
    try store.add(copy, to: try Self.target(glossary, in: store), by: origin)
    return (found.entry, copy, found.glossary.name)
  }

  /// Removes concepts by their ids or terms, as one change; gives them back.
  public func remove(_ names: [String], in workspace: Workspace) throws -> [ConceptEntry] {
    let store = try workspace.editableStore()
    defer { store.close() }
    let found = try names.map { try Self.concept(named: $0, in: store) }
    for (entry, glossary) in found where !Self.isOwn(glossary) {
      throw InputError(
        path: entry.id,
        .malformed("belongs to “\(glossary.name)”, which is not yours to change; forbid its terms with an edit instead")
      )
    }
    guard let first = found.first else { return [] }
    if let other = found.first(where: { $0.glossary.name != first.glossary.name }) {
      throw InputError(
        path: other.entry.id, .malformed("is in “\(other.glossary.name)”, not in “\(first.glossary.name)”"))
    }
    return try store.remove(entries: found.map(\.entry.id), from: first.glossary.name, by: origin)
  }

  /// Gives a glossary another rank: the lowest wins.
  public func rank(_ glossary: String, _ rank: Int, in workspace: Workspace) throws -> [GlossaryInfo] {
    let store = try workspace.editableStore()
    defer { store.close() }
    try store.setRank(rank, of: glossary, by: origin)
    return try store.glossaries()
  }

  /// Takes back one change, or the last ones; gives what was taken back, with what that did.
  /// - Parameter limit: The entries of a change that touched more of them are not listed.
  public func undo(
    last count: Int = 1, change: Change.ID? = nil, listingAtMost limit: Int, in workspace: Workspace
  ) throws -> [(change: Change, entries: [EntryChange])] {
    let store = try workspace.editableStore()
    defer { store.close() }
    let before = try store.history(limit: 1).first?.id ?? 0
    let undone = try change.map { [try store.undo(change: $0, by: origin)] } ?? store.undo(last: count, by: origin)
    return try undone.enumerated().map { index, change in
      (change, change.entryCount > limit ? [] : try store.entries(of: before + Int64(index) + 1))
    }
  }

  // MARK: Finding

  static func isOwn(_ glossary: GlossaryInfo) -> Bool {
    glossary.kind != .reference && glossary.name != CuratedGlossary.info.name
  }

  private static func target(_ name: String, in store: GlossaryStore) throws -> GlossaryInfo {
    // Your own terms stand before the ones that ship.
    let info = try store.glossaries().first { $0.name == name } ?? GlossaryInfo(name: name, rank: 50)
    guard isOwn(info) else {
      throw InputError(path: "--into", .malformed("“\(name)” is not yours to change; name a glossary of your own"))
    }
    return info
  }

  /// The concept of that id, or the one that has that very term, from the first glossary by rank.
  static func concept(
    named name: String, in store: GlossaryStore
  ) throws -> (entry: ConceptEntry, glossary: GlossaryInfo) {
    let glossaries = try store.glossaries()
    for glossary in glossaries {
      if let entry = try store.entry(withID: name, in: glossary.name) { return (entry, glossary) }
    }
    let matches = try store.matches(for: LookupQuery(name, match: .exact, limit: 50))
    for glossary in glossaries {
      let found = matches.filter { $0.glossary == glossary.name }
      if found.count > 1 {
        let ids = found.map(\.entry.id).sorted().joined(separator: ", ")
        throw InputError(path: name, .malformed("is a term of several concepts; name one of them by its id: \(ids)"))
      }
      if let match = found.first { return (match.entry, glossary) }
    }
    throw InputError(path: name, .malformed("there is no concept with this id or term"))
  }
}

/// Reads the history of a glossary database: what `duizhao glossary history` does.
public struct GlossaryHistory {
  public var limit: Int

  public init(limit: Int = 20) { self.limit = limit }

  /// The latest changes, newest first.
  public func changes(in workspace: Workspace) throws -> [Change] {
    try workspace.storeWithHistory().history(limit: limit)
  }

  /// What one change did.
  public func entries(of change: Change.ID, in workspace: Workspace) throws -> [EntryChange] {
    let store = try workspace.storeWithHistory()
    let entries = try store.entries(of: change)
    if entries.isEmpty, try !store.history(limit: .max).contains(where: { $0.id == change }) {
      throw StoreError(path: store.path, .unknownChange(change))
    }
    return Array(entries.prefix(limit))
  }

  /// The changes to the concept of that id or with that term, newest first; also of one that was removed, by its id.
  public func changes(to name: String, in workspace: Workspace) throws -> [EntryChange] {
    let store = try workspace.storeWithHistory()
    let changes = try store.history(of: name)
    if !changes.isEmpty { return Array(changes.prefix(limit)) }
    let concept = try GlossaryEditing.concept(named: name, in: store)
    return Array(try store.history(of: concept.entry.id).prefix(limit))
  }
}

extension Workspace {
  /// The database to change: the one that was named, else the user's own.
  /// - Throws: ``InputError`` for a named file that is no database.
  func editableStore() throws -> GlossaryStore {
    guard let path = try namedDatabase() else { return try writableUserStore() }
    return try GlossaryStore.open(path: path, mode: .readWrite, pinyinOf: writtenPinyin)
  }

  /// The database whose history is asked for: the one that was named, else the user's own.
  func storeWithHistory() throws -> GlossaryStore {
    guard let path = try namedDatabase() else { return try userStore() }
    return try GlossaryStore.open(path: path, mode: .readOnly)
  }
}
