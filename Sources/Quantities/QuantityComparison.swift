/// What came of comparing the number of one text with that of its translation.
public enum QuantityComparison: Hashable, Sendable {
  /// The same value, within what the words allow.
  case equal
  /// The same number of something else: 5 yuan and 5 dollars, 5 公里 and 5 miles.
  case unitMismatch
  /// The second is ten to the `exponent` times the first: the slip of 万 and 亿.
  case differsByPowerOfTen(exponent: Int)
  /// Another value.
  case different
}

extension Quantity {
  /// Compares this number with that of a translation, by value: `98亿` equals `9.8 billion`. The exponent is the
  /// power of ten by which `other` is too large.
  public func comparison(with other: Quantity, tolerance: Double = 0.005) -> QuantityComparison { .different }
}

extension DateMention {
  /// Whether the two say nothing that contradicts each other, and at least one thing that is the same.
  public func agrees(with other: DateMention) -> Bool { false }
}
