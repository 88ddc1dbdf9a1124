import Terminology

/// Which terms of a glossary stand in columns of their region, as `zh-TW_admitted`, and not beside a column that names
/// the region of each.
///
/// Those of a language and status do when names can say all their regions, and when in each entry they stand in the
/// order in which the columns are read: those of no region first.
struct RegionColumns {
  /// The regions of each column of terms, in the order of the columns.
  private var regions: [TableColumn: [String]] = [:]

  init(_ entries: [ConceptEntry]) {
    var used: [TableColumn: Set<String>] = [:]
    var refused: Set<TableColumn> = []
    for entry in entries where entry.terms.contains(where: { $0.region != nil }) {
      var last: [TableColumn: Int] = [:]
      for term in entry.terms {
        let column = TableColumn(of: term)
        let rank = Self.rank(of: term.region, in: column)
        guard let rank, rank >= last[column, default: 0] else {
          refused.insert(column)
          continue
        }
        last[column] = rank
        if let region = term.region { used[column, default: []].insert(region) }
      }
    }
    for (column, found) in used where !refused.contains(column) {
      regions[column] = TableColumn.regions.filter(found.contains)
    }
  }

  /// The regions that have columns beside the plain one of a language and status; nil where a column says the region of
  /// each term.
  func of(_ column: TableColumn) -> [String]? { regions[column] }

  /// Where a region comes among those of a column, 0 for none; nil for one that no name can say.
  private static func rank(of region: String?, in column: TableColumn) -> Int? {
    guard let region else { return 0 }
    guard column.name(ofRegion: region) != nil else { return nil }
    return TableColumn.regions.firstIndex(of: region).map { $0 + 1 }
  }
}
