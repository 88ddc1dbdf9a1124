import Alignment
import GRDB

/// What each key tells, looked up once.
struct RarityTable {
  private let counts: DocumentCounts
  private var known: [Int64: Double] = [:]
  private var all: [Float]?

  init(counts: DocumentCounts) { self.counts = counts }

  /// Takes every key into memory, for work on all documents.
  mutating func load(from database: Database) throws {
    guard all == nil else { return }
    let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM key") ?? 0
    var table = [Float](repeating: 0, count: Int(last) + 1)
    let rows = try Row.fetchCursor(database, sql: "SELECT id, zh, en FROM key")
    while let row = try rows.next() {
      let id: Int64 = row[0]
      table[Int(id)] = Float(rarity(chinese: row[1], english: row[2]))
    }
    all = table
  }

  /// How much a key tells; 0 for one that is not there.
  mutating func rarity(of key: Int64, in database: Database) throws -> Double {
    if let all { return key >= 0 && key < all.count ? Double(all[Int(key)]) : 0 }
    if let known = known[key] { return known }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT zh, en FROM key WHERE id = ?"), arguments: [key])
    let rarity = row.map { self.rarity(chinese: $0[0], english: $0[1]) } ?? 0
    known[key] = rarity
    return rarity
  }

  /// How much a key tells that so many documents have.
  func rarity(chinese: Int, english: Int) -> Double {
    DocumentKey.rarity(chinese: chinese, of: counts.chinese, english: english, of: counts.english)
  }
}
