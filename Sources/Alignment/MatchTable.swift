/// The words that two texts share, as far as a table of translations knows them.
struct MatchTable {
  /// A type of a Chinese segment that may become a type of an English one.
  struct Match {
    /// The English segment.
    var column: Int32
    /// The place of the type in the Chinese text's table.
    var chinese: Int32
    /// The place of the type in the English text's table.
    var english: Int32
    /// What the Chinese words add to t(e|z): t times their number.
    var forward: Float
    /// What the English words add to t(z|e).
    var backward: Float
    var source: TranslationTable.Source
  }

  let chinese: TokenizedText
  let english: TokenizedText
  let table: TranslationTable
  let postings: Postings
  /// The English type of each link of ``table``, by itself: most links are looked at for it alone.
  let linkedTypes: [Int32]

  init(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) {
    self.chinese = chinese
    self.english = english
    self.table = table
    postings = Postings(english)
    linkedTypes = table.links.map(\.english)
  }
}
