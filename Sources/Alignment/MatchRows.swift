/// The matches of Chinese segments that follow each other, each with the English segments of some columns, in one flat
/// table: rows are added behind and dropped in front.
///
/// For each English type it remembers where its places within the columns begin, so that a link that leads nowhere costs a
/// look and no search. The columns may widen, but should not step back from row to row: that costs a look at every type.
struct MatchRows {
  fileprivate struct Row {
    let firstColumn: Int
    let columnCount: Int
    /// Where the row's part of ``MatchRows/bounds`` begins: one more than there are columns.
    var bounds: Int
  }

  private let table: MatchTable
  private var rows: [Row] = []
  private var firstRow = 0
  /// Where the matches of each column of each row begin and end.
  private var bounds: [Int32] = []
  /// The matches, by row, then by column.
  private(set) var matches: [MatchTable.Match] = []
  /// For each English type its first place in or after the column ``low``.
  private var cursors: Postings.Cursors
  private var low = 0
  /// The matches of the row at hand in the order of the Chinese words.
  private var found: [MatchTable.Match] = []

  init(_ table: MatchTable) {
    self.table = table
    cursors = table.postings.cursors
  }

  /// Where the matches of a row with the English segment `column`, which may lie outside the row's columns, are found in
  /// ``matches``.
  @inline(__always)
  func range(row: Int, column: Int) -> Range<Int> {
    let row = rows[firstRow + row]
    let index = column - row.firstColumn
    guard index >= 0, index < row.columnCount else { return 0..<0 }
    return Int(bounds[row.bounds + index])..<Int(bounds[row.bounds + index + 1])
  }

  /// Gives a view of all rows, for a closer look at many of their matches.
  @inline(__always)
  func withView(_ body: (View) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      bounds.withUnsafeBufferPointer { bounds in
        matches.withUnsafeBufferPointer { matches in
          body(View(rows: UnsafeBufferPointer(rebasing: rows[firstRow...]), bounds: bounds, matches: matches))
        }
      }
    }
  }

  /// The rows as they lie in memory.
  struct View {
    fileprivate let rows: UnsafeBufferPointer<Row>
    fileprivate let bounds: UnsafeBufferPointer<Int32>
    fileprivate let matches: UnsafeBufferPointer<MatchTable.Match>

    /// The number of rows.
    var count: Int { rows.count }

    /// Gives the matches of a row with an English segment, in the order of the Chinese words.
    @inline(__always)
    func forEachMatch(row: Int, column: Int, _ body: (MatchTable.Match) -> Void) {
      let row = rows[row]
      let index = column - row.firstColumn
      guard index >= 0, index < row.columnCount else { return }
      for match in Int(bounds[row.bounds + index])..<Int(bounds[row.bounds + index + 1]) { body(matches[match]) }
    }

    /// Whether a row has a match with any of some columns, all of which are the row's.
    @inline(__always)
    func hasMatches(row: Int, columns: Range<Int>) -> Bool {
      let first = rows[row].bounds - rows[row].firstColumn
      return bounds[first + columns.lowerBound] < bounds[first + columns.upperBound]
    }
  }

  /// Adds a row: the matches of a Chinese segment with the English segments in `columns`.
  mutating func append(_ segment: Int, columns: Range<Int>) {
    find(segment, columns: columns)
    let start = bounds.count
    rows.append(Row(firstColumn: columns.lowerBound, columnCount: columns.count, bounds: start))
    // Sorted by counting: each bound is first the number of matches before its column, then the place of the next one.
    bounds.append(contentsOf: repeatElement(0, count: columns.count + 1))
    for match in found { bounds[start + Int(match.column) - columns.lowerBound] += 1 }
    var sum = Int32(matches.count)
    for index in start..<bounds.count {
      let count = bounds[index]
      bounds[index] = sum
      sum += count
    }
    matches.append(contentsOf: found)
    for match in found {
      let index = start + Int(match.column) - columns.lowerBound
      matches[Int(bounds[index])] = match
      bounds[index] += 1
    }
    for index in (start..<bounds.count).dropFirst().reversed() { bounds[index] = bounds[index - 1] }
    bounds[start] = Int32(matches.count - found.count)
  }

  /// Drops the first row.
  mutating func dropFirst() {
    firstRow += 1
    // What was dropped is moved out of the way when it is more than what is left.
    if firstRow < 64 || firstRow * 2 < rows.count { return }
    let bound = firstRow < rows.count ? rows[firstRow].bounds : bounds.count
    let match = bound < bounds.count ? Int(bounds[bound]) : matches.count
    rows.removeFirst(firstRow)
    firstRow = 0
    bounds.removeFirst(bound)
    matches.removeFirst(match)
    for index in rows.indices { rows[index].bounds -= bound }
    for index in bounds.indices { bounds[index] -= Int32(match) }
  }

  /// Drops all rows.
  mutating func removeAll() {
    firstRow = 0
    rows.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
  }

  /// Collects the matches of a segment in the order of its words.
  private mutating func find(_ segment: Int, columns: Range<Int>) {
    if columns.lowerBound < low { cursors = table.postings.cursors }
    low = columns.lowerBound
    found.removeAll(keepingCapacity: true)
    Self.find(segment, columns: columns, in: table, from: &cursors.items, &cursors.segments, &found)
  }

  private static func find(
    _ segment: Int, columns: Range<Int>, in table: MatchTable, from cursors: inout [Int32],
    _ segments: inout [Int32], _ found: inout [MatchTable.Match]
  ) {
    let (low, high) = (Int32(columns.lowerBound), Int32(columns.upperBound))
    let starts = table.table.starts
    segments.withUnsafeMutableBufferPointer { segments in
      cursors.withUnsafeMutableBufferPointer { cursors in
        table.postings.items.withUnsafeBufferPointer { items in
          table.linkedTypes.withUnsafeBufferPointer { types in
            for place in table.chinese.starts[segment]..<table.chinese.starts[segment + 1] {
              let type = Int(table.chinese.types[place])
              for index in starts[type]..<starts[type + 1] {
                let other = Int(types[index])
                if segments[other] >= high { continue }
                var item = Int(cursors[other])
                if segments[other] < low {
                  repeat { item += 1 } while items[item].segment < low
                  segments[other] = items[item].segment
                  cursors[other] = Int32(item)
                }
                while items[item].segment < high {
                  let link = table.table.links[index]
                  let counterpart = items[item].place
                  found.append(
                    MatchTable.Match(
                      column: items[item].segment, chinese: Int32(place), english: counterpart,
                      forward: link.forward * table.chinese.counts[place],
                      backward: link.backward * table.english.counts[Int(counterpart)], source: link.source))
                  item += 1
                }
              }
            }
          }
        }
      }
    }
  }
}
