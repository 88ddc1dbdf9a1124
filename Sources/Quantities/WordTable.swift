import TextCore

/// Words and what they stand for, found by longest match.
struct WordTable<Value: Sendable>: Sendable {
  private let words: ScalarWords<Value>

  /// Creates a table; each string holds words apart by spaces.
  init(_ groups: [(words: String, value: Value)]) {
    words = ScalarWords(
      groups.flatMap { group in
        group.words.split(separator: " ").map { (Array($0.unicodeScalars.map(\.value)), group.value) }
      })
  }

  /// Every scalar that a word begins with, in no order.
  var firstScalars: some Sequence<UInt32> { words.openings.map(\.first) }

  /// The first two scalars of every word, in no order; the second is nil in words of one.
  var openings: some Sequence<(first: UInt32, second: UInt32?)> { words.openings }

  /// The longest word at `index` and the index after it.
  func match(in text: FoldedText, at index: Int) -> (value: Value, end: Int)? {
    guard let match = words.match(in: text.values, at: index) else { return nil }
    return (match.value, index + match.count)
  }

  /// The longest word that ends right before `index`, at or after `floor`, and the index where it starts.
  func match(in text: FoldedText, before index: Int, floor: Int) -> (value: Value, start: Int)? {
    guard let match = words.match(in: text.values, before: index, floor: floor, longest: 4) else { return nil }
    return (match.value, index - match.count)
  }
}
