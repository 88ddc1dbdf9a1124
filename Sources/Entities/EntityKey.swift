import Names
import TextCore

/// What a Chinese and an English mention of one entity have in common.
///
/// Mentions with an equal key name the same thing.
public enum EntityKey: Hashable, Sendable, Comparable {
  /// A concept of the glossary.
  case concept(String)
  /// A person by flat pinyin, surname first: `huang liandong`.
  case person(String)
  /// A place or organisation by the flat pinyin of its name without its suffix: `deqing`.
  case name(String)
  /// The consonants of a foreign name: `TLNP`.
  ///
  /// Weak.
  case skeleton(String)
  /// A normalised number with its unit.
  case quantity(String)
  /// A normalised date.
  case date(String)
  /// A word in Latin letters, in lower case: `covid-19`.
  case latin(String)

  /// How much weight an equal key deserves: 1 for a name, 1.5 for a concept, less for what agrees by chance.
  public var weight: Double {
    switch self {
    case .concept: 1.5
    case .person, .date, .latin: 1
    case .quantity: 0.9
    case .name: 0.8
    case .skeleton: 0.4
    }
  }

  private var rank: Int {
    switch self {
    case .concept: 0
    case .person: 1
    case .name: 2
    case .quantity: 3
    case .date: 4
    case .latin: 5
    case .skeleton: 6
    }
  }

  /// What the key holds.
  public var value: String {
    switch self {
    case .concept(let value), .person(let value), .name(let value), .skeleton(let value), .quantity(let value),
      .date(let value), .latin(let value):
      value
    }
  }

  /// Orders keys by kind, the strong ones first, then by value.
  public static func < (a: EntityKey, b: EntityKey) -> Bool { (a.rank, a.value) < (b.rank, b.value) }
}
