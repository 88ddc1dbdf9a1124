import Formats

/// Which rows of a table say again what an earlier row said, as labels and set phrases do.
struct RepeatedRows {
  /// For each row, the first one with its two texts: itself, where they are new.
  let firsts: [Int]
  /// The rows that come once.
  let single: [Int]
  /// The rows that come again later, the first time that they come.
  let repeated: [Int]

  /// Costs one pass over the texts.
  init(_ rows: [BilingualTable.Row]) {
    var known: [Int: Int] = [:]
    var counts = [Int](repeating: 0, count: rows.count)
    firsts = rows.indices.map { index in
      let hash = Self.hash(of: rows[index])
      // Rows with one hash that differ, which hardly ever are, stand alone.
      if let first = known[hash], Self.areSame(rows[first], rows[index]) {
        counts[first] += 1
        return first
      }
      known[hash] = index
      counts[index] = 1
      return index
    }
    single = counts.indices.filter { counts[$0] == 1 }
    repeated = counts.indices.filter { counts[$0] > 1 }
  }

  private static func hash(of row: BilingualTable.Row) -> Int {
    var hasher = Hasher()
    for text in [row.chinese, row.english] {
      hasher.combine(text.utf8.count)
      _ = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
    return hasher.finalize()
  }

  /// Byte for byte: what reads alike may be written otherwise.
  private static func areSame(_ a: BilingualTable.Row, _ b: BilingualTable.Row) -> Bool {
    a.chinese.utf8.elementsEqual(b.chinese.utf8) && a.english.utf8.elementsEqual(b.english.utf8)
  }
}
