import GlossaryStore
import TextCore

/// What was found for one query.
public struct LookupAnswer: Hashable, Sendable {
  public var query: String
  /// Best first; the terms inside a sentence in reading order.
  public var matches: [LookupMatch]

  public init(query: String, matches: [LookupMatch]) {
    self.query = query
    self.matches = matches
  }
}

/// Looks terms up: what `duizhao lookup` does.
public struct LookupOperation {
  public var language: Language?
  public var match: LookupQuery.Match
  public var region: LookupQuery.Region?
  public var limit: Int

  public init(
    language: Language? = nil, match: LookupQuery.Match = .any, region: LookupQuery.Region? = nil, limit: Int = 10
  ) {
    self.language = language
    self.match = match
    self.region = region
    self.limit = limit
  }

  /// How many queries are answered in one transaction.
  private static let batch = 256

  /// Calls `body` with the answer to each query, in their order, from all glossaries in force.
  public func forEachAnswer(
    to queries: [String], in workspace: Workspace, _ body: (LookupAnswer) throws -> Void
  ) throws {
    let stores = try workspace.stores()
    for start in stride(from: 0, to: queries.count, by: Self.batch) {
      let texts = Array(queries[start..<min(start + Self.batch, queries.count)])
      let requests = texts.map(query)
      let found = try stores.map { try $0.matches(for: requests, readings: workspace.lookupReadings) }
      for (index, text) in texts.enumerated() {
        try body(LookupAnswer(query: text, matches: merged(found.map { $0[index] })))
      }
    }
  }

  /// Calls `body` with how many concepts answer each query, over all glossaries in force.
  ///
  /// Several times as quick as ``forEachAnswer(to:in:_:)``, since no concept is read.
  public func forEachCount(
    of queries: [String], in workspace: Workspace, _ body: (_ query: String, _ count: Int) throws -> Void
  ) throws {
    let stores = try workspace.stores()
    for start in stride(from: 0, to: queries.count, by: Self.batch) {
      let texts = Array(queries[start..<min(start + Self.batch, queries.count)])
      let requests = texts.map(query)
      let counts = try stores.map { try $0.matchCounts(for: requests, readings: workspace.lookupReadings) }
      for (index, text) in texts.enumerated() {
        try body(text, min(limit, counts.reduce(0) { $0 + $1[index] }))
      }
    }
  }

  private func query(_ text: String) -> LookupQuery {
    LookupQuery(text, language: language, match: match, region: region, limit: limit)
  }

  /// The matches of several stores as one answer.
  ///
  /// What a store finds only inside the query, or nearly, is dropped when another knows it as a whole. Stores come in
  /// the order of priority, and sorting keeps that order among equals.
  private func merged(_ answers: [[LookupMatch]]) -> [LookupMatch] {
    if answers.count == 1 { return answers[0] }
    let all = answers.flatMap { $0 }
    let whole = all.filter { $0.kind != .inside && $0.kind != .fuzzy }
    let inside = all.filter { $0.kind == .inside }
    if whole.isEmpty, !inside.isEmpty {
      let placed = inside.enumerated().map { (start: $1.span?.start ?? 0, offset: $0, match: $1) }
      return placed.sorted { ($0.start, $0.offset) < ($1.start, $1.offset) }.map(\.match)
    }
    let sorted = (whole.isEmpty ? all : whole).enumerated()
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    return Array(sorted.prefix(limit).map(\.element))
  }
}
