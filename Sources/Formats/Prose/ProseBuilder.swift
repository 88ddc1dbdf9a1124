import TextCore

/// Puts prose together out of stretches of a file, and keeps the way back.
struct ProseBuilder {
  private let source: MappedText
  private var utf8: [UInt8] = []
  private var map = OffsetMap()
  /// How far the source has been used.
  private var position = 0
  /// White space of the source that becomes one space when more follows on the line.
  private var space: Range<Int>?

  init(_ source: MappedText) { self.source = source }

  /// Takes over bytes of the source as they are; what lies before them is left out.
  mutating func copy(_ range: Range<Int>) {
    if range.isEmpty { return }
    settleSpace(before: source.utf8[range.lowerBound])
    skip(to: range.lowerBound)
    utf8.append(contentsOf: source.utf8[range])
    map.append(derived: 1, source: 1, count: range.count)
    position = range.upperBound
  }

  /// Puts other bytes in the place of some of the source.
  mutating func put(_ bytes: [UInt8], for range: Range<Int>) {
    guard let first = bytes.first else { return skip(to: range.upperBound) }
    settleSpace(before: first)
    append(bytes, for: range)
  }

  /// Notes white space: of all that stands between two words or marks one space is left, between two wide characters at
  /// a line end none.
  mutating func putSpace(for range: Range<Int>, isLineEnd: Bool) {
    if space == nil, let last = utf8.last, last != 0x0A { space = range }
    if !isLineEnd, space != nil { isSpaceWritten = true }
  }

  /// Whether the space that waits stands in the source as such, and not only as a line end.
  private var isSpaceWritten = false

  /// Ends a line, where one is begun.
  mutating func breakLine(at offset: Int) {
    (space, isSpaceWritten) = (nil, false)
    if let last = utf8.last, last != 0x0A { append([0x0A], for: max(position, offset)..<max(position, offset)) }
  }

  /// The prose, whose offsets lead back to the file of the source.
  mutating func finished() -> MappedText {
    skip(to: source.utf8.count)
    return MappedText(utf8: utf8, origin: map.composed(with: source.origin))
  }

  private mutating func settleSpace(before next: UInt8) {
    guard let range = space else { return }
    let isBetweenWide = !isSpaceWritten && endsWide && (0xE3...0xEF).contains(next)
    if !isBetweenWide { append([0x20], for: range) }
    (space, isSpaceWritten) = (nil, false)
  }

  /// Whether the last character takes three bytes, as Han characters and full-width marks do.
  private var endsWide: Bool { utf8.count >= 3 && (0xE3...0xEF).contains(utf8[utf8.count - 3]) }

  private mutating func append(_ bytes: [UInt8], for range: Range<Int>) {
    skip(to: range.lowerBound)
    utf8.append(contentsOf: bytes)
    map.append(derived: bytes.count, source: range.count)
    position = max(position, range.upperBound)
  }

  private mutating func skip(to offset: Int) {
    if offset > position { map.skip(source: offset - position) }
    position = max(position, offset)
  }
}
