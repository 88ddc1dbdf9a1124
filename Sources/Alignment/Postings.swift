/// The places of a text at which each of its types stands, in order.
struct Postings {
  /// Where the places of each type begin; one more than there are types.
  private let starts: [Int]
  private let items: [(place: Int32, segment: Int32)]

  init(_ text: TokenizedText) {
    var starts = [Int](repeating: 0, count: text.keys.count + 1)
    for type in text.types { starts[Int(type) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var items = [(place: Int32, segment: Int32)](repeating: (0, 0), count: text.types.count)
    var next = starts
    for segment in 0..<text.count {
      for place in text.starts[segment]..<text.starts[segment + 1] {
        let type = Int(text.types[place])
        items[next[type]] = (Int32(place), Int32(segment))
        next[type] += 1
      }
    }
    self.starts = starts
    self.items = items
  }

  /// The places of a type, each with its segment, in some of the text's segments.
  @inline(__always)
  func places(of type: Int32, in segments: Range<Int>) -> ArraySlice<(place: Int32, segment: Int32)> {
    items[first(of: Int(type), from: segments.lowerBound)..<first(of: Int(type), from: segments.upperBound)]
  }

  /// The first place of a type in or after a segment.
  private func first(of type: Int, from segment: Int) -> Int {
    var low = starts[type]
    var high = starts[type + 1]
    if low == high || Int(items[low].segment) >= segment { return low }
    if Int(items[high - 1].segment) < segment { return high }
    while low < high {
      let middle = (low + high) / 2
      if Int(items[middle].segment) < segment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
