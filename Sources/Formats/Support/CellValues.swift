/// Several values in one cell, and cells that a spreadsheet would take for formulas.
enum CellValues {
  /// The values of a cell, which stand between ` | `; spaces around them are dropped.
  static func split(_ cell: String) -> [String] {
    if cell.isEmpty { return [] }
    var values: [String] = []
    let bytes = Array(cell.utf8)
    var start = 0
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0x20 && bytes[index + 1] == 0x7C && bytes[index + 2] == 0x20 {
        values.append(unescaped(bytes[start..<index]))
        start = index + 3
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
  /// A bar that stands alone in a value gets a backslash.
  static func joined(_ values: [String]) -> String {
    if values.allSatisfy(\.isEmpty) { return "" }
    return values.map(escaped).joined(separator: " | ")
  }

  private static func escaped(_ value: String) -> String {
    if !value.utf8.contains(0x7C) { return value }
    var result: [UInt8] = []
    let bytes = Array(value.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x7C, standsAlone(index, in: bytes[...]) != nil { result.append(0x5C) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func unescaped(_ slice: ArraySlice<UInt8>) -> String {
    var bytes = slice
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    if !bytes.contains(0x7C) { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    for index in bytes.indices {
      if bytes[index] == 0x7C, let count = standsAlone(index, in: bytes), count > 0 { result.removeLast() }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// For a bar between spaces or the ends, perhaps with backslashes before it: how many these are.
  ///
  /// Else nil.
  private static func standsAlone(_ index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    guard index + 1 == bytes.endIndex || bytes[index + 1] == 0x20 else { return nil }
    var start = index
    while start > bytes.startIndex && bytes[start - 1] == 0x5C { start -= 1 }
    guard start == bytes.startIndex || bytes[start - 1] == 0x20 else { return nil }
    return index - start
  }

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
