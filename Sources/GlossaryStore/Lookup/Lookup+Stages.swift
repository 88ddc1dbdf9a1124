import GRDB
import TextCore

/// The stages that an index answers.
extension Lookup {
  /// How many terms a stage with many answers looks at before the best are chosen.
  private var breadth: Int64 { Int64(max(200, min(query.limit, 1_000_000) * 4)) }

  /// Queries that are longer are no part of a term: asking the full-text tables for each of their words would cost more
  /// than it finds.
  private static let longestFragment = 40

  /// Whole terms, folded.
  mutating func findExact() throws { try addTerms(folded: folded, as: .exact) }

  /// English terms of which the query is another form, or the other way round.
  ///
  /// Terms that only share the stems of their words (`universe`, `university`) count as a match by words.
  mutating func findInflected() throws {
    if hasHan || query.language == .chinese { return }
    try addInflected(of: folded, as: .inflected, byStems: .words)
  }

  /// The terms of which `folded` is an inflected form, and with `byStems` those that share its stems.
  mutating func addInflected(
    of folded: String, as kind: MatchKind, byStems: MatchKind?, weight: Double = 0
  ) throws {
    let statement = try HotStatement(
      "SELECT \(Self.columns), t.folded FROM \(Self.tables) WHERE t.english_key = ?", in: database)
    try statement.forEachRow([.text(EnglishKey.key(ofFolded: folded))]) { row in
      if EnglishKey.areForms(folded, row.text(9)) {
        add(row, as: kind, weight: weight, coversLength: false)
      } else if let byStems {
        add(row, as: byStems, weight: weight, coversLength: false)
      }
      return true
    }
  }

  /// Chinese terms by their whole reading.
  ///
  /// A query with tones prefers the terms that have just these.
  mutating func findPinyin() throws {
    guard query.language != .english, let keys = queryPinyin else { return }
    let statement = try HotStatement(Self.termsOfReading, in: database)
    try statement.forEachRow([.text(keys.flat)]) { row in
      let agrees = !keys.hasTones || (row.optionalText(8).flatMap { PinyinKeys($0) }?.agrees(with: keys) ?? true)
      add(row, as: .pinyin, weight: agrees ? (keys.hasTones ? 0 : 0.05) : 0.3, coversLength: false)
      return true
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
      SELECT \(Self.columns) FROM \(Self.tables) WHERE t.pinyin_initials = ?1
      ORDER BY (SELECT rank FROM glossary g WHERE g.id = c.glossary_id), t.id LIMIT ?2
      """, [.text(String(decoding: letters, as: UTF8.self)), .integer(breadth)], as: .initials, coversLength: false)
  }

  /// Chinese terms whose reading begins with the query.
  mutating func findPinyinPrefix() throws {
    guard query.language != .english, let keys = queryPinyin, keys.flat.utf8.count >= 2 else { return }
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT id FROM term WHERE pinyin_flat > ?1 AND pinyin_flat < ?1 || '{'
         ORDER BY length(pinyin_flat), pinyin_flat, id LIMIT ?2) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [.text(keys.flat), .integer(breadth)], as: .prefix, weight: 0.1, coversLength: false)
  }

  /// Terms that begin with the query.
  mutating func findPrefix() throws {
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT id FROM term WHERE folded > ?1 AND folded < ?1 || char(1114111) AND (\(languageCondition))
         ORDER BY length(folded), folded, id LIMIT ?2) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [.text(folded), .integer(breadth)], as: .prefix)
  }

  /// Terms with the query somewhere inside: Han by characters, English by whole words and the beginning of the last.
  mutating func findFragment() throws {
    if length > Self.longestFragment { return }
    if query.language != .english {
      try addFullText("term_han", #""\#(SearchKeys.characters(of: folded).withoutQuotes)""#, as: .contains)
    }
    if query.language != .chinese, !hasHan { try addFragment(of: words, as: .contains) }
  }

  /// English terms that hold the words one after another; the last may be the beginning of one.
  mutating func addFragment(of words: [String], as kind: MatchKind, weight: Double = 0) throws {
    if words.isEmpty { return }
    try addFullText("term_english", #""\#(words.joined(separator: " "))" *"#, as: kind, weight: weight)
  }

  /// English terms with all the words of the query, in any order and form.
  mutating func findWords() throws {
    guard query.language != .chinese, !hasHan, (2...12).contains(words.count) else { return }
    try addAll(words, as: .words)
  }

  mutating func addAll(_ words: [String], as kind: MatchKind, weight: Double = 0) throws {
    try addFullText("term_english", words.map { #""\#($0)""# }.joined(separator: " "), as: kind, weight: weight)
  }

  /// Terms with the query's letters somewhere inside, even in the middle of a word.
  ///
  /// A walk over all terms.
  mutating func findLetters() throws {
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT id FROM term WHERE instr(folded, ?1) > 0 AND (\(languageCondition))
         ORDER BY length(folded), folded, id LIMIT ?2) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [.text(folded), .integer(breadth)], as: .contains)
  }

  private mutating func addFullText(
    _ table: String, _ expression: String, as kind: MatchKind, weight: Double = 0
  ) throws {
    try add(
      """
      SELECT \(Self.columns) FROM
        (SELECT rowid AS id FROM \(table) WHERE \(table) MATCH ? LIMIT 2000) s
        CROSS JOIN term t ON t.id = s.id CROSS JOIN concept c ON c.id = t.concept_id
      """, [.text(expression)], as: kind, weight: weight)
  }

  // MARK: The query

  /// The query as pinyin.
  var queryPinyin: PinyinKeys? {
    hasHan || !folded.unicodeScalars.allSatisfy({ Self.isOfPinyin($0) }) ? nil : PinyinKeys(query.text)
  }

  /// Letters, tone digits and what may stand between syllables.
  private static func isOfPinyin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "'", "-", ",", ".", ":", "·", "1"..."5", "\u{300}"..."\u{30F}": true
    default: scalar.properties.isAlphabetic && scalar.value < 0x250
    }
  }

  /// The words of the query that a full-text table knows: letters and digits.
  var words: [String] { EnglishWords.words(of: folded).map { String($0) } }

  /// The condition on `language` that the query's language makes.
  private var languageCondition: String {
    switch query.language {
    case .english: "language = 'en'"
    case .chinese: "language <> 'en'"
    case nil: "1"
    }
  }
}

/// The words of a folded text.
enum EnglishWords {
  /// Runs of letters and digits.
  static func words(of folded: String) -> [Substring] {
    folded.unicodeScalars.split { !isOfWord($0) }.map { Substring($0) }
  }

  static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value.isASCIILetter || scalar.value.isASCIIDigit }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension String {
  /// The string with spaces in place of what would end a phrase of a full-text query.
  fileprivate var withoutQuotes: String {
    String(UnicodeScalarView(unicodeScalars.map { $0 == "\"" || $0.value < 0x20 ? " " : $0 }))
  }
}
