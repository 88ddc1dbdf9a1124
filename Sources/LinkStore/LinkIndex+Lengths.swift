import Foundation
import GRDB
import TextCore

/// How many documents of each language there are.
struct DocumentCounts {
  var chinese = 0
  var english = 0

  init(in database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT language, count(*) FROM document GROUP BY language") {
      if row[0] == Language.chinese.rawValue { chinese = row[1] } else { english = row[1] }
    }
  }
}

extension LinkIndex {
  /// Lengths are made again when more than one document in this many has changed: rarity changes slowly.
  private static let staleness = 8

  /// Makes the lengths of the documents' vectors again, if enough has changed since.
  ///
  /// The search goes by them; the scores that are given are made from the keys and are exact.
  public func refreshLengths() throws(LinkIndexError) {
    try writing { database in
      let changes =
        try Int.fetchOne(database, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'changes'") ?? 0
      let counts = try DocumentCounts(in: database)
      guard changes > 0 else { return }
      let isStale = changes * Self.staleness > counts.chinese + counts.english
      try makeLengths(in: database, counts, onlyNew: !isStale)
      if isStale { try database.execute(sql: "DELETE FROM meta WHERE key = 'changes'") }
    }
  }

  private func makeLengths(in database: Database, _ counts: DocumentCounts, onlyNew: Bool) throws {
    let size = LinkIndexSchema.chunkSize
    let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM document") ?? -1
    var rarities = RarityTable(counts: counts)
    for chunk in stride(from: Int64(0), through: last / Int64(size), by: 1) {
      var lengths = try Self.lengths(ofChunk: chunk, in: database) ?? [Float](repeating: 0, count: size)
      let range = chunk * Int64(size)..<(chunk + 1) * Int64(size)
      let before = lengths
      var present = Set<Int>()
      for id in try Int64.fetchAll(
        database, sql: "SELECT id FROM document WHERE id >= ? AND id < ?",
        arguments: [range.lowerBound, range.upperBound])
      {
        let place = Int(id - range.lowerBound)
        present.insert(place)
        if onlyNew, lengths[place] > 0 { continue }
        guard
          let blob = try Data.fetchOne(
            database.cachedStatement(sql: "SELECT keys FROM document_keys WHERE document = ?"), arguments: [id])
        else { continue }
        if !onlyNew { try rarities.load(from: database) }
        var sum = 0.0
        var failure: (any Error)?
        KeyBlob.forEach(in: Array(blob)) { key, weight, _, _ in
          do {
            let rarity = try rarities.rarity(of: key, in: database)
            sum += weight * weight * rarity * rarity
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
        lengths[place] = Float(sum.squareRoot())
      }
      for place in 0..<size where lengths[place] != 0 && !present.contains(place) { lengths[place] = 0 }
      if lengths != before {
        try database.execute(
          sql: "INSERT OR REPLACE INTO length VALUES (?, ?)",
          arguments: [chunk, lengths.withUnsafeBytes { Data($0) }])
      }
    }
  }

  /// The lengths of the documents of a chunk; nil where there are none yet.
  static func lengths(ofChunk chunk: Int64, in database: Database) throws -> [Float]? {
    guard
      let data = try Data.fetchOne(
        database.cachedStatement(sql: "SELECT lengths FROM length WHERE chunk = ?"), arguments: [chunk]),
      data.count == LinkIndexSchema.chunkSize * 4
    else { return nil }
    return data.withUnsafeBytes { bytes in
      (0..<LinkIndexSchema.chunkSize).map { bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self) }
    }
  }
}
