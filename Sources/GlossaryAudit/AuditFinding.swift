import Terminology
import TextCore

/// Something in a glossary that somebody should look at.
public struct AuditFinding: Hashable, Sendable {
  /// The check that saw it, `family/name`.
  public let check: String
  public let severity: Severity
  /// The concepts that it is about, in the order of the glossary; the first one is where it stands.
  public let conceptIDs: [ConceptEntry.ID]
  /// The term in question, or nil where it is about the whole concept.
  public let term: String?
  /// What is wrong, for people.
  public let message: String
}
