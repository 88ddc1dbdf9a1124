import GRDB
import Terminology

/// The keys by which Chinese terms are looked up in pinyin.
enum ReadingKeys {
  /// Gives keys to all Chinese terms that have none.
  static func fill(in database: Database, pinyinOf: @escaping TermReading) throws {
    var keys = IndexKeys(pinyinOf: pinyinOf)
    let update = try database.cachedStatement(
      sql: "UPDATE term SET pinyin_flat = ?, pinyin_initials = ? WHERE id = ?")
    let terms = try Row.fetchAll(
      database, sql: "SELECT id, text FROM term WHERE language <> 'en' AND pinyin_flat IS NULL AND pinyin IS NULL")
    for row in terms {
      let found = keys.keys(of: Term(language: .simplifiedChinese, text: row[1]))
      guard found.flat != nil else { continue }
      try update.execute(arguments: [found.flat, found.initials, row[0] as Int64])
    }
    if !terms.isEmpty { try NearMissIndex.rebuild(in: database) }
  }
}
