/// The number of slips between a pattern and other strings: a scalar wrong, missing, too many, or two neighbours
/// exchanged (the restricted Damerau-Levenshtein distance).
public struct EditDistance {
  private let pattern: [UInt32]
  private var rows: [[Int]]

  /// Prepares to measure from a pattern, given by its scalars.
  public init(from pattern: [UInt32]) {
    self.pattern = pattern
    rows = Array(repeating: Array(repeating: 0, count: pattern.count + 1), count: 3)
  }

  /// Prepares to measure from a pattern.
  public init(from pattern: some StringProtocol) { self.init(from: pattern.unicodeScalars.map(\.value)) }

  /// The distance to `text`, or nil when it is more than `limit`.
  ///
  /// Costs the product of the lengths at most.
  public mutating func to(_ text: some StringProtocol, atMost limit: Int) -> Int? {
    to(text.unicodeScalars.map(\.value), atMost: limit)
  }

  /// The distance to the scalars of a text, or nil when it is more than `limit`.
  public mutating func to(_ other: [UInt32], atMost limit: Int) -> Int? {
    if abs(other.count - pattern.count) > limit { return nil }
    if pattern.isEmpty { return other.count }
    let width = pattern.count + 1
    for column in 0..<width { rows[0][column] = column }
    var current = 0
    for (line, scalar) in other.enumerated() {
      let above = current
      let twoAbove = (current + 2) % 3
      current = (current + 1) % 3
      rows[current][0] = line + 1
      var least = line + 1
      for column in 1..<width {
        var value = rows[above][column - 1] + (pattern[column - 1] == scalar ? 0 : 1)
        value = min(value, rows[above][column] + 1, rows[current][column - 1] + 1)
        if line > 0, column > 1, pattern[column - 1] == other[line - 1], pattern[column - 2] == scalar {
          value = min(value, rows[twoAbove][column - 2] + 1)
        }
        rows[current][column] = value
        least = min(least, value)
      }
      if least > limit { return nil }
    }
    let result = rows[current][width - 1]
    return result <= limit ? result : nil
  }
}
