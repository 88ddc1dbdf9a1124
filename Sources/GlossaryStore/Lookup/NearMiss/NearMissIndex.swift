import GRDB
import TextCore

/// The table by which near misses are found: what terms are looked up by, under the keys of ``NearMissKeys``.
///
/// It holds texts, not terms, each under its keys once, however many terms share it; the indexes of `term` lead on from
/// there. So nothing need be taken out when a term goes: what is left behind leads nowhere, and goes with the next large
/// import.
enum NearMissIndex {
  static let table =
    "CREATE TABLE near_miss(key INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY(key, text)) WITHOUT ROWID"

  /// Writes the keys of single terms.
  struct Writer {
    private let insert: Statement

    init(_ database: Database) throws {
      insert = try database.makeStatement(sql: "INSERT OR IGNORE INTO near_miss(key, text) VALUES (?, ?)")
    }

    /// Adds the texts by which a term may be nearly missed.
    func add(folded: String, reading: String?, isChinese: Bool) throws {
      try NearMissIndex.forEachText(folded, reading: reading, isChinese: isChinese) { text, keys in
        for key in keys {
          insert.setUncheckedArguments([key, text])
          try insert.execute()
        }
      }
    }
  }

  /// Makes the table anew from all terms, in the order of its keys: for large imports.
  static func rebuild(in database: Database) throws {
    var texts: [String] = []
    var rows: [(key: Int64, text: Int)] = []
    func add(_ text: String, _ keys: [Int64]) {
      for key in keys { rows.append((key, texts.count)) }
      if !keys.isEmpty { texts.append(text) }
    }
    var words: Set<String> = []
    let terms = try HotStatement("SELECT DISTINCT folded, language = 'en' FROM term ORDER BY 1, 2", in: database)
    try terms.forEachRow([]) { row in
      forEachText(row.text(0), reading: nil, isChinese: row.integer(1) == 0) { text, keys in
        if row.integer(1) == 0 || words.insert(text).inserted { add(text, keys) }
      }
      return true
    }
    let readings = try HotStatement(
      "SELECT DISTINCT pinyin_flat FROM term WHERE pinyin_flat IS NOT NULL ORDER BY 1", in: database)
    try readings.forEachRow([]) { row in
      let text = row.text(0)
      add(text, NearMissKeys.stored(reading: text.unicodeScalars.map(\.value)))
      return true
    }
    rows.sort { ($0.key, $0.text) < ($1.key, $1.text) }
    try database.execute(sql: "DELETE FROM near_miss")
    let insert = try database.makeStatement(sql: "INSERT OR IGNORE INTO near_miss(key, text) VALUES (?, ?)")
    for (key, text) in rows {
      insert.setUncheckedArguments([key, texts[text]])
      try insert.execute()
    }
  }

  /// Calls `body` with each text of a term and its keys.
  private static func forEachText(
    _ folded: String, reading: String?, isChinese: Bool, _ body: (_ text: String, _ keys: [Int64]) throws -> Void
  ) rethrows {
    if isChinese {
      try body(folded, NearMissKeys.keys(ofHan: folded.unicodeScalars.map(\.value)))
      if let reading { try body(reading, NearMissKeys.stored(reading: reading.unicodeScalars.map(\.value))) }
    } else {
      for word in EnglishWords.words(of: folded) {
        try body(String(word), NearMissKeys.stored(word: word.unicodeScalars.map(\.value)))
      }
    }
  }

  // MARK: Searching

  /// A text near to what was asked.
  struct Candidate: Hashable {
    let text: String
    let edits: Int
  }

  /// The texts under the keys that are at most `limit` edits away from the pattern, the nearest first, then by text.
  ///
  /// The pattern itself is among them when it is stored.
  static func candidates(
    near pattern: [UInt32], under keys: [Int64], atMost limit: Int, in database: Database
  ) throws -> [Candidate] {
    let statement = try HotStatement("SELECT text FROM near_miss WHERE key = ?", in: database)
    var distance = EditDistance(from: pattern)
    var seen: Set<[UInt32]> = []
    var found: [Candidate] = []
    for key in keys {
      try statement.forEachRow([.integer(key)]) { row in
        guard let scalars = scalars(of: row.utf8(0), lengthNear: pattern.count, within: limit),
          let edits = distance.to(scalars, atMost: limit), seen.insert(scalars).inserted
        else { return true }
        found.append(Candidate(text: row.text(0), edits: edits))
        return true
      }
    }
    return found.sorted { ($0.edits, $0.text) < ($1.edits, $1.text) }
  }

  /// Whether the word is one of a stored term.
  static func contains(word: String, in database: Database) throws -> Bool {
    guard let key = NearMissKeys.own(word: word.unicodeScalars.map(\.value)) else { return false }
    let statement = try HotStatement("SELECT 1 FROM near_miss WHERE key = ? AND text = ?", in: database)
    var isThere = false
    try statement.forEachRow([.integer(key), .text(word)]) { _ in
      isThere = true
      return false
    }
    return isThere
  }

  /// The scalars of stored UTF-8, or nil when they are too many or too few.
  private static func scalars(
    of utf8: UnsafeBufferPointer<UInt8>, lengthNear count: Int, within limit: Int
  ) -> [UInt32]? {
    // A scalar takes one to four bytes.
    if utf8.count < count - limit || utf8.count > (count + limit) * 4 { return nil }
    let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars.map(\.value)
    return abs(scalars.count - count) <= limit ? scalars : nil
  }
}
