import Foundation
import GRDB
import TextCore

/// How many documents of each language there are.
struct DocumentCounts {
  var chinese = 0
  var english = 0

  init(in database: Database) throws {
    chinese = try Self.count(of: .chinese, in: database)
    english = try Self.count(of: .english, in: database)
  }

  /// A damaged count must not overflow what is reckoned with it.
  private static func count(of language: Language, in database: Database) throws -> Int {
    let select = "SELECT CAST(count AS INTEGER) FROM document_count WHERE language = ?"
    let count = try Int.fetchOne(database.cachedStatement(sql: select), arguments: [language.rawValue]) ?? 0
    return min(max(0, count), LinkIndexSchema.greatestNumber)
  }
}

extension LinkIndex {
  /// Lengths are made again when more than one document in this many has changed: rarity changes slowly.
  private static let staleness = 8

  /// Makes the lengths of the vectors of new documents, and those of all if many have changed since.
  ///
  /// The search goes by them; the scores that are given are made from the keys and are exact. To be called when changes are
  /// done; a program that is killed before leaves documents without length, which the next change finds.
  public func refreshLengths() throws(LinkIndexError) {
    try writing { database in
      let changes =
        try Int.fetchOne(database, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'changes'") ?? 0
      let counts = try DocumentCounts(in: database)
      var rarities = RarityTable(counts: counts)
      if changes > (counts.chinese + counts.english) / Self.staleness {
        try rarities.load(from: database)
        let all = try Int64.fetchAll(database, sql: "SELECT id FROM document ORDER BY id")
        try Self.makeLengths(of: all, in: database, &rarities)
        try database.execute(sql: "DELETE FROM meta WHERE key = 'changes'")
      } else {
        let new = try Int64.fetchAll(
          database, sql: "SELECT id FROM new_document JOIN document ON id = document ORDER BY id")
        try Self.makeLengths(of: new, in: database, &rarities)
      }
      try database.execute(sql: "DELETE FROM new_document")
    }
  }

  /// Makes the lengths of documents, which are in order.
  private static func makeLengths(of ids: [Int64], in database: Database, _ rarities: inout RarityTable) throws {
    let size = Int64(LinkIndexSchema.chunkSize)
    var chunk: Int64 = -1
    var lengths: [Float] = []
    for id in ids {
      if id / size != chunk {
        if chunk >= 0 { try write(lengths, ofChunk: chunk, to: database) }
        chunk = id / size
        lengths = try self.lengths(ofChunk: chunk, in: database) ?? [Float](repeating: 0, count: Int(size))
      }
      lengths[Int(id % size)] = Float(try length(of: id, in: database, &rarities))
    }
    if chunk >= 0 { try write(lengths, ofChunk: chunk, to: database) }
  }

  private static func length(of id: Int64, in database: Database, _ rarities: inout RarityTable) throws -> Double {
    let select = try database.cachedStatement(sql: "SELECT keys FROM document_keys WHERE document = ?")
    guard let blob = try Data.fetchOne(select, arguments: [id]) else { return 0 }
    var weights: [(key: Int64, weight: Double)] = []
    KeyBlob.forEach(in: Array(blob)) { key, weight, _, _ in weights.append((key, weight)) }
    var sum = 0.0
    for (key, weight) in weights {
      let rarity = try rarities.rarity(of: key, in: database)
      sum += weight * weight * rarity * rarity
    }
    return sum.squareRoot()
  }

  /// Takes away the length of a document that is no longer there.
  static func clearLength(of id: Int64, in database: Database) throws {
    let size = Int64(LinkIndexSchema.chunkSize)
    guard var lengths = try Self.lengths(ofChunk: id / size, in: database), lengths[Int(id % size)] != 0 else { return }
    lengths[Int(id % size)] = 0
    try write(lengths, ofChunk: id / size, to: database)
  }

  /// The lengths of the documents of a chunk; nil where there are none yet.
  static func lengths(ofChunk chunk: Int64, in database: Database) throws -> [Float]? {
    let select = try database.cachedStatement(sql: "SELECT lengths FROM length WHERE chunk = ?")
    guard let data = try Data.fetchOne(select, arguments: [chunk]), data.count == LinkIndexSchema.chunkSize * 4 else {
      return nil
    }
    return data.withUnsafeBytes { bytes in
      (0..<LinkIndexSchema.chunkSize).map { bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self) }
    }
  }

  private static func write(_ lengths: [Float], ofChunk chunk: Int64, to database: Database) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO length VALUES (?, ?)").execute(
      arguments: [chunk, lengths.withUnsafeBytes { Data($0) }])
  }
}
