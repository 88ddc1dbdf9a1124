/// The lines of a source file, without line ends; `\n` and `\r\n` end a line.
///
/// A byte-order mark is passed over.
struct SourceLines: IteratorProtocol {
  private let text: [UInt8]
  private var position: Int
  /// The 1-based number of the line that ``next()`` gave last.
  private(set) var number = 0

  init(_ text: [UInt8]) {
    self.text = text
    position = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard position < text.count else { return nil }
    var end = position
    while end < text.count, text[end] != 0x0A { end += 1 }
    var line = text[position..<end]
    if line.last == 0x0D { line.removeLast() }
    position = end + 1
    number += 1
    return line
  }
}
