import TextCore

/// Which text of a pair a finding points into.
public enum Side: String, Hashable, Sendable, Comparable {
  case source, target
  public static func < (a: Side, b: Side) -> Bool { a == .source && b == .target }
}

/// A problem in a text, with what may be right.
public struct Finding: Hashable, Sendable {
  /// The rule that saw it, `family/name`.
  public var rule: String
  public var severity: Severity
  /// The bytes of the file, or of the segment for bilingual tables.
  public var span: TextSpan
  /// The same stretch in the decoded text, in UTF-8 bytes: where a fix is made.
  public var decodedSpan: TextSpan
  /// What the file holds there.
  public var text: String
  /// What is there and what may be right, for people.
  public var message: String
  /// What could stand there instead, best first.
  ///
  /// An empty string means: delete.
  public var suggestions: [String]
  /// Whether the first suggestion may be put in without a look: it cannot change the meaning.
  public var isSafe: Bool
  /// The row of a bilingual table.
  public var segment: String?
  /// The text of a pair that the finding points into; nil for a text alone.
  public var side: Side?
  /// The other text of the pair; nil for a text alone.
  public var counterpart: Counterpart?

  /// The text that a finding was compared with.
  public struct Counterpart: Hashable, Sendable {
    public let text: String
    /// The message of the finding.
    private let message: String

    public init(text: String, message: String) {
      self.text = text
      self.message = message
    }

    /// What the finding speaks of, in bytes of ``text``; looked for when it is asked for, as reports for people do.
    public var marks: [TextSpan] { CounterpartMarks(of: message).spans(in: Array(text.utf8)) }
  }

  public init(
    rule: String, severity: Severity, span: TextSpan, decodedSpan: TextSpan, text: String, message: String,
    suggestions: [String] = [],
    isSafe: Bool = false, segment: String? = nil, side: Side? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.span = span
    self.decodedSpan = decodedSpan
    self.text = text
    self.message = message
    self.suggestions = suggestions
    self.isSafe = isSafe
    self.segment = segment
    self.side = side
  }
}
