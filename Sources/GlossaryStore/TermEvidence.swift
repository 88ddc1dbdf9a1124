import GRDB
import Terminology

/// A place where an alignment saw a Chinese and an English term translate each other.
public struct TermEvidence: Hashable, Sendable {
  public var chinese: String
  public var english: String
  /// The paths or names of the two documents.
  public var chineseDocument: String
  public var englishDocument: String
  /// The 0-based segments in which the terms stand.
  public var chineseSegment: Int
  public var englishSegment: Int
  /// How sure the alignment is of these segments, from 0 to 1.
  public var score: Double

  public init(
    chinese: String, english: String, chineseDocument: String, englishDocument: String, chineseSegment: Int,
    englishSegment: Int, score: Double
  ) {
    self.chinese = chinese
    self.english = english
    self.chineseDocument = chineseDocument
    self.englishDocument = englishDocument
    self.chineseSegment = chineseSegment
    self.englishSegment = englishSegment
    self.score = score
  }
}

extension GlossaryStore {
  /// Keeps evidence; what is known of the same place gets the new score.
  ///
  /// The terms need not be in a glossary. One transaction; evidence has no history and does not change the version of the
  /// data.
  public func record(_ evidence: some Sequence<TermEvidence>) throws(StoreError) {
    try writing { database in
      let statement = try database.makeStatement(
        sql: """
          INSERT INTO evidence(zh, en, zh_document, en_document, zh_segment, en_segment, score)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(zh, en, zh_document, en_document, zh_segment, en_segment) DO UPDATE SET score = excluded.score
          """)
      for item in evidence {
        try statement.execute(arguments: [
          item.chinese, item.english, item.chineseDocument, item.englishDocument, item.chineseSegment,
          item.englishSegment, item.score,
        ])
      }
    }
  }

  /// Where a pair of terms was seen, the surest place first, then by document and segment.
  public func evidence(chinese: String, english: String, limit: Int = 10) throws(StoreError) -> [TermEvidence] {
    try reading { try Self.evidence("zh = ? AND en = ?", [chinese, english], limit: limit, database: $0) }
  }

  /// Where the Chinese and the English terms of an entry were seen to translate each other, the surest place first.
  public func evidence(for entry: ConceptEntry, limit: Int = 10) throws(StoreError) -> [TermEvidence] {
    let english = Set(entry.terms.filter { !$0.language.isChinese }.map(\.text))
    return try reading { database in
      var found: [TermEvidence] = []
      for chinese in Set(entry.terms.filter(\.language.isChinese).map(\.text)).sorted() {
        for text in english.sorted() {
          found += try Self.evidence("zh = ? AND en = ?", [chinese, text], limit: limit, database: database)
        }
      }
      let sorted = found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      return sorted.prefix(max(0, limit)).map(\.element)
    }
  }

  private static func evidence(
    _ condition: String, _ arguments: StatementArguments, limit: Int, database: Database
  ) throws -> [TermEvidence] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT zh, en, zh_document, en_document, zh_segment, en_segment, score FROM evidence WHERE \(condition)
        ORDER BY score DESC, zh_document, en_document, zh_segment, en_segment LIMIT ?
        """)
    return try Row.fetchAll(statement, arguments: arguments + [max(0, limit)]).map { row in
      TermEvidence(
        chinese: row[0], english: row[1], chineseDocument: row[2], englishDocument: row[3], chineseSegment: row[4],
        englishSegment: row[5], score: row[6])
    }
  }
}
