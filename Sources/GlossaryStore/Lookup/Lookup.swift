import GRDB
import Terminology
import TextCore

/// One look-up: the stages it goes through and what it has found so far.
struct Lookup {
  let query: LookupQuery
  let database: Database
  /// What sounds alike; nil where nothing is looked up by its sound.
  let sounds: SoundLikeness?
  /// The folded query.
  let folded: String
  let scalars: [UInt32]
  let hasHan: Bool
  let glossaries: [StoredGlossary]
  private var best: [Int64: Candidate] = [:]
  /// What stands in the query, in reading order.
  var inside: [LookupMatch] = []

  init(
    _ query: LookupQuery, glossaries: [StoredGlossary], sounds: SoundLikeness?, database: Database
  ) {
    self.query = query
    self.database = database
    self.sounds = sounds
    self.glossaries = glossaries
    folded = SearchKeys.folded(query.text)
    scalars = folded.unicodeScalars.map(\.value)
    hasHan = scalars.contains(where: \.isHan)
  }

  var length: Int { scalars.count }
  /// Whether enough concepts have been found.
  var isFull: Bool { best.count >= query.limit }
  var isEmpty: Bool { best.isEmpty && inside.isEmpty }
  /// How many concepts have been found, at most as many as are wanted.
  func count() throws -> Int {
    if !inside.isEmpty { return inside.count }
    if !mayBeCovered { return min(best.count, query.limit) }
    var count = 0
    for (concept, candidate) in best where count < query.limit {
      if try !isCovered(concept, of: candidate.glossary) { count += 1 }
    }
    return count
  }

  /// The longest query that may be more than a whole term, in scalars.
  private static let longestTerm = 300

  /// Goes through the stages that the query asks for.
  mutating func run() throws {
    guard !folded.isEmpty, query.limit > 0 else { return }
    let isLong = length > Self.longestTerm
    switch query.match {
    case .inside: try findInside()
    case .any where isLong:
      try findExact()
      if isEmpty { try findInside() }
    case .exact,
      _ where isLong:
      try findExact()
    case .prefix: try findPrefix()
    case .contains:
      try findFragment()
      if !isFull { try findLetters() }
    case .pinyin:
      try findPinyin()
      if !isFull { try findInitials() }
      if !isFull { try findPinyinPrefix() }
    case .fuzzy:
      try findExact()
      if !isFull { try findNearMisses() }
    default: try runAll()
    }
  }

  private mutating func runAll() throws {
    try findExact()
    if !isFull { try findInflected() }
    if !isFull { try findPinyin() }
    if isEmpty { try findInitials() }
    if !isFull { try findPrefix() }
    if isEmpty { try findPinyinPrefix() }
    if !isFull { try findFragment() }
    if !isFull { try findWords() }
    if isEmpty { try findNearMisses() }
    if isEmpty { try findInside() }
  }

  // MARK: Candidates

  /// A term that matched.
  private struct Candidate {
    let term: Int64
    /// The term's place in its concept.
    let position: Int
    let kind: MatchKind
    let score: Double
    let glossary: Int64
  }

  /// What a stage selects of a term, and from where.
  ///
  /// The join is written so that SQLite begins with the term.
  static let columns =
    "t.id, t.concept_id, t.status, length(t.folded), c.glossary_id, t.text, t.language, t.position, t.pinyin"
  static let tables = "term t CROSS JOIN concept c ON c.id = t.concept_id"
  /// The terms of a folded text.
  static let termsOfText = "SELECT \(columns) FROM \(tables) WHERE t.folded = ?"
  /// The terms of a reading without tones.
  static let termsOfReading = "SELECT \(columns) FROM \(tables) WHERE t.pinyin_flat = ?"

  /// Takes in a row of ``columns``.
  ///
  /// `weight` lowers the score inside its kind: 0 for a perfect match, 1 for the worst.
  mutating func add(_ row: HotStatement.Row, as kind: MatchKind, weight: Double = 0, coversLength: Bool = true) {
    let language = row.text(6)
    guard query.language.map({ $0 == .english ? language == "en" : language != "en" }) ?? true else { return }
    let concept = row.integer(1)
    let glossary = row.integer(4)
    let place = glossaries.firstIndex { $0.id == glossary } ?? 0
    var loss = 0.015 * Double(min(place, 3)) + 0.005 * Double(Self.place(ofStatus: row.text(2)))
    if coversLength {
      let full = Int(row.integer(3))
      loss += 0.016 * (1 - Double(min(length, full)) / Double(max(length, full, 1)))
    }
    // What a concept lists first is what it is about.
    loss += 0.0004 * Double(min(row.integer(7), 8))
    if kind == .exact {
      // The spelling as it was typed comes before its folded likes, a word before the surname of the same character.
      if row.text(5) != query.text { loss += 0.001 }
      if length == 1, hasHan, row.text(8).unicodeScalars.first?.properties.isUppercase == true { loss += 0.0002 }
    }
    let score = kind.baseScore - loss - weight * 0.2
    let candidate = Candidate(
      term: row.integer(0), position: Int(row.integer(7)), kind: kind, score: score, glossary: glossary)
    if let known = best[concept], (known.score, -known.term) >= (score, -candidate.term) { return }
    best[concept] = candidate
  }

  /// Runs a statement whose rows are ``columns``, and takes them all in.
  mutating func add(
    _ sql: String, _ values: [HotStatement.Value], as kind: MatchKind, weight: Double = 0, coversLength: Bool = true
  ) throws {
    try HotStatement(sql, in: database).forEachRow(values) { row in
      add(row, as: kind, weight: weight, coversLength: coversLength)
      return true
    }
  }

  /// Takes in the terms with this folded text.
  mutating func addTerms(
    folded: String, as kind: MatchKind, weight: Double = 0, coversLength: Bool = true
  ) throws {
    try add(Self.termsOfText, [.text(folded)], as: kind, weight: weight, coversLength: coversLength)
  }

  private static func place(ofStatus status: String) -> Int {
    AdministrativeStatus(rawValue: status).flatMap { AdministrativeStatus.allCases.firstIndex(of: $0) } ?? 0
  }

  // MARK: Concepts of several glossaries

  /// Whether a concept of one glossary may stand in another one too: not with one glossary and its dictionaries.
  private var mayBeCovered: Bool { glossaries.count { $0.info.kind != .reference } > 1 }

  /// Whether a glossary that stands before this one has the concept too, under the same id and with some term the same:
  /// what somebody made of a concept of the program takes its place.
  func isCovered(_ concept: Int64, of glossary: Int64) throws -> Bool {
    guard mayBeCovered, let place = glossaries.firstIndex(where: { $0.id == glossary }), place > 0 else { return false }
    let statement = try HotStatement(
      """
      SELECT 1 FROM concept c CROSS JOIN concept o ON o.glossary_id = ? AND o.entry_id = c.entry_id
      WHERE c.id = ? AND EXISTS (SELECT 1 FROM term t CROSS JOIN term u
        ON u.concept_id = o.id AND u.folded = t.folded AND u.language = t.language WHERE t.concept_id = c.id)
      """, in: database)
    var isCovered = false
    for other in glossaries[..<place] where !isCovered {
      try statement.forEachRow([.integer(other.id), .integer(concept)]) { _ in
        isCovered = true
        return false
      }
    }
    return isCovered
  }

  // MARK: Results

  /// The best concepts, read from the store.
  func matches() throws -> [LookupMatch] {
    if !inside.isEmpty { return inside }
    if best.isEmpty { return [] }
    // A few more than are wanted, since the fit of the region is known only from the whole concept.
    let breadth = query.region == nil ? query.limit : query.limit.addingReportingOverflow(20).partialValue
    var result: [LookupMatch] = []
    for (concept, candidate) in best.sorted(by: { ($1.value.score, $0.key) < ($0.value.score, $1.key) }) {
      if result.count >= max(breadth, query.limit) { break }
      if try isCovered(concept, of: candidate.glossary) { continue }
      guard let entry = try EntryReader.entry(concept, database: database),
        entry.terms.indices.contains(candidate.position)
      else { continue }
      result.append(
        match(
          entry, entry.terms[candidate.position], candidate.kind, score: candidate.score, glossary: candidate.glossary))
    }
    if result.count > 1 {
      result.sort { ($1.score, $0.entry.id, $0.glossary) < ($0.score, $1.entry.id, $1.glossary) }
    }
    return Array(result.prefix(query.limit))
  }

  /// A match, its score lowered by what the region costs and rounded to four places.
  func match(
    _ entry: ConceptEntry, _ term: Term, _ kind: MatchKind, score: Double, glossary: Int64, span: TextSpan? = nil
  ) -> LookupMatch {
    let info = glossaries.first { $0.id == glossary }?.info
    let score = score - 0.003 * Double(query.region.map { $0.misfit(of: entry) } ?? 0)
    return LookupMatch(
      entry: entry, term: term, kind: kind, score: (max(score, 0) * 10000).rounded() / 10000,
      glossary: info?.name ?? "",
      isReference: info?.kind == .reference, span: span)
  }
}
