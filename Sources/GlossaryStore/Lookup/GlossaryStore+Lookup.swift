import GRDB
import Terminology

extension GlossaryStore {
  /// The concepts that answer a query, best first; equal scores by concept id.
  ///
  /// The kinds of match are tried one after another, from the surest on, until there are enough. Everything but a near
  /// miss is answered from an index: about 0.1 ms for a whole term among 125,000 entries; a near miss costs a walk over
  /// the terms of the same first letter.
  public func matches(for query: LookupQuery) throws(StoreError) -> [LookupMatch] {
    try reading { database in
      let glossaries = try StoredGlossary.all(in: database)
      var lookup = Lookup(query, glossaries: glossaries, database: database)
      try lookup.run()
      return try lookup.matches()
    }
  }
}

/// One look-up: the stages it goes through and what it has found so far.
struct Lookup {
  let query: LookupQuery
  let database: Database
  /// The folded query.
  let folded: String
  let length: Int
  let hasHan: Bool
  private let glossaries: [StoredGlossary]
  private let places: [Int64: Int]
  private var best: [Int64: Candidate] = [:]

  init(_ query: LookupQuery, glossaries: [StoredGlossary], database: Database) {
    self.query = query
    self.database = database
    self.glossaries = glossaries
    folded = SearchKeys.folded(query.text)
    length = folded.unicodeScalars.count
    hasHan = folded.unicodeScalars.contains { $0.value.isHan }
    places = Dictionary(glossaries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether enough concepts have been found.
  var isFull: Bool { best.count >= query.limit }
  var isEmpty: Bool { best.isEmpty }

  /// Goes through the stages that the query asks for.
  ///
  /// A query longer than any term is only looked up as a whole.
  mutating func run() throws {
    guard !folded.isEmpty, query.limit > 0 else { return }
    switch length > 300 ? .exact : query.match {
    case .exact: try findExact()
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
    case .any: try runAll()
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
  }

  // MARK: Candidates

  /// A term that matched.
  struct Candidate {
    let term: Int64
    let kind: MatchKind
    let score: Double
    let glossary: Int64
  }

  /// What a stage selects of a term, and from where.
  ///
  /// The join is written so that SQLite begins with the term.
  static let columns = "t.id, t.concept_id, t.status, length(t.folded), c.glossary_id, t.text, t.language, t.position"
  static let tables = "term t CROSS JOIN concept c ON c.id = t.concept_id"

  /// Takes in a row of ``columns``.
  ///
  /// `weight` lowers the score inside its kind: 0 for a perfect match, 1 for the worst.
  mutating func add(_ row: Row, as kind: MatchKind, weight: Double = 0, coversLength: Bool = true) {
    let language: String = row[6]
    guard query.language.map({ $0 == .english ? language == "en" : language != "en" }) ?? true else { return }
    let concept: Int64 = row[1]
    let glossary: Int64 = row[4]
    let status = AdministrativeStatus(rawValue: row[2]) ?? .preferred
    var loss = 0.015 * Double(min(places[glossary] ?? 0, 3))
    loss += 0.005 * Double(AdministrativeStatus.allCases.firstIndex(of: status) ?? 0)
    if coversLength {
      let full: Int = row[3]
      loss += 0.016 * (1 - Double(min(length, full)) / Double(max(length, full, 1)))
    }
    // What a concept lists first is what it is about.
    loss += 0.0004 * Double(min(row[7] as Int, 8))
    // The spelling as it was typed comes before its folded likes.
    if kind == .exact, row[5] != query.text { loss += 0.001 }
    let score = kind.baseScore - loss - weight * 0.2
    let candidate = Candidate(term: row[0], kind: kind, score: score, glossary: glossary)
    if let known = best[concept], (known.score, -known.term) >= (score, -candidate.term) { return }
    best[concept] = candidate
  }

  /// Runs a statement whose rows are ``columns``, and takes them all in.
  mutating func add(
    _ sql: String, _ arguments: StatementArguments, as kind: MatchKind, weight: Double = 0, coversLength: Bool = true
  ) throws {
    let statement = try database.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { add(row, as: kind, weight: weight, coversLength: coversLength) }
  }

  /// The best concepts, read from the store.
  func matches() throws -> [LookupMatch] {
    let chosen = best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.prefix(query.limit)
    var result: [LookupMatch] = []
    for (concept, candidate) in chosen {
      guard let entry = try EntryReader.entry(concept, database: database) else { continue }
      let position = try Int.fetchOne(
        try database.cachedStatement(sql: "SELECT position FROM term WHERE id = ?"), arguments: [candidate.term])
      guard let position, entry.terms.indices.contains(position) else { continue }
      let name = glossaries.first { $0.id == candidate.glossary }?.info.name ?? ""
      result.append(
        LookupMatch(
          entry: entry, term: entry.terms[position], kind: candidate.kind,
          score: (candidate.score * 1000).rounded() / 1000, glossary: name))
    }
    return result.sorted { ($1.score, $0.entry.id, $0.glossary) < ($0.score, $1.entry.id, $1.glossary) }
  }
}
