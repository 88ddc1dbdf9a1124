import TextCore

/// The text of one segment, as the aligner reads it.
public struct SegmentText: Hashable, Sendable {
  /// The text in UTF-8; valid, and without damage where it could be repaired.
  public let utf8: [UInt8]
  public let kind: Segment.Kind
  /// The 0-based paragraph the segment stands in.
  public let paragraph: Int

  /// Creates a segment from bytes that are valid UTF-8.
  public init(utf8: [UInt8], kind: Segment.Kind = .sentence, paragraph: Int = 0) {
    self.utf8 = utf8
    self.kind = kind
    self.paragraph = paragraph
  }

  /// Creates a segment from a string.
  public init(_ string: some StringProtocol, kind: Segment.Kind = .sentence, paragraph: Int = 0) {
    self.init(utf8: Array(string.utf8), kind: kind, paragraph: paragraph)
  }

  /// Creates the segments of a segmented text.
  public static func segments(_ segments: [Segment], of text: MappedText) -> [SegmentText] {
    segments.map { SegmentText(utf8: Array(text.utf8[$0.span.range]), kind: $0.kind, paragraph: $0.paragraph) }
  }

  /// The text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
}
