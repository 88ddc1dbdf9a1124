/// The places of a text at which each of its types stands, in order.
struct Postings {
  /// Where a type stands, and a sentinel behind the last place of each type, in no segment.
  private(set) var items: [(place: Int32, segment: Int32)]
  /// Where the places of each type begin.
  private let starts: [Int]

  /// For each type one of its places: the item, and the segment it is in, `Int32.max` behind the last.
  struct Cursors {
    var items: [Int32]
    var segments: [Int32]
  }

  init(_ text: TokenizedText) {
    var starts = [Int](repeating: 0, count: text.keys.count + 1)
    for type in text.types { starts[Int(type) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] + 1 }
    var items = [(place: Int32, segment: Int32)](repeating: (0, .max), count: starts[text.keys.count])
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

  /// The first place of each type.
  var cursors: Cursors {
    Cursors(items: starts.dropLast().map { Int32($0) }, segments: starts.dropLast().map { items[$0].segment })
  }
}
