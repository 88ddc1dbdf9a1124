import Lexicon
import TextCore

/// A rewrite that a document went through: every `original` became `garbled`.
public struct Substitution: Hashable, Sendable {
  /// What stands in the document.
  public let garbled: String
  /// What stood there before.
  public let original: String
  /// The unknown words that the rewrite explains, with their readings, sorted.
  public let support: [Support]
  /// Whether the document itself shows the rewrite; else it is one that many pages are known to have suffered.
  public let isLearned: Bool

  public struct Support: Hashable, Sendable, Comparable {
    public let garbled: String
    public let reading: String
    public static func < (a: Support, b: Support) -> Bool { (a.garbled, a.reading) < (b.garbled, b.reading) }
  }
}

/// A word, or something that stands where a word should, that no word list knows.
struct SuspectToken: Hashable, Sendable {
  let span: TextSpan
  /// The token in lower case.
  ///
  /// May hold a symbol (`c*nsider`) or one space (`acti ns`).
  let key: String
  /// Whether it may vote for a rewrite: no capitals, so hardly a name.
  let mayVote: Bool
}

/// Finds the rewrites that explain the unknown words of one document.
///
/// Each unknown word `a + r + b` votes for every rewrite `r ← s` that makes it a known word `a + s + b`. A rewrite is
/// believed when several different words agree on it and the document has (almost) no `s` left: a systematic
/// replacement leaves none.
struct SubstitutionInference {
  private typealias Rewrite = Pair
  struct Pair: Hashable, Comparable {
    let garbled: String
    let original: String
    /// Whether something stands there that no word has: a symbol, a space.
    var hasSymbol: Bool { garbled.utf8.contains { !Characters.isLetter($0) } }
    static func < (a: Pair, b: Pair) -> Bool { (a.garbled, a.original) < (b.garbled, b.original) }
  }

  /// Rewrites that whole families of sites suffered: two words, or one long one, are enough to believe them.
  static let widespread = [
    Pair(garbled: "p", original: "trans"), Pair(garbled: "butt", original: "ass"),
    Pair(garbled: "ti n", original: "tion"),
    Pair(garbled: "c*n", original: "con"), Pair(garbled: "breast", original: "tit"),
  ]

  private let words: EnglishWordList
  /// The known words of the document in lower case, with how often each occurs.
  private let known: [(word: [UInt8], count: Int)]

  init(words: EnglishWordList, known: [String: Int]) {
    self.words = words
    self.known = known.map { (Array($0.key.utf8), $0.value) }
  }

  /// The rewrites that the tokens show, the best explained first.
  func substitutions(from suspects: [SuspectToken]) -> [Substitution] {
    var counts: [String: Int] = [:]
    for suspect in suspects where suspect.mayVote { counts[suspect.key, default: 0] += 1 }
    // A bound on the work: the commonest unknown words of a long text say enough.
    let types = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(300).map(\.key)
    var votes = SubstitutionVotes(words: words).votes(of: types)
    var result: [Substitution] = []
    var explained: Set<String> = []
    while let best = best(of: votes, counts: counts, without: explained) {
      result.append(best)
      explained.formUnion(best.support.map(\.garbled))
      votes[Pair(garbled: best.garbled, original: best.original)] = nil
    }
    return result + knownElsewhere(counts.keys.filter { !explained.contains($0) }, beside: result)
  }

  /// The best believable rewrite among the votes of tokens that are not explained yet.
  private func best(of votes: [Pair: [String: String]], counts: [String: Int], without explained: Set<String>)
    -> Substitution?
  {
    var best: (rank: (Int, Double, Int), pair: Pair, support: [String: String])?
    for (pair, all) in votes.sorted(by: { $0.key < $1.key }) {
      let support = explained.isEmpty ? all : all.filter { !explained.contains($0.key) }
      guard support.count >= Self.needed(of: pair).stems, let rank = rank(of: pair, support: support, counts: counts)
      else { continue }
      if best == nil || rank > best!.rank { best = (rank, pair, support) }
    }
    return best.map { found in
      Substitution(
        garbled: found.pair.garbled, original: found.pair.original,
        support: found.support.map { Substitution.Support(garbled: $0.key, reading: $0.value) }.sorted(),
        isLearned: true)
    }
  }

  /// How believable a rewrite is, or nil when it is not: different stems that agree, the share of the original that is
  /// gone, and the length of what was replaced.
  private func rank(of pair: Pair, support: [String: String], counts: [String: Int]) -> (Int, Double, Int)? {
    let needed = Self.needed(of: pair)
    // The cheap questions first: most rewrites have no more than two words behind them.
    guard support.count >= needed.stems else { return nil }
    let stems = Set(support.values.map { EnglishStemmer.stem($0) }).count
    // Words without their ends may be short forms: config, struct, punct.
    let areCut = pair.garbled.isEmpty && support.allSatisfy { $1.hasPrefix($0) }
    guard stems >= needed.stems + (areCut ? 1 : 0) else { return nil }
    let context = Array(commonContext(of: pair, support: support).utf8)
    guard context.count >= 2 || pair.hasSymbol else { return nil }
    let rewritten = support.keys.reduce(0) { $0 + (counts[$1] ?? 0) }
    let left = known.reduce(0) { Self.contains($1.word, context) ? $0 + $1.count : $0 }
    let share = Double(rewritten) / Double(rewritten + left)
    guard share >= needed.share else { return nil }
    // What ends in s may be the plural of what was replaced.
    return (stems, share, context.count - (pair.original.hasSuffix("s") ? 2 : 0))
  }

  /// How many different stems must agree on a rewrite, and what share of the original must be gone.
  private static func needed(of pair: Pair) -> (stems: Int, share: Double) {
    if pair.hasSymbol || widespread.contains(pair) { return (2, 0.5) }
    return pair.garbled.isEmpty ? (4, 0.8) : (3, 0.7)
  }

  private static func contains(_ word: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, word.count >= part.count else { return part.isEmpty }
    for start in 0...(word.count - part.count) where word[start] == first {
      if word[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }

  /// What was replaced, with the letters that stand on both sides of it in all supporting words: `con` when `o` became
  /// `*` in `c*nsider`, `sec*nd` and `ec*nomy`.
  private func commonContext(of pair: Pair, support: [String: String]) -> String {
    var before: [UInt8]?
    var after: [UInt8]?
    for (garbled, reading) in support {
      let (g, d) = (Array(garbled.utf8), Array(reading.utf8))
      var prefix = 0
      while prefix < min(g.count, d.count), g[prefix] == d[prefix] { prefix += 1 }
      prefix = min(prefix, g.count - pair.garbled.utf8.count, d.count - pair.original.utf8.count)
      let left = Array(d[..<max(0, prefix)].reversed())
      let right = Array(d[(max(0, prefix) + pair.original.utf8.count)...])
      before = before.map { Self.commonPrefix($0, left) } ?? left
      after = after.map { Self.commonPrefix($0, right) } ?? right
    }
    return String(decoding: (before ?? []).reversed() + Array(pair.original.utf8) + (after ?? []), as: UTF8.self)
  }

  private static func commonPrefix(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    Array(zip(a, b).prefix { $0 == $1 }.map(\.0))
  }

  /// Rewrites known from elsewhere that explain words which nothing in the document explains.
  private func knownElsewhere(_ types: [String], beside learned: [Substitution]) -> [Substitution] {
    Self.widespread.compactMap { pair in
      if learned.contains(where: { $0.garbled == pair.garbled && $0.original == pair.original }) { return nil }
      let support = types.sorted().compactMap { type -> Substitution.Support? in
        guard type.utf8.count >= 5 else { return nil }
        return reading(of: type, undoing: pair.garbled, as: pair.original).map { .init(garbled: type, reading: $0) }
      }
      if support.isEmpty { return nil }
      return Substitution(garbled: pair.garbled, original: pair.original, support: support, isLearned: false)
    }
  }

  /// The known word that a token becomes when `garbled` is turned back into `original`: at one place, else at all.
  func reading(of token: String, undoing garbled: String, as original: String) -> String? {
    let bytes = Array(token.utf8)
    let (from, to) = (Array(garbled.utf8), Array(original.utf8))
    var places: [Int] = []
    for index in 0...max(0, bytes.count - from.count) where index + from.count <= bytes.count {
      if Array(bytes[index..<(index + from.count)]) == from { places.append(index) }
    }
    for place in places {
      let word = String(decoding: bytes[..<place] + to + bytes[(place + from.count)...], as: UTF8.self)
      if isWord(word) { return word }
    }
    guard places.count > 1, !from.isEmpty else { return nil }
    let word = token.replacing(garbled, with: original)
    return isWord(word) ? word : nil
  }

  private func isWord(_ word: String) -> Bool {
    word.utf8.allSatisfy { UInt32($0).isASCIILetter } && words.contains(word) && !words.isName(word)
  }
}
