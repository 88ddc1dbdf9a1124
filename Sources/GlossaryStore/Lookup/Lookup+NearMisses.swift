import GRDB
import TextCore

/// The last stage: terms that are a slip away from the query.
extension Lookup {
  /// Terms within an edit distance of one or two, by characters for Chinese, by letters for English and pinyin.
  mutating func findNearMisses() throws {
    if hasHan {
      try findSoundAlikes()
      try findChineseNearMisses()
    } else {
      try findLetterNearMisses()
    }
  }

  /// Terms with other characters of the same reading.
  private mutating func findSoundAlikes() throws {
    guard query.language != .english, let keys = queryPinyin else { return }
    try add(
      "SELECT \(Self.columns) FROM \(Self.tables) WHERE t.pinyin_flat = ?", [keys.flat], as: .fuzzy,
      coversLength: false)
  }

  private mutating func findChineseNearMisses() throws {
    let characters = folded.unicodeScalars.filter { $0 != "\"" }.map { String($0) }
    guard query.language != .english, characters.count >= 3 else { return }
    let limit = characters.count >= 5 ? 2 : 1
    // Two of three characters, or a pair of neighbours, must have survived the slip.
    let expression: String
    if characters.count == 3 {
      expression = [(0, 1), (0, 2), (1, 2)].map { #"("\#(characters[$0])" AND "\#(characters[$1])")"# }
        .joined(separator: " OR ")
    } else {
      expression = zip(characters, characters.dropFirst()).map { #""\#($0) \#($1)""# }.joined(separator: " OR ")
    }
    try addVerified(
      """
      SELECT t.id, t.folded FROM (SELECT rowid AS id FROM term_han WHERE term_han MATCH ?1 LIMIT 20000) s
        CROSS JOIN term t ON t.id = s.id WHERE length(t.folded) BETWEEN ?2 AND ?3
      """, [expression, characters.count - limit, characters.count + limit], pattern: folded, limit: limit)
  }

  private mutating func findLetterNearMisses() throws {
    guard length >= 4, let first = folded.unicodeScalars.first else { return }
    let limit = length >= 8 ? 2 : 1
    let next = Unicode.Scalar(first.value + 1).map { String($0) } ?? "\u{10FFFF}"
    let sameLength = "length(folded) BETWEEN ?3 AND ?4 AND (\(languageCondition))"
    let bounds: StatementArguments = [String(first), next, length - limit, length + limit]
    try addVerified(
      "SELECT id, folded FROM term WHERE folded >= ?1 AND folded < ?2 AND \(sameLength)", bounds, pattern: folded,
      limit: limit)
    if isEmpty, query.language != .english, let keys = queryPinyin {
      try addVerified(
        """
        SELECT id, pinyin_flat FROM term
        WHERE pinyin_flat >= ?1 AND pinyin_flat < ?2 AND length(pinyin_flat) BETWEEN ?3 AND ?4
        """, bounds, pattern: keys.flat, limit: 1)
    }
    // The slip may be in the first letter: then every term of that length is looked at.
    if isEmpty {
      try addVerified(
        "SELECT id, folded FROM term WHERE ?1 < ?2 AND \(sameLength)", bounds, pattern: folded, limit: limit)
    }
  }

  /// Takes in the terms whose key is at most `limit` edits away from the pattern.
  ///
  /// The statement gives row ids and keys; it is answered from an index alone.
  private mutating func addVerified(
    _ sql: String, _ arguments: StatementArguments, pattern: String, limit: Int
  ) throws {
    var distance = EditDistance(from: pattern)
    var found: [(term: Int64, edits: Int)] = []
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      if let edits = distance.to(row[1], atMost: limit), edits > 0 { found.append((row[0], edits)) }
    }
    for (term, edits) in found {
      try add(
        "SELECT \(Self.columns) FROM \(Self.tables) WHERE t.id = ?", [term], as: .fuzzy, weight: edits == 1 ? 0 : 0.45)
    }
  }
}

/// The number of slips between a pattern and other strings: a scalar wrong, missing, too many, or two neighbours
/// exchanged (the restricted Damerau-Levenshtein distance).
struct EditDistance {
  private let pattern: [UInt32]
  private var rows: [[Int]]

  init(from pattern: String) {
    self.pattern = pattern.unicodeScalars.map(\.value)
    rows = Array(repeating: [], count: 3)
  }

  /// The distance to `text`, or nil when it is more than `limit`.
  ///
  /// Costs the product of the lengths at most.
  mutating func to(_ text: String, atMost limit: Int) -> Int? {
    let other = text.unicodeScalars.map(\.value)
    if abs(other.count - pattern.count) > limit { return nil }
    if pattern.isEmpty { return other.count }
    let width = pattern.count + 1
    for index in 0..<3 where rows[index].count != width { rows[index] = Array(repeating: 0, count: width) }
    for column in 0..<width { rows[0][column] = column }
    var current = 0
    for (line, scalar) in other.enumerated() {
      let above = current
      let twoAbove = (current + 2) % 3
      current = (current + 1) % 3
      rows[current][0] = line + 1
      var least = line + 1
      for column in 1..<width {
        var value = rows[above][column - 1] + (pattern[column - 1] == scalar ? 0 : 1)
        value = min(value, rows[above][column] + 1, rows[current][column - 1] + 1)
        if line > 0, column > 1, pattern[column - 1] == other[line - 1], pattern[column - 2] == scalar {
          value = min(value, rows[twoAbove][column - 2] + 1)
        }
        rows[current][column] = value
        least = min(least, value)
      }
      if least > limit { return nil }
    }
    let result = rows[current][width - 1]
    return result <= limit ? result : nil
  }
}
