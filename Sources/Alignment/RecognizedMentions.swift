import Entities
import TextCore

/// The mentions that an entity recogniser finds, as the aligner sees them.
public struct RecognizedMentions: MentionSource {
  private let recognizer: EntityRecognizer

  public init(recognizer: EntityRecognizer) { self.recognizer = recognizer }

  public func mentions(in segment: SegmentText, language: Language) -> [SegmentMention] {
    mentions(in: [segment], language: language)[0]
  }

  public func mentions(in segments: [SegmentText], language: Language) -> [[SegmentMention]] {
    var reading = EntityReading(recognizer, language: language)
    return segments.map { segment in
      var result: [SegmentMention] = []
      reading.read(MappedText(utf8: segment.utf8, origin: OffsetMap(identity: segment.utf8.count))) {
        kind, span, keys in
        for key in keys { result.append(SegmentMention(key: key, kind: Self.kind(of: kind), span: span)) }
      }
      return result
    }
  }

  private static func kind(of kind: EntityKind) -> Evidence.Kind {
    switch kind {
    case .person: .person
    case .place: .place
    case .organisation: .organisation
    case .quantity: .quantity
    case .date: .date
    case .product, .term, .title, .event, .work, .policy, .word: .term
    }
  }
}
