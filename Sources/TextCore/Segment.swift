/// A sentence, heading, list item or caption of one text, in reading order.
public struct Segment: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case sentence, heading, listItem }

  /// The bytes in the text that was segmented, without surrounding white space.
  public let span: TextSpan
  public let kind: Kind
  /// The 0-based paragraph the segment stands in.
  public let paragraph: Int

  public init(span: TextSpan, kind: Kind = .sentence, paragraph: Int = 0) {
    self.span = span
    self.kind = kind
    self.paragraph = paragraph
  }
}
