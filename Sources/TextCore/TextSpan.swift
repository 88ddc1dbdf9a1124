/// A stretch of one text, in UTF-8 bytes (of a file's own bytes where the text is a file): `start` is the first byte,
/// `end` the one after the last.
public struct TextSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var start: Int
  public var end: Int

  /// Creates the span from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// Creates the span that covers a range of byte offsets.
  public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The offsets as a range.
  public var range: Range<Int> { start..<end }
  /// The number of bytes.
  public var length: Int { end - start }
  public var isEmpty: Bool { start == end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `offset` lies in this span.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// The smallest span that covers both.
  public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }
  /// The same span, `distance` bytes further on.
  public func shifted(by distance: Int) -> TextSpan { TextSpan(start + distance, end + distance) }

  /// Orders spans by start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }

  public var description: String { "\(start)..<\(end)" }
}
