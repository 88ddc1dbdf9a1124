import Entities
import TextCore

/// Something in a segment that the other language names too.
public struct SegmentMention: Hashable, Sendable {
  /// Equal for mentions of the same thing in both languages.
  public var key: EntityKey
  public var kind: Evidence.Kind
  /// The bytes in the segment.
  public var span: TextSpan

  public init(key: EntityKey, kind: Evidence.Kind, span: TextSpan) {
    self.key = key
    self.kind = kind
    self.span = span
  }
}

/// Finds terms, names, quantities and dates in segments: the glossary and the entity recognizer as the aligner sees them.
public protocol MentionSource: Sendable {
  /// The mentions in a segment, sorted by span.
  ///
  /// A stretch of text may have several keys.
  func mentions(in segment: SegmentText, language: Language) -> [SegmentMention]

  /// The mentions in each segment of a text: those that ``mentions(in:language:)-(SegmentText,_)`` gives.
  func mentions(in segments: [SegmentText], language: Language) -> [[SegmentMention]]
}

extension MentionSource {
  public func mentions(in segments: [SegmentText], language: Language) -> [[SegmentMention]] {
    segments.map { mentions(in: $0, language: language) }
  }
}
