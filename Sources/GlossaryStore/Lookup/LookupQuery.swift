import Terminology
import TextCore

/// A question to the store.
public struct LookupQuery: Hashable, Sendable {
  /// Which kinds of match are wanted.
  public enum Match: String, Hashable, Sendable, CaseIterable, Codable {
    /// Every kind, the surest first; near misses only when there is nothing else.
    case any
    /// The whole term; case, width and script do not matter.
    case exact
    /// How the term begins.
    case prefix
    /// A part of the term.
    case contains
    /// The reading, with or without tones, or the first letters of its syllables.
    case pinyin
    /// The term with one or two letters or characters wrong, missing or too many.
    case fuzzy
  }

  public var text: String
  /// The language of the terms to look through; nil for both.
  public var language: Language?
  public var match: Match
  /// How many concepts are wanted at most.
  public var limit: Int
  /// The reading of a Chinese ``text``: finds terms that sound alike (淘宝春 for 淘宝村).
  public var pinyin: String?

  public init(
    _ text: String, language: Language? = nil, match: Match = .any, limit: Int = 10, pinyin: String? = nil
  ) {
    self.text = text
    self.language = language
    self.match = match
    self.limit = limit
    self.pinyin = pinyin
  }
}

/// How a term matched, the surest first.
public enum MatchKind: String, Hashable, Sendable, CaseIterable, Codable {
  case exact, inflected, pinyin, initials, prefix, contains, words, fuzzy

  /// The score of a perfect match of this kind.
  var baseScore: Double {
    switch self {
    case .exact: 1
    case .inflected: 0.91
    case .pinyin: 0.82
    case .initials: 0.73
    case .prefix: 0.64
    case .contains: 0.55
    case .words: 0.46
    case .fuzzy: 0.37
    }
  }
}

/// One concept that answers a query.
public struct LookupMatch: Hashable, Sendable {
  /// The whole concept.
  public var entry: ConceptEntry
  /// The term that matched; of several the one that matched best.
  public var term: Term
  public var kind: MatchKind
  /// 0 to 1: the kind of match above all, then the glossary's place by rank, the term's status, and how much of the
  /// term the query covers.
  public var score: Double
  /// The name of the glossary.
  public var glossary: String

  public init(entry: ConceptEntry, term: Term, kind: MatchKind, score: Double, glossary: String) {
    self.entry = entry
    self.term = term
    self.kind = kind
    self.score = score
    self.glossary = glossary
  }
}
