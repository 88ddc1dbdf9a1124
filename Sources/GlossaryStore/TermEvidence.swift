import GRDB
import Terminology

/// A bead of an alignment in which a concept stands on both sides.
public struct TermEvidence: Hashable, Sendable {
  public var conceptID: ConceptEntry.ID
  /// The concept's names as the texts write them.
  public var chinese: String
  public var english: String
  /// The two sides of the bead.
  public var chineseText: String
  public var englishText: String
  /// The paths or names of the two documents.
  public var chineseDocument: String
  public var englishDocument: String
  /// The 1-based lines on which the sides begin.
  public var chineseLine: Int
  public var englishLine: Int
  /// How well the sides fit, from 0 to 1.
  public var score: Double

  public init(
    conceptID: ConceptEntry.ID, chinese: String, english: String, chineseText: String, englishText: String,
    chineseDocument: String, englishDocument: String, chineseLine: Int, englishLine: Int, score: Double
  ) {
    self.conceptID = conceptID
    self.chinese = chinese
    self.english = english
    self.chineseText = chineseText
    self.englishText = englishText
    self.chineseDocument = chineseDocument
    self.englishDocument = englishDocument
    self.chineseLine = chineseLine
    self.englishLine = englishLine
    self.score = score
  }
}

/// How often a concept was seen in aligned texts, and the best places.
public struct EvidenceSummary: Hashable, Sendable {
  /// The beads it was seen in.
  public var count: Int
  /// The best ones, the best first.
  public var examples: [TermEvidence]
}

/// What came of recording evidence.
public struct EvidenceReport: Hashable, Sendable {
  /// Evidence that was not there before.
  public var added = 0
  /// Evidence that was there already.
  public var known = 0
  /// The number of the change in the history; nil where nothing was new.
  public var change: Int64?

  public init() {}
}

extension GlossaryStore {
  /// Keeps evidence, as one change in the history; what is known already stays as it is.
  ///
  /// The concepts need not be in a glossary. One transaction; the version of the data does not change.
  @discardableResult
  public func record(_ evidence: some Sequence<TermEvidence>, by origin: ChangeOrigin) throws(StoreError)
    -> EvidenceReport
  {
    try writing { database in
      var writer = try EvidenceWriter(by: origin, database: database)
      for item in evidence { try writer.record(item) }
      return writer.report
    }
  }

  /// Where a concept was seen in aligned texts, with at most `limit` examples; nil when it was not.
  public func evidence(for concept: ConceptEntry.ID, limit: Int = 3) throws(StoreError) -> EvidenceSummary? {
    try reading { try EvidenceReader.summary(of: concept, limit: limit, database: $0) }
  }
}

/// Reads evidence that was not taken back.
enum EvidenceReader {
  /// Whether there is any; costs a look at one row.
  static func isEmpty(in database: Database) throws -> Bool {
    var isEmpty = true
    try HotStatement("SELECT 1 FROM evidence LIMIT 1", in: database).forEachRow([]) { _ in
      isEmpty = false
      return false
    }
    return isEmpty
  }

  static func summary(of concept: ConceptEntry.ID, limit: Int, database: Database) throws -> EvidenceSummary? {
    var summary = EvidenceSummary(count: 0, examples: [])
    let beads = try HotStatement(
      """
      SELECT count(*) OVER (), e.zh, e.en, b.zh_text, b.en_text, b.zh_document, b.en_document, b.zh_line, b.en_line,
        b.score FROM evidence e JOIN bead b ON b.id = e.bead_id WHERE e.entry_id = ? AND e.withdrawn = 0
      ORDER BY b.score DESC, length(b.zh_text), b.id LIMIT ?
      """, in: database)
    try beads.forEachRow([.text(concept), .integer(Int64(max(1, limit)))]) { row in
      summary.count = Int(row.integer(0))
      summary.examples.append(
        TermEvidence(
          conceptID: concept, chinese: row.text(1), english: row.text(2), chineseText: row.text(3),
          englishText: row.text(4), chineseDocument: row.text(5), englishDocument: row.text(6),
          chineseLine: Int(row.integer(7)), englishLine: Int(row.integer(8)), score: row.double(9)))
      return true
    }
    return summary.count == 0 ? nil : summary
  }
}

/// Writes evidence as one change.
private struct EvidenceWriter {
  private let journal: Journal
  private let database: Database
  private let find: Statement
  private let insertBead: Statement
  private let findBead: Statement
  private let insert: Statement
  private(set) var report = EvidenceReport()

  init(by origin: ChangeOrigin, database: Database) throws {
    self.database = database
    // No glossary changes by it.
    journal = try Journal(.record, by: origin, glossary: "", database: database)
    insertBead = try database.makeStatement(
      sql: """
        INSERT INTO bead(zh_text, en_text, zh_document, en_document, zh_line, en_line, score) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(zh_text, en_text) DO NOTHING
        """)
    findBead = try database.makeStatement(sql: "SELECT id FROM bead WHERE zh_text = ? AND en_text = ?")
    find = try database.makeStatement(
      sql: "SELECT 1 FROM evidence WHERE entry_id = ? AND bead_id = ? AND withdrawn = 0")
    insert = try database.makeStatement(
      sql: """
        INSERT INTO evidence(entry_id, bead_id, zh, en, change_id) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(entry_id, bead_id) DO UPDATE SET withdrawn = 0, change_id = excluded.change_id
        """)
  }

  mutating func record(_ item: TermEvidence) throws {
    try insertBead.execute(arguments: [
      item.chineseText, item.englishText, item.chineseDocument, item.englishDocument, item.chineseLine,
      item.englishLine, item.score,
    ])
    guard let bead = try Int64.fetchOne(findBead, arguments: [item.chineseText, item.englishText]) else { return }
    if try Int64.fetchOne(find, arguments: [item.conceptID, bead]) != nil {
      report.known += 1
      return
    }
    let change = try journal.number()
    try insert.execute(arguments: [item.conceptID, bead, item.chinese, item.english, change])
    report.added += 1
    report.change = change
  }
}
