/// A list in one cell: values with a mark between them that stands alone, between spaces.
///
/// Lists nest: a list of one mark can be a value in a list of another.
struct CellList {
  /// Several terms, or what belongs to each of them: ` | `.
  static let values = CellList(mark: "|")
  /// Several things of one term: ` || `.
  static let items = CellList(mark: "||")
  /// The parts of one thing: ` => `.
  static let parts = CellList(mark: "=>")

  private let mark: [UInt8]

  private init(mark: String) { self.mark = Array(mark.utf8) }

  /// The values of a cell; spaces around them are dropped.
  func split(_ cell: String) -> [String] {
    if cell.isEmpty { return [] }
    let bytes = Array(cell.utf8)
    if !bytes.contains(mark[0]) { return [Self.trimmed(bytes[...])] }
    var values: [String] = []
    var start = 0
    var index = 0
    while index + mark.count + 1 < bytes.count {
      if bytes[index] == 0x20, bytes[index + mark.count + 1] == 0x20, isMark(at: index + 1, in: bytes[...]) {
        values.append(unescaped(bytes[start..<index]))
        start = index + mark.count + 2
        index = start
      } else {
        index += 1
      }
    }
    values.append(unescaped(bytes[start...]))
    return values
  }

  /// The cell that holds the values; empty when all of them are.
  ///
  /// A mark that stands alone in a value gets a backslash.
  func joined(_ values: [String]) -> String {
    if values.allSatisfy(\.isEmpty) { return "" }
    return values.map(escaped).joined(separator: String(decoding: [0x20] + mark + [0x20], as: UTF8.self))
  }

  /// The same without empty values at the end.
  func joinedBriefly(_ values: [String?]) -> String {
    var values = values.map { $0 ?? "" }
    while let last = values.last, last.isEmpty { values.removeLast() }
    return joined(values)
  }

  private func isMark(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    index + mark.count <= bytes.endIndex && bytes[index..<(index + mark.count)].elementsEqual(mark)
  }

  private func escaped(_ value: String) -> String {
    if !value.utf8.contains(mark[0]) { return value }
    var result: [UInt8] = []
    let bytes = Array(value.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == mark[0], backslashes(before: index, in: bytes[...]) != nil { result.append(0x5C) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func unescaped(_ slice: ArraySlice<UInt8>) -> String {
    if !slice.contains(mark[0]) { return Self.trimmed(slice) }
    let bytes = Self.withoutSpaces(slice)
    var result: [UInt8] = []
    for index in bytes.indices {
      if bytes[index] == mark[0], let count = backslashes(before: index, in: bytes), count > 0 { result.removeLast() }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// For a mark between spaces or the ends, perhaps with backslashes before it: how many these are.
  ///
  /// Else nil.
  private func backslashes(before index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    guard isMark(at: index, in: bytes) else { return nil }
    let end = index + mark.count
    guard end == bytes.endIndex || bytes[end] == 0x20 else { return nil }
    var start = index
    while start > bytes.startIndex && bytes[start - 1] == 0x5C { start -= 1 }
    guard start == bytes.startIndex || bytes[start - 1] == 0x20 else { return nil }
    return index - start
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> String {
    String(decoding: withoutSpaces(slice), as: UTF8.self)
  }

  private static func withoutSpaces(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = slice
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }
}

/// Cells that a spreadsheet would take for formulas.
enum CellValues {
  /// A cell that a spreadsheet shows as it is: an apostrophe goes before `=`, `+`, `-`, `@`, a tab or a carriage return
  /// at its beginning, as people type it there.
  ///
  /// ``withoutGuard(_:)`` takes it away again, so a cell that has apostrophes before such a character of its own gets
  /// one more.
  static func guarded(_ cell: String) -> String { isFormula(cell) ? "'" + cell : cell }

  /// The cell without the apostrophe of ``guarded(_:)``.
  static func withoutGuard(_ cell: String) -> String {
    cell.utf8.first == 0x27 && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first(where: { $0 != 0x27 }) else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }
}
