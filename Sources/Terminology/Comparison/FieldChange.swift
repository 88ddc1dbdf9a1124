/// One field in which two states of a concept differ.
public struct FieldChange: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What changed, as a reader names it: `definition`, `en “Taobao village”`, `en “Taobao village”: status`.
  public var field: String
  /// Nil where there was nothing.
  public var before: String?
  /// Nil where there is nothing any more.
  public var after: String?

  public init(field: String, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }

  public var description: String {
    switch (before, after) {
    case (nil, let after?): "\(field): “\(after)” added"
    case (let before?, nil): "\(field): “\(before)” removed"
    case (let before, let after): "\(field): “\(before ?? "")” is now “\(after ?? "")”"
    }
  }
}

extension ConceptEntry {
  /// The fields in which `other` differs from this entry, in the order of ``EntryFacts``.
  ///
  /// The order of terms, contexts and further fields does not count, but for the order of terms with equal status in one
  /// language, which is a field of its own. Empty for entries that say the same.
  public func changes(to other: ConceptEntry) -> [FieldChange] {
    let before = EntryFacts(of: self)
    let after = EntryFacts(of: other)
    var changes: [FieldChange] = []
    for fact in before.facts where after[fact.field] != fact.value {
      changes.append(FieldChange(field: fact.field, before: fact.value, after: after[fact.field]))
    }
    for fact in after.facts where before[fact.field] == nil {
      changes.append(FieldChange(field: fact.field, before: nil, after: fact.value))
    }
    return changes
  }
}
