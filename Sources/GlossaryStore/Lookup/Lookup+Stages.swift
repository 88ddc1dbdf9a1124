import GRDB
import TextCore

/// The stages that an index answers.
extension Lookup {
  /// How many terms a stage with many answers looks at before the best are chosen.
  private var breadth: Int { max(200, query.limit &* 4) }

  /// Whole terms, folded.
  mutating func findExact() throws {
    try add("SELECT \(Self.columns) FROM \(Self.tables) WHERE t.folded = ?", [folded], as: .exact)
  }

  /// English terms of which the query is another form, or the other way round.
  ///
  /// Terms that only share the stems of their words (`universe`, `university`) count as a match by words.
  mutating func findInflected() throws {
    if hasHan || query.language == .chinese { return }
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns), t.folded FROM \(Self.tables) WHERE t.english_key = ?")
    let rows = try Row.fetchCursor(statement, arguments: [EnglishKey.key(ofFolded: folded)])
    while let row = try rows.next() {
      let isInflected = EnglishKey.areForms(folded, row[8])
      add(row, as: isInflected ? .inflected : .words, coversLength: false)
    }
  }

  /// Chinese terms by their whole reading.
  ///
  /// A query with tones prefers the terms that have just these.
  mutating func findPinyin() throws {
    guard query.language != .english, let keys = queryPinyin else { return }
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns), t.pinyin FROM \(Self.tables) WHERE t.pinyin_flat = ?")
    let rows = try Row.fetchCursor(statement, arguments: [keys.flat])
    while let row = try rows.next() {
      let written: String? = row[8]
      let agrees = !keys.hasTones || (written.flatMap { PinyinKeys($0) }?.agrees(with: keys) ?? true)
      add(row, as: .pinyin, weight: agrees ? (keys.hasTones ? 0 : 0.05) : 0.3, coversLength: false)
    }
  }

  /// Chinese terms by the first letters of their syllables.
  mutating func findInitials() throws {
    let letters = folded.utf8.filter { $0 != UInt8(ascii: " ") }
    guard query.language != .english, (2...12).contains(letters.count),
      letters.allSatisfy({ UInt32($0).isASCIILetter })
    else { return }
    try add(
      """
      SELECT \(Self.columns) FROM \(Self.tables) WHERE t.pinyin_initials = ?
      ORDER BY (SELECT rank FROM glossary g WHERE g.id = c.glossary_id), t.id LIMIT \(breadth)
      """, [String(decoding: letters, as: UTF8.self)], as: .initials, coversLength: false)
  }

  /// Chinese terms whose reading begins with the query.
  mutating func findPinyinPrefix() throws {
    guard query.language != .english, let keys = queryPinyin, keys.flat.utf8.count >= 2 else { return }
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT id FROM term WHERE pinyin_flat > ?1 AND pinyin_flat < ?1 || '{'
         ORDER BY length(pinyin_flat), pinyin_flat, id LIMIT \(breadth)) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [keys.flat], as: .prefix, weight: 0.1, coversLength: false)
  }

  /// Terms that begin with the query.
  mutating func findPrefix() throws {
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT id FROM term WHERE folded > ?1 AND folded < ?1 || char(1114111) AND (\(languageCondition))
         ORDER BY length(folded), folded, id LIMIT \(breadth)) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [folded], as: .prefix)
  }

  /// Terms with the query somewhere inside: Han by characters, English by whole words and the beginning of the last.
  mutating func findFragment() throws {
    if query.language != .english {
      try addFullText("term_han", #""\#(SearchKeys.characters(of: folded).withoutQuotes)""#, as: .contains)
    }
    if query.language != .chinese, !hasHan, !words.isEmpty {
      try addFullText("term_english", #""\#(words.joined(separator: " "))" *"#, as: .contains)
    }
  }

  /// English terms with all the words of the query, in any order and form.
  mutating func findWords() throws {
    guard query.language != .chinese, !hasHan, words.count > 1 else { return }
    try addFullText("term_english", words.map { #""\#($0)""# }.joined(separator: " "), as: .words)
  }

  /// Terms with the query's letters somewhere inside, even in the middle of a word.
  ///
  /// A walk over all terms.
  mutating func findLetters() throws {
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT id FROM term WHERE instr(folded, ?1) > 0 AND (\(languageCondition))
         ORDER BY length(folded), folded, id LIMIT \(breadth)) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [folded], as: .contains)
  }

  private mutating func addFullText(_ table: String, _ expression: String, as kind: MatchKind) throws {
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT rowid AS id FROM \(table) WHERE \(table) MATCH ? LIMIT 2000) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [expression], as: kind)
  }

  /// The query as pinyin, or the reading that came with it.
  var queryPinyin: PinyinKeys? {
    if hasHan { return query.pinyin.flatMap { PinyinKeys($0) } }
    return folded.unicodeScalars.allSatisfy { Self.isOfPinyin($0) } ? PinyinKeys(query.text) : nil
  }

  /// Letters, tone digits and what may stand between syllables.
  private static func isOfPinyin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "'", "-", ",", ".", ":", "·", "1"..."5", "\u{300}"..."\u{30F}": true
    default: scalar.properties.isAlphabetic && scalar.value < 0x250
    }
  }

  /// The words of the query that a full-text table knows: letters and digits.
  var words: [String] {
    folded.unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }.map { String($0) }
  }

  /// The condition on `language` that the query's language makes.
  var languageCondition: String {
    switch query.language {
    case .english: "language = 'en'"
    case .chinese: "language <> 'en'"
    case nil: "1"
    }
  }
}

extension String {
  /// The string with spaces in place of what would end a phrase of a full-text query.
  fileprivate var withoutQuotes: String {
    String(UnicodeScalarView(unicodeScalars.map { $0 == "\"" || $0.value < 0x20 ? " " : $0 }))
  }
}
