import Entities
import TextCore

/// The mentions that an entity recogniser finds, as the aligner sees them.
public struct RecognizedMentions: MentionSource {
  private let recognizer: EntityRecognizer

  public init(recognizer: EntityRecognizer) { self.recognizer = recognizer }

  public func mentions(in segment: SegmentText, language: Language) -> [SegmentMention] {
    let text = MappedText(utf8: segment.utf8, origin: OffsetMap(identity: segment.utf8.count))
    return recognizer.mentions(in: text, language: language).flatMap { mention in
      EntityKey.keys(of: mention).map { SegmentMention(key: $0, kind: Self.kind(of: mention.kind), span: mention.span) }
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
