import GRDB
import TextCore

/// English near misses: words that are spelt wrong, joined or parted.
///
/// Each word is mended by itself against the words of the stored terms, and the mended query is looked up again; so a
/// long term may have a slip in each of its words, and inflected forms and fragments are found too.
extension Lookup {
  mutating func findMisspelt() throws {
    let pieces = Pieces(folded)
    guard (1...8).contains(pieces.words.count), length <= 120 else { return }
    for text in pieces.parted {
      try addTerms(folded: text, as: .fuzzy, weight: 0.05, coversLength: false)
    }
    let corrections = try corrections(of: pieces)
    for correction in corrections {
      try addTerms(folded: correction.text, as: .fuzzy, weight: correction.weight)
      try addInflected(of: correction.text, as: .fuzzy, byStems: nil, weight: correction.weight + 0.05)
    }
    if !isEmpty { return }
    for correction in corrections.prefix(3) {
      let words = EnglishWords.words(of: correction.text).map { String($0) }
      try addFragment(of: words, as: .fuzzy, weight: correction.weight + 0.25)
      if isEmpty, words.count > 1 { try addAll(words, as: .fuzzy, weight: correction.weight + 0.3) }
      if !isEmpty { return }
    }
    try findByOtherWords(pieces.words)
  }

  /// How many terms with the other words are compared with the query.
  private static let longestComparison: Int64 = 500

  /// Terms that hold the known words of the query and are a slip or two away from it: the slip may be in a word too
  /// short to be mended by itself.
  private mutating func findByOtherWords(_ words: [String]) throws {
    let known = try words.filter { word in
      guard word.unicodeScalars.count >= 4 else { return false }
      return try NearMissIndex.contains(word: word, in: database)
    }
    if known.isEmpty || words.count < 2 { return }
    var distance = EditDistance(from: scalars)
    let statement = try HotStatement(
      """
      SELECT \(Self.columns), t.folded FROM
        (SELECT rowid AS id FROM term_english WHERE term_english MATCH ? LIMIT ?) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, in: database)
    let expression = known.map { #""\#($0)""# }.joined(separator: " ")
    try statement.forEachRow([.text(expression), .integer(Self.longestComparison)]) { row in
      if let edits = distance.to(row.text(9), atMost: NearMissKeys.wordLimit(length)), edits > 0 {
        add(row, as: .fuzzy, weight: 0.15 * Double(edits) + 0.05)
      }
      return true
    }
  }

  /// A query with words put right.
  private struct Correction {
    var words: [String]
    var weight: Double
    var text = ""
  }

  /// How many replacements of a word, and how many corrections altogether, are tried.
  private static let choices = (ofWord: 8, altogether: 24)

  /// The query with its unknown words replaced; when every word is known, with one of them replaced.
  private func corrections(of pieces: Pieces) throws -> [Correction] {
    let words = pieces.words
    let unknown = try words.indices.filter { index in
      guard words[index].unicodeScalars.count >= 4 else { return false }
      return try !NearMissIndex.contains(word: words[index], in: database)
    }
    var found: [Correction] = []
    if unknown.isEmpty {
      for index in words.indices {
        for choice in try choices(for: words[index]) {
          var correction = Correction(words: words, weight: choice.weight + 0.05)
          correction.words[index] = choice.text
          found.append(correction)
        }
      }
    } else if unknown.count <= 3 {
      found = [Correction(words: words, weight: 0)]
      for index in unknown {
        let choices = try choices(for: words[index])
        found = found.flatMap { before in
          choices.map { choice in
            var correction = before
            correction.words[index] = choice.text
            correction.weight += choice.weight
            return correction
          }
        }
        found = Self.likeliest(found)
      }
    }
    return Self.likeliest(found).map { correction in
      var correction = correction
      correction.text = pieces.text(with: correction.words)
      return correction
    }
  }

  private static func likeliest(_ corrections: [Correction]) -> [Correction] {
    Array(
      corrections.enumerated().sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
        .map(\.element).prefix(choices.altogether))
  }

  /// The words that a written one may stand for, and what each costs.
  private func choices(for word: String) throws -> [(text: String, weight: Double)] {
    let letters = word.unicodeScalars.map(\.value)
    let candidates = try NearMissIndex.candidates(
      near: letters, under: NearMissKeys.asked(word: letters), atMost: NearMissKeys.wordLimit(letters.count),
      in: database)
    let weighed = candidates.filter { $0.edits > 0 }.map { candidate in
      let keepsFirst = candidate.text.unicodeScalars.first?.value == letters.first
      return (candidate.text, 0.15 * Double(candidate.edits) + (keepsFirst ? 0 : 0.03))
    }
    return Array(weighed.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(Self.choices.ofWord))
  }
}

/// A folded query as words and what stands between them.
private struct Pieces {
  let words: [String]
  /// What stands before each word, and after the last.
  private let gaps: [String]

  init(_ folded: String) {
    var words: [String] = []
    var gaps = [String.UnicodeScalarView()]
    var word = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      if EnglishWords.isOfWord(scalar) {
        word.append(scalar)
        continue
      }
      if !word.isEmpty {
        words.append(String(word))
        gaps.append(String.UnicodeScalarView())
        word = String.UnicodeScalarView()
      }
      gaps[gaps.count - 1].append(scalar)
    }
    if !word.isEmpty {
      words.append(String(word))
      gaps.append(String.UnicodeScalarView())
    }
    self.words = words
    self.gaps = gaps.map { String($0) }
  }

  func text(with words: [String]) -> String {
    zip(gaps, words).map { $0 + $1 }.joined() + (gaps.last ?? "")
  }

  /// The query with its words joined, or parted otherwise: `smartcity` as `smart city`, `e commerce` as `ecommerce`.
  var parted: [String] {
    if words.count == 1 {
      let word = Array(words[0].unicodeScalars)
      guard (4...32).contains(word.count) else { return [] }
      return (1..<word.count).flatMap { cut in
        [" ", "-"].map {
          String(String.UnicodeScalarView(word[..<cut])) + $0 + String(String.UnicodeScalarView(word[cut...]))
        }
      }
    }
    guard words.count <= 5 else { return [] }
    var result = [words.joined()]
    for gap in 1..<words.count {
      for separator in ["", " ", "-"] where separator != gaps[gap] {
        var gaps = gaps
        gaps[gap] = separator
        result.append(zip(gaps, words).map { $0 + $1 }.joined() + (gaps.last ?? ""))
      }
    }
    return result
  }
}
