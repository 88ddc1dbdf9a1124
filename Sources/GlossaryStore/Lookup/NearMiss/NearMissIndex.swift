import GRDB
import TextCore

/// The tables by which near misses are found: what terms are looked up by, under the keys of ``NearMissKeys``.
///
/// They hold texts, not terms, each under its keys once, however many terms share it; the indexes of `term` lead on from
/// there. So nothing need be taken out when a term goes: what is left behind leads nowhere, and goes with the next large
/// import. That makes all of it anew, packed in blocks (see ``NearMissBlock``); what comes in later has a row for each key.
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

  /// Makes the blocks anew from all terms.
  static func rebuild(in database: Database) throws {
    try replace(by: NearMissPairs(NearMissTexts(in: database)).blocks(), in: database)
  }

  /// Puts blocks that were made from all terms in place of what there is.
  static func replace(by blocks: [(first: Int64, block: [UInt8])], in database: Database) throws {
    try database.execute(sql: "DELETE FROM near_miss; DELETE FROM near_miss_block")
    let insert = try RowStatement("INSERT INTO near_miss_block(first, data) VALUES (?, ?)", in: database)
    for (first, block) in blocks {
      insert.bind(first)
      insert.bind(blob: block)
      try insert.run()
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
    let search = try Search(in: database)
    var distance = EditDistance(from: pattern)
    var seen: Set<[UInt32]> = []
    var found: [Candidate] = []
    for key in keys {
      try search.forEachText(under: key) { text in
        guard let scalars = scalars(of: text, lengthNear: pattern.count, within: limit),
          let edits = distance.to(scalars, atMost: limit), seen.insert(scalars).inserted
        else { return true }
        found.append(Candidate(text: String(decoding: text, as: UTF8.self), edits: edits))
        return true
      }
    }
    return found.sorted { ($0.edits, $0.text) < ($1.edits, $1.text) }
  }

  /// Whether the word is one of a stored term.
  static func contains(word: String, in database: Database) throws -> Bool {
    guard let key = NearMissKeys.own(word: word.unicodeScalars.map(\.value)) else { return false }
    var isThere = false
    try Search(in: database).forEachText(under: key) { text in
      isThere = text.elementsEqual(word.utf8)
      return !isThere
    }
    return isThere
  }

  /// The texts under a key, wherever they are.
  private struct Search {
    private let block: HotStatement
    private let rows: HotStatement

    init(in database: Database) throws {
      block = try HotStatement(
        "SELECT data FROM near_miss_block WHERE first <= ? ORDER BY first DESC LIMIT 1", in: database)
      rows = try HotStatement("SELECT text FROM near_miss WHERE key = ?", in: database)
    }

    /// Calls `body` with each text until it returns false; a text may come twice.
    func forEachText(under key: Int64, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
      var goesOn = true
      try block.forEachRow([.integer(key)]) { row in
        try NearMissBlock.forEachText(under: key, in: row.blob(0)) { text in
          goesOn = try body(text)
          return goesOn
        }
        return false
      }
      if !goesOn { return }
      try rows.forEachRow([.integer(key)]) { try body($0.utf8(0)) }
    }
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
