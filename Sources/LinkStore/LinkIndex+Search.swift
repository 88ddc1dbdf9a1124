import Alignment
import Foundation
import GRDB
import TextCore

extension LinkIndex {
  /// A document of the index that resembles another.
  public struct Hit: Hashable, Sendable {
    public let record: Record
    /// The cosine of both documents' keys, 0 to 1.
    public let score: Double
    /// What both share, strongest first.
    public let evidence: [Evidence]
  }

  /// Documents that are looked at closely, for each one that is asked for, and at the least.
  private static let closeLooks = (each: 4, least: 12)
  /// Keys that more than one document in this many has do not lead to others, though they count in the score; in a
  /// collection of at least so many documents.
  private static let commonShare = 12
  private static let leastForCommon = 2000

  /// The `top` documents of the other language that are most like one with these keys, best first.
  ///
  /// Documents that share nothing are left out. Equal scores go by the names of the documents.
  /// - Parameter isIndexed: whether the document is in the index itself; another counts as one more of its language.
  /// - Complexity: the postings of the keys, then the keys of a dozen documents.
  public func hits(
    for keys: [DocumentKey], in language: Language, isIndexed: Bool, top: Int, evidenceLimit: Int
  ) throws(LinkIndexError) -> [Hit] {
    try reading { database in
      var counts = try DocumentCounts(in: database)
      if !isIndexed { if language == .chinese { counts.chinese += 1 } else { counts.english += 1 } }
      let own = try Self.query(keys, language, isIndexed: isIndexed, counts, in: database)
      let others = language == .chinese ? counts.english : counts.chinese
      let candidates = try Self.candidates(
        for: own, language, others: others, limit: max(Self.closeLooks.least, top * Self.closeLooks.each), in: database)
      var hits = try candidates.compactMap { id in
        try Self.hit(id, own, language, isIndexed: isIndexed, counts, evidenceLimit, in: database)
      }
      hits.sort { ($1.score, $0.record.name) < ($0.score, $1.record.name) }
      return Array(hits.prefix(top))
    }
  }

  /// The keys of the document that is asked about, those alone that the other language has too.
  private struct Query {
    var entries: [Int64: (key: DocumentKey, weight: Double, rarity: Double)] = [:]
    var postings: [(key: Int64, weight: Double, documents: Int)] = []
    var length = 0.0
  }

  private static func query(
    _ keys: [DocumentKey], _ language: Language, isIndexed: Bool, _ counts: DocumentCounts, in database: Database
  ) throws -> Query {
    let table = RarityTable(counts: counts)
    let statement = try database.cachedStatement(sql: "SELECT id, zh, en FROM key WHERE name = ?")
    let one = isIndexed ? 0 : 1
    var query = Query()
    for key in keys {
      guard let row = try Row.fetchOne(statement, arguments: [key.name]) else { continue }
      let (id, zh, en): (Int64, Int, Int) = (row[0], row[1], row[2])
      let rarity =
        language == .chinese
        ? table.rarity(chinese: zh &+ one, english: en) : table.rarity(chinese: zh, english: en &+ one)
      guard rarity > 0 else { continue }
      let weight = KeyBlob.rounded(key.weight)
      query.entries[id] = (key, weight, rarity)
      query.postings.append((id, weight * rarity * rarity, language == .chinese ? en : zh))
      query.length += weight * weight * rarity * rarity
    }
    query.length = query.length.squareRoot()
    return query
  }

  /// The documents that share the weightiest keys with the query, by rough weights, best first.
  private static func candidates(
    for query: Query, _ language: Language, others: Int, limit: Int, in database: Database
  ) throws -> [Int64] {
    let size = LinkIndexSchema.chunkSize
    let other: Language = language == .chinese ? .english : .chinese
    let last = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM document") ?? -1) / Int64(size)
    // By chunk, for those chunks alone that some posting names.
    var sums: [Int64: [Float]] = [:]
    let isCommon = { (count: Int) in others >= leastForCommon && count > others / commonShare }
    let statement = try database.cachedStatement(sql: "SELECT chunk, documents FROM posting WHERE key = ?")
    let parity = PostingChanges.chunk(of: 0, other)
    for posting in query.postings where !isCommon(posting.documents) {
      let rows = try Row.fetchCursor(statement, arguments: [posting.key])
      while let row = try rows.next() {
        let number: Int64 = row[0]
        let chunk = number / 2
        guard number >= 0, number % 2 == parity, chunk <= last else { continue }
        try row.withUnsafeData(atIndex: 1) { data in
          data?.withUnsafeBytes { bytes in
            sums[chunk, default: [Float](repeating: 0, count: size)].withUnsafeMutableBufferPointer {
              PostingBlob.add(bytes, times: Float(posting.weight), to: $0)
            }
          }
        }
      }
    }
    var found: [(id: Int64, score: Float)] = []
    for (chunk, part) in sums.sorted(by: { $0.key < $1.key }) {
      let lengths = try Self.lengths(ofChunk: chunk, in: database)
      for (place, sum) in part.enumerated() where sum > 0 {
        let length = lengths?[place] ?? 0
        found.append((chunk * Int64(size) + Int64(place), length > 0 ? sum / length : sum))
      }
    }
    found.sort { ($1.score, $0.id) < ($0.score, $1.id) }
    return found.prefix(limit).map(\.id)
  }

  /// A candidate with its score, from all its keys.
  private static func hit(
    _ id: Int64, _ query: Query, _ language: Language, isIndexed: Bool, _ counts: DocumentCounts, _ limit: Int,
    in database: Database
  ) throws -> Hit? {
    let select = Self.selectRecords + "WHERE id = ?"
    guard let record = try Row.fetchOne(database.cachedStatement(sql: select), arguments: [id]).map(Self.record) else {
      return nil
    }
    let entries = try Self.entries(of: id, in: database)
    var rarities = RarityTable(counts: counts)
    var (sum, square) = (0.0, 0.0)
    var shared: [Evidence] = []
    for entry in entries {
      let own = query.entries[entry.key]
      let rarity = try own?.rarity ?? rarities.rarity(of: entry.key, in: database)
      square += entry.weight * entry.weight * rarity * rarity
      guard let own else { continue }
      let product = own.weight * entry.weight * rarity * rarity
      sum += product
      let isChinese = language == .chinese
      shared.append(
        Evidence(
          kind: isChinese ? own.key.kind : entry.kind, chinese: isChinese ? own.key.text : entry.text,
          english: isChinese ? entry.text : own.key.text, weight: product))
    }
    guard sum > 0, query.length > 0, square > 0 else { return nil }
    return Hit(
      record: record, score: min(1, sum / (query.length * square.squareRoot())),
      evidence: Self.strongest(shared, of: sum, limit))
  }

  private static func strongest(_ shared: [Evidence], of total: Double, _ limit: Int) -> [Evidence] {
    var seen = Set<String>()
    var result: [Evidence] = []
    let sorted = shared.sorted { ($1.weight, $0.chinese, $0.english) < ($0.weight, $1.chinese, $1.english) }
    for evidence in sorted where result.count < limit {
      guard seen.insert("\(evidence.chinese)\t\(evidence.english)").inserted else { continue }
      result.append(evidence)
      result[result.count - 1].weight /= total
    }
    return result
  }

  /// The keys of a document of the index.
  public func keys(of id: Int64) throws(LinkIndexError) -> [DocumentKey] {
    try reading { database in
      let statement = try database.cachedStatement(sql: "SELECT name FROM key WHERE id = ?")
      return try Self.entries(of: id, in: database).map { entry in
        DocumentKey(
          name: try Int64.fetchOne(statement, arguments: [entry.key]) ?? 0, weight: entry.weight, kind: entry.kind,
          text: entry.text)
      }
    }
  }

  /// The keys of a document as they are stored; none for one that is not there.
  /// - Throws: ``LinkIndexError`` for bytes that hold no keys.
  static func entries(of document: Int64, in database: Database) throws -> [KeyBlob.Entry] {
    let select = try database.cachedStatement(sql: "SELECT keys FROM document_keys WHERE document = ?")
    guard let blob = try Data.fetchOne(select, arguments: [document]) else { return [] }
    guard let entries = KeyBlob.entries(in: Array(blob)) else {
      throw LinkIndexError.Reason.damaged("the keys of document \(document) cannot be read")
    }
    return entries
  }
}
