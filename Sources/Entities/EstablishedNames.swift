/// People whose names a document has established, so that a part of it can be read in the light of the whole.
///
/// A sentence that says 马晓天去了 shows no sign of a name; the sentence before it, with 董事长马晓天, does.
public struct EstablishedNames: Hashable, Sendable {
  /// An English surname's person.
  struct Person: Hashable, Sendable {
    var concept: String?
    var key: String?
  }

  /// Chinese names as Simplified scalars, with their confidence.
  var chinese: [[UInt32]: Double] = [:]
  /// Persons by English surname in lower case; surnames of several people are left out.
  var english: [String: Person] = [:]

  /// Creates a set without names.
  public init() {}

  /// Whether there is no name.
  public var isEmpty: Bool { chinese.isEmpty && english.isEmpty }
}
