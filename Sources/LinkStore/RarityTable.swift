import Alignment
import GRDB

/// What each key tells, looked up once.
struct RarityTable {
  private let counts: DocumentCounts
  private var known: [Int64: Double] = [:]
  /// The numbers of all keys in order, and what each tells; nil before they are loaded.
  private var all: (ids: [Int64], rarities: [Float])?

  init(counts: DocumentCounts) { self.counts = counts }

  /// Takes every key into memory, for work on all documents.
  mutating func load(from database: Database) throws {
    guard all == nil else { return }
    var table: (ids: [Int64], rarities: [Float]) = ([], [])
    let rows = try Row.fetchCursor(database, sql: "SELECT id, zh, en FROM key ORDER BY id")
    while let row = try rows.next() {
      table.ids.append(row[0])
      table.rarities.append(Float(rarity(chinese: row[1], english: row[2])))
    }
    all = table
  }

  /// How much a key tells; 0 for one that is not there.
  mutating func rarity(of key: Int64, in database: Database) throws -> Double {
    if let all { return Self.place(of: key, in: all.ids).map { Double(all.rarities[$0]) } ?? 0 }
    if let known = known[key] { return known }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT zh, en FROM key WHERE id = ?"), arguments: [key])
    let rarity = row.map { self.rarity(chinese: $0[0], english: $0[1]) } ?? 0
    known[key] = rarity
    return rarity
  }

  /// Where a number stands among others that are in order; at once where none is left out, as in every index that was only
  /// added to.
  private static func place(of id: Int64, in ids: [Int64]) -> Int? {
    guard let first = ids.first, let last = ids.last, id >= first, id <= last else { return nil }
    var (low, high) = (0, min(Int(id - first), ids.count - 1))
    if ids[high] == id { return high }
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return ids[low] == id ? low : nil
  }

  /// How much a key tells that so many documents have.
  func rarity(chinese: Int, english: Int) -> Double {
    DocumentKey.rarity(chinese: chinese, of: counts.chinese, english: english, of: counts.english)
  }
}
