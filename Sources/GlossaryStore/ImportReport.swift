/// What an import did, or would do.
public struct ImportReport: Hashable, Sendable, Codable {
  /// Concepts that were not there before.
  public var added = 0
  /// Concepts that gained or changed something.
  public var updated = 0
  /// Concepts that were there already, just so.
  public var skipped = 0
  /// Stored values that gave way to other ones, in the order of the entries.
  public var conflicts: [ImportConflict] = []
  /// The ids of entries that cannot be stored: those without a single term, and those with U+0000 in them.
  public var rejected: [String] = []

  public init() {}
}

/// A stored value that an imported entry contradicts.
///
/// The imported value is the one that is kept.
public struct ImportConflict: Hashable, Sendable, Codable {
  public var conceptID: String
  /// The field's name as in the plain table; for a term's status, `status of “the term”`.
  public var field: String
  public var stored: String
  public var imported: String

  public init(conceptID: String, field: String, stored: String, imported: String) {
    self.conceptID = conceptID
    self.field = field
    self.stored = stored
    self.imported = imported
  }
}
