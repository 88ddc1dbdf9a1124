import TextCore

/// Reading and writing tables whose cells stand between delimiters: RFC 4180, with any delimiter and any line end.
struct DelimitedText {
  /// One row, and the 1-based line it begins in.
  struct Row: Hashable {
    let line: Int
    var cells: [String]
  }

  /// The rows of the text; empty lines are left out.
  ///
  /// A cell that begins with a quote runs to the closing one, over delimiters and line ends; `""` inside is a quote.
  /// - Throws: ``InputError`` for a quote without its fellow, or text behind a closing quote.
  static func rows(in utf8: [UInt8], delimiter: UInt8, path: String) throws(InputError) -> [Row] {
    var reader = Reader(utf8: utf8, delimiter: delimiter, path: path)
    return try reader.rows()
  }

  /// The delimiter that stands most often in the first line, outside quotes; a comma when none does.
  static func delimiter(of utf8: [UInt8], among candidates: [UInt8]) -> UInt8 {
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return most == 0 ? candidates[0] : candidates[counts.firstIndex(of: most)!]
  }

  /// Appends a row to a file; cells are quoted where they must be.
  ///
  /// Lines end with a line feed.
  static func append(_ cells: [String], delimiter: UInt8, to result: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { result.append(delimiter) }
      let needsQuotes = cell.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if !needsQuotes {
        result.append(contentsOf: cell.utf8)
        continue
      }
      result.append(0x22)
      for byte in cell.utf8 {
        if byte == 0x22 { result.append(0x22) }
        result.append(byte)
      }
      result.append(0x22)
    }
    result.append(0x0A)
  }

  private struct Reader {
    let utf8: [UInt8]
    let delimiter: UInt8
    let path: String
    var index = 0
    var line = 1

    mutating func rows() throws(InputError) -> [Row] {
      var rows: [Row] = []
      while index < utf8.count {
        let start = line
        var cells: [String] = []
        var isLast = false
        repeat {
          cells.append(try cell())
          if index < utf8.count, utf8[index] == delimiter {
            index += 1
          } else {
            isLast = true
            skipLineEnd()
          }
        } while !isLast
        if cells != [""] { rows.append(Row(line: start, cells: cells)) }
      }
      return rows
    }

    private mutating func cell() throws(InputError) -> String {
      if index < utf8.count, utf8[index] == 0x22 { return try quotedCell() }
      let start = index
      while index < utf8.count, utf8[index] != delimiter, utf8[index] != 0x0A, utf8[index] != 0x0D { index += 1 }
      return String(decoding: utf8[start..<index], as: UTF8.self)
    }

    private mutating func quotedCell() throws(InputError) -> String {
      let opened = line
      var content: [UInt8] = []
      index += 1
      while index < utf8.count {
        let byte = utf8[index]
        if byte == 0x22 {
          index += 1
          guard index < utf8.count, utf8[index] == 0x22 else { return try closed(content) }
        } else if byte == 0x0A || (byte == 0x0D && !(index + 1 < utf8.count && utf8[index + 1] == 0x0A)) {
          line += 1
        }
        content.append(byte)
        index += 1
      }
      throw InputError(path: path, line: opened, .malformed("a quote is opened here and never closed"))
    }

    private func closed(_ content: [UInt8]) throws(InputError) -> String {
      guard index == utf8.count || [delimiter, 0x0A, 0x0D].contains(utf8[index]) else {
        throw InputError(
          path: path, line: line, .malformed("text after a closing quote (write a quote inside a cell as \"\")"))
      }
      return String(decoding: content, as: UTF8.self)
    }

    /// Goes past one line end: a line feed, a carriage return, or both.
    private mutating func skipLineEnd() {
      guard index < utf8.count else { return }
      index += utf8[index] == 0x0D && index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
      line += 1
    }
  }
}
