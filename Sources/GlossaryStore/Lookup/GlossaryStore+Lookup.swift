import GRDB
import Terminology

extension GlossaryStore {
  /// The concepts that answer a query, best first; equal scores by concept id.
  ///
  /// The kinds of match are tried one after another, from the surest on, until there are enough; each is answered from
  /// an index. With `readings`, terms that sound like a Chinese query are near misses of it; they are asked for only
  /// when nothing else is found.
  public func matches(for query: LookupQuery, readings: LookupReadings? = nil) throws(StoreError) -> [LookupMatch] {
    try matches(for: [query], readings: readings)[0]
  }

  /// The concepts that answer each of several queries, in one transaction.
  public func matches(for queries: [LookupQuery], readings: LookupReadings? = nil) throws(StoreError) -> [[LookupMatch]]
  {
    try reading { database in
      let glossaries = try StoredGlossary.all(in: database)
      let hasEvidence = try !EvidenceReader.isEmpty(in: database)
      let sounds = readings.map { SoundLikeness($0) }
      return try queries.map { query in
        var lookup = Lookup(query, glossaries: glossaries, sounds: sounds, database: database)
        try lookup.run()
        var matches = try lookup.matches()
        if hasEvidence {
          for index in matches.indices {
            matches[index].evidence = try EvidenceReader.summary(
              of: matches[index].entry.id, limit: 1, database: database)
          }
        }
        return matches
      }
    }
  }

  /// How many concepts answer each of several queries, at most ``LookupQuery/limit``; no concept is read for it.
  public func matchCounts(for queries: [LookupQuery], readings: LookupReadings? = nil) throws(StoreError) -> [Int] {
    try reading { database in
      let glossaries = try StoredGlossary.all(in: database)
      let sounds = readings.map { SoundLikeness($0) }
      return try queries.map { query in
        var lookup = Lookup(query, glossaries: glossaries, sounds: sounds, database: database)
        try lookup.run()
        return try lookup.count()
      }
    }
  }
}
