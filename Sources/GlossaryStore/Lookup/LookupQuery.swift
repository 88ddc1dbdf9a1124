import Terminology
import TextCore

/// A question to the store.
public struct LookupQuery: Hashable, Sendable {
  /// Which kinds of match are wanted.
  public enum Match: String, Hashable, Sendable, CaseIterable, Codable {
    /// Every kind, the surest first; near misses, and the terms inside a sentence, only when there is nothing else.
    case any
    /// The whole term; case, width and script do not matter.
    case exact
    /// How the term begins.
    case prefix
    /// A part of the term.
    case contains
    /// The reading, with or without tones, or the first letters of its syllables.
    case pinyin
    /// The term with one or two letters or characters wrong, missing or too many, or others that sound alike.
    case fuzzy
    /// The terms that stand in the text, the longest at each place.
    case inside
  }

  /// Where Chinese is read: decides between terms of one concept, and between concepts that match equally well.
  public enum Region: String, Hashable, Sendable, CaseIterable, Codable {
    case mainland = "cn"
    case taiwan = "tw"
    case hongKong = "hk"
  }

  public var text: String
  /// The language of the terms to look through; nil for both.
  public var language: Language?
  public var match: Match
  /// Nil when no region is preferred.
  public var region: Region?
  /// How many concepts are wanted at most; of ``Match/inside``, at each place.
  public var limit: Int

  public init(
    _ text: String, language: Language? = nil, match: Match = .any, region: Region? = nil, limit: Int = 10
  ) {
    self.text = text
    self.language = language
    self.match = match
    self.region = region
    self.limit = limit
  }
}

/// How a term matched, the surest first.
public enum MatchKind: String, Hashable, Sendable, CaseIterable, Codable {
  case exact, inflected, pinyin, initials, prefix, contains, words, inside, fuzzy

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
    case .inside: 0.37
    case .fuzzy: 0.28
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
  /// 0 to 1: the kind of match above all, then the glossary's place by rank, the term's status, the fit of the region,
  /// and how much of the term the query covers.
  public var score: Double
  /// The name of the glossary.
  public var glossary: String
  /// Whether the glossary is a dictionary to fall back on.
  public var isReference: Bool
  /// Where the term stands in the query, in UTF-8 bytes; only of ``MatchKind/inside``.
  public var span: TextSpan?
  /// Where aligned texts show the concept in use; nil where none was recorded.
  public var evidence: EvidenceSummary?

  public init(
    entry: ConceptEntry, term: Term, kind: MatchKind, score: Double, glossary: String, isReference: Bool = false,
    span: TextSpan? = nil, evidence: EvidenceSummary? = nil
  ) {
    self.entry = entry
    self.term = term
    self.kind = kind
    self.score = score
    self.glossary = glossary
    self.isReference = isReference
    self.span = span
    self.evidence = evidence
  }
}
