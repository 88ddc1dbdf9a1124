/// Lines and columns of a text, for reports.
public struct LineIndex: Sendable {
  private let starts: [Int]
  private let utf8: [UInt8]
  /// How many scalars begin before each stretch of ``stretch`` bytes.
  private let scalarCounts: [Int]
  private static let stretch = 1024

  /// Notes where each line of the text begins.
  ///
  /// `\n`, `\r\n` and a lone `\r` end a line. Costs two passes.
  public init(_ utf8: [UInt8]) {
    var starts = [0]
    utf8.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] <= 0x0D {
        let endsLine =
          bytes[offset] == 0x0A || bytes[offset] == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
        if endsLine { starts.append(offset + 1) }
      }
    }
    self.starts = starts
    self.utf8 = utf8
    var count = 0
    scalarCounts = stride(from: 0, through: utf8.count, by: Self.stretch).map { start in
      defer { count += Self.scalars(in: utf8[start..<min(start + Self.stretch, utf8.count)]) }
      return count
    }
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// The number of lines; a text that ends with a line end has an empty last line.
  public var count: Int { starts.count }

  /// The 1-based line of a byte offset.
  ///
  /// Costs O(log lines).
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low + 1
  }

  /// The 1-based column of a byte offset, in Unicode scalars.
  ///
  /// Costs O(log lines), however long the line is.
  public func column(of offset: Int) -> Int {
    let start = starts[line(of: offset) - 1]
    return 1 + scalars(before: min(max(offset, start), utf8.count)) - scalars(before: start)
  }

  private func scalars(before offset: Int) -> Int {
    let number = offset / Self.stretch
    return scalarCounts[number] + Self.scalars(in: utf8[(number * Self.stretch)..<offset])
  }

  /// The bytes of a 1-based line, without its line end; empty at the nearer end of the text where there is no such line.
  public func span(ofLine line: Int) -> TextSpan {
    guard line >= 1 else { return TextSpan(0, 0) }
    guard line <= starts.count else { return TextSpan(utf8.count, utf8.count) }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : utf8.count
    while end > start && (utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D) { end -= 1 }
    return TextSpan(start, end)
  }
}
