import GRDB
import Terminology
import TextCore

/// The stage of sentences: the terms that stand in the query, the longest at each place.
extension Lookup {
  /// How much of a text is looked through, in scalars.
  private static let longestText = 4000

  /// Which terms may stand in the text is asked of the indexes place by place; whether and where they do is left to
  /// ``TermRecognizer``, so that a look-up agrees with the checker.
  ///
  /// Of reference dictionaries only Chinese terms of two characters and more count, and English ones of two words and
  /// more: the others are in every sentence.
  mutating func findInside() throws {
    guard (2...Self.longestText).contains(length) else { return }
    var concepts = InsideConcepts()
    let byText = try HotStatement(Self.termsOfText, in: database)
    let byKey = try HotStatement(
      "SELECT \(Self.columns) FROM \(Self.tables) WHERE t.english_key = ?", in: database)
    for text in try foldedCandidates() {
      try byText.forEachRow([.text(text)]) { row in
        concepts.add(row)
        return true
      }
    }
    for key in try englishCandidates() {
      try byKey.forEachRow([.text(key)]) { row in
        concepts.add(row)
        return true
      }
    }
    inside = try matches(of: concepts)
  }

  // MARK: Candidates

  /// Concepts of which some term may stand in the text.
  private struct InsideConcepts {
    private(set) var glossaries: [Int64: Int64] = [:]

    mutating func add(_ row: HotStatement.Row) { glossaries[row.integer(1)] = row.integer(4) }
  }

  /// The folded texts of terms with Han characters that the query holds.
  private func foldedCandidates() throws -> Set<String> {
    if query.language == .english { return [] }
    let chain = try KeyChain(column: "folded", in: database)
    var found: Set<String> = []
    for start in scalars.indices {
      let isStart = scalars[start].isHan || start == 0 || !Self.isOfWord(scalars[start - 1])
      if !isStart { continue }
      let end = min(start + 32, scalars.count)
      guard scalars[start..<end].contains(where: \.isHan) else { continue }
      try chain.forEachPrefix(of: scalars[start..<end]) { found.insert($0) }
    }
    return found
  }

  /// The keys of English terms that the query holds, whatever their inflection.
  private func englishCandidates() throws -> Set<String> {
    if query.language == .chinese { return [] }
    let chain = try KeyChain(column: "english_key", in: database)
    let words = folded.split(separator: " ").map { $0.withoutEdges }
    var found: Set<String> = []
    for start in words.indices where words[start].unicodeScalars.contains(where: EnglishWords.isOfWord) {
      let stems = words[start..<min(start + 10, words.count)].map { EnglishKey.key(ofFolded: String($0)) }
      let text = stems.joined(separator: " ").unicodeScalars.map(\.value)
      try chain.forEachPrefix(of: text[...]) { found.insert($0) }
    }
    return found
  }

  private static func isOfWord(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar).map { EnglishWords.isOfWord($0) } ?? false
  }

  // MARK: Matches

  private func matches(of concepts: InsideConcepts) throws -> [LookupMatch] {
    var entries: [(entry: ConceptEntry, glossary: Int64)] = []
    for (id, glossary) in concepts.glossaries.sorted(by: { $0.key < $1.key }) {
      if try isCovered(id, of: glossary) { continue }
      if let entry = try EntryReader.entry(id, database: database) { entries.append((entry, glossary)) }
    }
    let references = Set(glossaries.filter { $0.info.kind == .reference }.map(\.id))
    let patterns = TermRecognizer.patterns(of: entries.map(\.entry)).filter { pattern in
      if let language = query.language, pattern.language.isChinese != (language == .chinese) { return false }
      return !references.contains(entries[pattern.concept].glossary) || Self.isTelling(pattern)
    }
    if patterns.isEmpty { return [] }
    let found = TermRecognizer(patterns: patterns).matches(in: query.text, nested: true).map { hit in
      let (entry, glossary) = entries[hit.concept]
      let place = glossaries.firstIndex { $0.id == glossary } ?? 0
      let status = AdministrativeStatus.allCases.firstIndex(of: entry.terms[hit.term].status) ?? 0
      return match(
        entry, entry.terms[hit.term], .inside,
        score: MatchKind.inside.baseScore - 0.015 * Double(min(place, 3)) - 0.005 * Double(status), glossary: glossary,
        span: hit.span)
    }
    return bestAtEachPlace(Self.covering(found, of: Array(query.text.utf8)))
  }

  /// The matches that cover the text best without overlapping: rather one long term than two short ones (人工智能, not
  /// 用人 and 智能), rather a term that somebody decided on than a word of the dictionary.
  private static func covering(_ matches: [LookupMatch], of text: [UInt8]) -> [LookupMatch] {
    var weights: [TextSpan: Double] = [:]
    for match in matches {
      guard let span = match.span else { continue }
      // Continuation bytes are no characters; a word counts like a character and a half.
      let bytes = text[span.range]
      let han = Double(bytes.count { $0 >= 0xE0 })
      let words = Double(bytes.split { $0 == 0x20 || $0 >= 0x80 }.count)
      let length = han + 1.5 * words
      weights[span] = max(weights[span] ?? 0, length * length + (match.isReference ? 0 : 3))
    }
    let spans = weights.keys.sorted { ($0.end, $0.start) < ($1.end, $1.start) }
    // The best weight of the spans up to each, and whether that one is among them.
    var best: [(weight: Double, taken: Bool, before: Int)] = []
    for (index, span) in spans.enumerated() {
      var before = index
      while before > 0, spans[before - 1].end > span.start { before -= 1 }
      let taken = (before > 0 ? best[before - 1].weight : 0) + (weights[span] ?? 0)
      let passed = index > 0 ? best[index - 1].weight : 0
      best.append((max(taken, passed), taken > passed, before))
    }
    var chosen: Set<TextSpan> = []
    var index = spans.count
    while index > 0 {
      if best[index - 1].taken {
        chosen.insert(spans[index - 1])
        index = best[index - 1].before
      } else {
        index -= 1
      }
    }
    return matches.filter { $0.span.map { chosen.contains($0) } ?? false }
  }

  private static func isTelling(_ pattern: TermRecognizer.Pattern) -> Bool {
    pattern.language.isChinese
      ? pattern.text.unicodeScalars.count > 1 : pattern.text.contains(" ") && !pattern.text.hasPrefix("to ")
  }

  /// As many concepts at each place as are wanted, best first; the places in reading order.
  ///
  /// What the dictionary says of a term that another glossary has is left out.
  private func bestAtEachPlace(_ matches: [LookupMatch]) -> [LookupMatch] {
    var result: [LookupMatch] = []
    for (_, group) in Dictionary(grouping: matches, by: { $0.span }).sorted(by: { Self.isBefore($0.key, $1.key) }) {
      let isDecided = group.contains { !$0.isReference }
      var seen: Set<String> = []
      let sorted = group.filter { !($0.isReference && isDecided) }
        .sorted { ($1.score, $0.entry.id, $0.glossary) < ($0.score, $1.entry.id, $1.glossary) }
        .filter { seen.insert("\($0.glossary)\u{0}\($0.entry.id)").inserted }
      result += sorted.prefix(query.limit)
    }
    return result
  }

  private static func isBefore(_ first: TextSpan?, _ second: TextSpan?) -> Bool {
    guard let first, let second else { return second != nil }
    return (first.start, first.end) < (second.start, second.end)
  }
}

/// Finds the keys of an index with which a text begins.
///
/// The last key that is not behind the text either begins it, or shows how much of it at most a key can share: two or
/// three steps down the tree for each key.
private struct KeyChain {
  private let statement: HotStatement

  init(column: String, in database: Database) throws {
    statement = try HotStatement(
      "SELECT \(column) FROM term WHERE \(column) <= ? ORDER BY \(column) DESC LIMIT 1", in: database)
  }

  func forEachPrefix(of text: ArraySlice<UInt32>, _ body: (String) -> Void) throws {
    var bound = text
    while !bound.isEmpty {
      let key = String(String.UnicodeScalarView(bound.compactMap { Unicode.Scalar($0) }))
      var found: String?
      try statement.forEachRow([.text(key)]) { row in
        found = row.text(0)
        return false
      }
      guard let found else { return }
      let scalars = found.unicodeScalars.map(\.value)
      let shared = zip(bound, scalars).prefix { $0 == $1 }.count
      if shared == 0 { return }
      if shared == scalars.count {
        body(found)
        bound = bound.prefix(shared - 1)
      } else {
        bound = bound.prefix(shared)
      }
    }
  }
}

extension Substring {
  /// The word without punctuation at its ends and without a possessive `'s`.
  fileprivate var withoutEdges: Substring {
    var word = self
    while let last = word.unicodeScalars.last, !EnglishWords.isOfWord(last) { word.unicodeScalars.removeLast() }
    while let first = word.unicodeScalars.first, !EnglishWords.isOfWord(first) { word.unicodeScalars.removeFirst() }
    return word.hasSuffix("'s") ? word.dropLast(2) : word
  }
}
