import Terminology

/// How an import finds the stored concept that an entry belongs to.
public enum ImportMatching: String, Hashable, Sendable, CaseIterable {
  /// By its id alone.
  case id
  /// By its id, else by its terms: one concept shares a Chinese and an English one.
  case concept
  /// By its id, else by one term: one concept has the same Chinese one (the same English one where there is no Chinese).
  case term
}

/// What an import may be told beside its entries.
public struct ImportOptions: Hashable, Sendable {
  public var matching: ImportMatching
  /// Whether a stored value stays where the import contradicts it.
  public var keepsStored: Bool
  /// Whether the report lists every concept that was added or changed, before and after.
  public var listsChanges: Bool

  public init(matching: ImportMatching = .id, keepsStored: Bool = false, listsChanges: Bool = false) {
    self.matching = matching
    self.keepsStored = keepsStored
    self.listsChanges = listsChanges
  }
}

/// What is imported as one change: the entries of a file.
public struct ImportPart {
  /// How many entries to expect, about: many new ones are written in another way.
  public var expectedCount: Int
  /// Who imports, for the history; nil for data of the program, of which no history is kept.
  public var origin: ChangeOrigin?
  /// Gives each entry, made ready by an indexer of the store, to `take`; what it throws ends the import, and nothing has
  /// changed.
  public var giveEntries: (_ take: (IndexedEntry) throws -> Void) throws -> Void

  public init(
    expecting count: Int, by origin: ChangeOrigin?,
    _ giveEntries: @escaping (_ take: (IndexedEntry) throws -> Void) throws -> Void
  ) {
    expectedCount = count
    self.origin = origin
    self.giveEntries = giveEntries
  }
}

/// What an import did, or would do.
public struct ImportReport: Hashable, Sendable {
  /// Concepts that were not there before.
  public var added = 0
  /// Concepts that gained or changed something.
  public var updated = 0
  /// Concepts that were there already, just so.
  public var skipped = 0
  /// Stored values that the import contradicts, in the order of the entries.
  public var conflicts: [ImportConflict] = []
  /// Entries that cannot be stored, in their order.
  public var rejected: [ImportRejection] = []
  /// Entries that could belong to several stored concepts, and were added as new ones.
  public var ambiguous: [ImportAmbiguity] = []
  /// The concepts that were added or changed, where ``ImportOptions/listsChanges`` asks for them.
  public var changes: [ImportedEntry] = []
  /// The number of the change in the history; nil where nothing changed or no history was asked for.
  public var change: Int64?

  public init() {}
}

/// A concept that an import added or changed.
public struct ImportedEntry: Hashable, Sendable {
  /// Nil for a new one.
  public var before: ConceptEntry?
  public var after: ConceptEntry
}

/// A stored value that an imported entry contradicts.
public struct ImportConflict: Hashable, Sendable, Codable {
  public var conceptID: String
  /// The field's name as in the plain table; for a term's status, `status of “the term”`.
  public var field: String
  public var stored: String
  public var imported: String
  /// Whether the stored value stays; else the imported one has taken its place.
  public var isStoredKept: Bool

  public init(conceptID: String, field: String, stored: String, imported: String, isStoredKept: Bool = false) {
    self.conceptID = conceptID
    self.field = field
    self.stored = stored
    self.imported = imported
    self.isStoredKept = isStoredKept
  }
}

/// An entry that cannot be stored.
public struct ImportRejection: Hashable, Sendable, Codable {
  public enum Reason: String, Hashable, Sendable, Codable {
    case noTerm
    /// Some text holds U+0000, at which SQLite would cut it off.
    case nullCharacter
  }

  public var conceptID: String
  public var reason: Reason

  public init(conceptID: String, _ reason: Reason) {
    self.conceptID = conceptID
    self.reason = reason
  }
}

/// An entry that shares its terms with several stored concepts.
public struct ImportAmbiguity: Hashable, Sendable, Codable {
  public var conceptID: String
  /// The ids of the stored concepts, sorted.
  public var candidates: [String]
}
