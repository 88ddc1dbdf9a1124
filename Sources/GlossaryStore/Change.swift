import Terminology

/// Who changes something, and when: given from outside, since the store knows neither.
public struct ChangeOrigin: Hashable, Sendable {
  /// The name of a person or program; nil where nobody said.
  public var who: String?
  /// The time in UTC as ISO 8601 has it: `2026-03-01T09:30:00Z`.
  public var time: String
  /// What it was done from: the path of an imported file.
  public var note: String?

  public init(who: String? = nil, time: String, note: String? = nil) {
    self.who = who
    self.time = time
    self.note = note
  }
}

/// One step of the history of a database: an edit, or a whole import.
public struct Change: Hashable, Sendable, Identifiable {
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case add
    case edit
    case remove
    case `import`
    case merge
    /// Another rank for a glossary.
    case rank
    /// Evidence from an alignment: see ``GlossaryStore/record(_:by:)``.
    case record
    case undo
  }

  /// Counts up from 1.
  public let id: Int64
  public let origin: ChangeOrigin
  public let action: Action
  /// The name of the glossary; empty for evidence, which belongs to none.
  public let glossary: String
  /// How many concepts it touched, or was evidence recorded of.
  public let entryCount: Int
  /// The change that it took back.
  public let undoes: Int64?
  /// Whether it was taken back, and not done again since.
  public let isUndone: Bool
}

/// What a change did to one concept.
public struct EntryChange: Hashable, Sendable {
  public let change: Change
  public let conceptID: ConceptEntry.ID
  /// Nil for a concept that was not there.
  public let before: ConceptEntry?
  /// Nil for a concept that was removed.
  public let after: ConceptEntry?
}
